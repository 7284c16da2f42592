"""Component `presselese_actors`: people, organisations, places and contacts of an article.

Idea: mend the names that the German pipeline found, read roles round people, group mentions to
entities. Reads `doc.ents`, tags, morphology, trees and the zones; writes the fields
`presselese_people`, `presselese_organisations`, `presselese_places`, `presselese_contacts`.

    nlp.add_pipe("presselese_actors", last=True)
    nlp("Tim Kurz, Geschäftsführer der Muster GmbH")._.presselese_people[0]["role"]

Known limits: two people of one surname who are both named by it alone may be confused; a role far
from its name (another sentence) is not attached.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from presselese.actors.contacts import find_contacts
from presselese.actors.credits import is_only_credited
from presselese.actors.employers import Known, settle_employers
from presselese.actors.mentions import find_mentions
from presselese.actors.places import Gazetteer, load_gazetteer
from presselese.actors.role_choice import chosen_role, employing
from presselese.actors.role_claims import RoleClaim
from presselese.actors.role_nouns import RoleNouns, load_role_nouns
from presselese.actors.roles import RoleFinder
from presselese.linking.coreference import Antecedents
from presselese.linking.districts import bare_name, called_districts
from presselese.linking.entities import Entity, link_organisations, link_people, link_places
from presselese.linking.mentions import Mention
from presselese.resources.doc_fields import (
    CONTACTS,
    EMPLOYER_FEATURES,
    ORGANISATIONS,
    PEOPLE,
    PLACES,
    ZONES,
    register,
    text_of,
)
from presselese.resources.legal_forms import legal_form_of
from presselese.resources.titles import titles

# A contact belongs to the last person named at most this far before it, in its own paragraph.
CONTACT_REACH_CHARS = 160


class ActorsComponent:
    """Callable spaCy component; holds only its resources."""

    def __init__(self, gazetteer: Gazetteer, nouns: RoleNouns) -> None:
        self.gazetteer = gazetteer
        self.nouns = nouns
        places = gazetteer.places.items()
        self.towns = frozenset(name for name, (_, kind) in places if kind == "city")
        self.country_codes = {name: code for name, (code, kind) in places if kind == "country"}

    def __call__(self, doc: Doc) -> Doc:
        """Write the four fields of one Doc and return it."""
        found = find_mentions(doc, self.gazetteer, self.nouns)
        mentions = called_districts(found, text_of(doc))
        claims = RoleFinder(doc, mentions, self.nouns).claims()
        organisations = link_organisations(_of(mentions, "ORG"), text_of(doc))
        places = link_places(
            _of(mentions, "LOC"), self.country_codes, self.gazetteer.paraphrases, self.towns
        )
        people = link_people(_of(mentions, "PER"))
        ids = _ids(organisations, "org") | _ids(places, "plc")
        doc._.set(ORGANISATIONS, [_organisation(e, i) for i, e in enumerate(organisations, 1)])
        doc._.set(PLACES, [self._place(e, i) for i, e in enumerate(places, 1)])
        antecedents = Antecedents(doc._.get(ORGANISATIONS), text_of(doc))
        known = Known(home_place(doc), antecedents, self.nouns)
        records = [
            _person(doc, entity, number, claims, ids) for number, entity in enumerate(people, 1)
        ]
        doc._.set(EMPLOYER_FEATURES, settle_employers(doc, records, known))
        for record in records:
            if is_only_credited(record["mentions"], text_of(doc)):
                record.update(role=None, organisation=None, rule=None)
        doc._.set(PEOPLE, records)
        doc._.set(CONTACTS, _owned(find_contacts(text_of(doc)), records, text_of(doc)))
        return doc

    def _place(self, entity: Entity, number: int) -> dict[str, Any]:
        bare = bare_name(entity.name)
        names = [bare, *entity.aliases]
        known = next((name for name in names if self.gazetteer.kind(name)), bare)
        return {
            "id": f"plc_{number}",
            "name": entity.name,
            "country_code": self.gazetteer.country_code(known),
            "kind": self.gazetteer.kind(known) if bare == entity.name else "region",
            "mentions": _spans(entity.mentions),
        }


@Language.factory("presselese_actors", assigns=["doc._.presselese_people"], requires=["doc.ents"])
def create_actors(nlp: Language, name: str) -> ActorsComponent:
    """Make the component and register its fields."""
    register(Doc, PEOPLE, ORGANISATIONS, PLACES, CONTACTS, ZONES, EMPLOYER_FEATURES)
    return ActorsComponent(load_gazetteer(), load_role_nouns())


def home_place(doc: Doc) -> dict[str, Any] | None:
    """Return the place of the article's dateline ("SOLINGEN (bgl) –"), None without one."""
    for zone in getattr(doc._, ZONES):
        if zone["kind"] == "dateline":
            for place in getattr(doc._, PLACES):
                for mention in place["mentions"]:
                    if zone["start_char"] <= mention["start_char"] < zone["end_char"]:
                        return dict(place)
    return None


def _of(mentions: Iterable[Mention], label: str) -> list[Mention]:
    return [mention for mention in mentions if mention.label == label]


def _ids(entities: Sequence[Entity], prefix: str) -> dict[int, str]:
    return {id(m): f"{prefix}_{n}" for n, e in enumerate(entities, 1) for m in e.mentions}


def _spans(mentions: Iterable[Mention]) -> list[dict[str, Any]]:
    return [{"start_char": m.start_char, "end_char": m.end_char, "text": m.text} for m in mentions]


def _organisation(entity: Entity, number: int) -> dict[str, Any]:
    return {
        "id": f"org_{number}",
        "name": entity.name,
        "aliases": entity.aliases,
        "legal_form": next(
            (form for n in [entity.name, *entity.aliases] if (form := legal_form_of(n))), None
        ),
        "mentions": _spans(entity.mentions),
    }


def _person(
    doc: Doc, entity: Entity, number: int, claims: Sequence[RoleClaim], ids: Mapping[int, str]
) -> dict[str, Any]:
    own = [c for c in claims if any(c.person is mention for mention in entity.mentions)]
    role = chosen_role(own)
    employer = employing(role, own)
    organisation = None
    if employer is not None:
        # The name that stands with the role ("DIHK-Präsident"); `ref` leads to the fullest one.
        ref = ids.get(id(employer.organisation_mention))
        organisation = {"ref": ref, "name": employer.organisation}
    first = role or employer
    return {
        "id": f"per_{number}",
        "name": entity.name,
        "title": _title(doc, entity),
        "role": role.role if role else None,
        "organisation": organisation,
        "rule": first.rule if first else None,
        "mentions": _spans(entity.mentions),
    }


def _title(doc: Doc, entity: Entity) -> str | None:
    for mention in entity.mentions:
        span = doc.char_span(mention.start_char, mention.end_char, alignment_mode="expand")
        start = span.start if span is not None else 0
        first = start
        while first and doc[first - 1].text in titles() and doc[first - 1].text[-1] == ".":
            first -= 1
        if first < start:
            return doc[first:start].text
    return None


def _owned(
    contacts: list[dict[str, Any]], people: Sequence[dict[str, Any]], text: str
) -> list[dict[str, Any]]:
    """Give each contact the person named shortly before it in the same paragraph."""
    for contact in contacts:
        start = contact["start_char"]
        near = [
            (mention["end_char"], person)
            for person in people
            for mention in person["mentions"]
            if mention["end_char"] <= start <= mention["end_char"] + CONTACT_REACH_CHARS
            and "\n\n" not in text[mention["end_char"] : start]
        ]
        if near:
            person = max(near, key=lambda pair: pair[0])[1]
            contact["of"] = {"ref": person["id"], "name": person["name"]}
    return contacts
