"""What "die Allianz", "der Verein" or "das Netzwerk" means: an organisation named in the article.

Only organisations that the article itself calls so, by their name ("Industriestädteallianz") or
by the noun right before the name ("der Verein Metropolregion"), can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from typing import Any, Final

from presselese.linking.mentions import stem
from presselese.linking.naming import nouns_told
from presselese.resources.legal_forms import is_association, is_company, is_cooperative
from presselese.resources.parties import is_party

# Third person singular; "sie" is a plural, too.
PRONOUN_GENDERS: Final = {"er": "Masc", "sie": "Fem", "es": "Neut"}
CITY_NOUNS: Final = frozenset(
    "stadt gemeinde kreisstadt landeshauptstadt hansestadt marktgemeinde kommune großstadt "
    "kreis landkreis hauptstadt stadtgemeinde".split()
)
# Nouns of things that one is a member of, as ends of a name or before it.
NETWORK_NOUNS: Final = re.compile(
    r"(?:netzwerk|allianz|bündnis|verbund|verband|bund|verein|vereinigung|cluster|liga|hanse|pakt|"
    r"(?:arbeits|förder|freundes|unternehmer|wirtschafts)kreis|"
    r"forum|initiative|gemeinschaft|genossenschaft|ring|union|region|kammertag|"
    r"städtetag|club|klub|konsortium|plattform|kooperation|partnerschaft|charta|naturpark)$"
)


# Nouns that mean whichever body an article tells of, and the first parts of compounds that do:
# "der Verbund", "das Städtenetzwerk", "der Dachverband". "Der Landschaftspflegeverband", which says
# what it is about, and "die Partnerschaft" mean none that is called otherwise.
OF_ANY: Final = (
    r"(?:städte|gemeinde|kommun|hochschul|unternehme|firmen|partner|aktions|regional|mammut|gesamt|"
    r"landes|bundes|fach|dach|welt|europa|groß|interessen|arbeits|netzwerk|branchen)"
)
BODY_NOUNS: Final = (
    "netzwerk", "verbund", "bündnis", "allianz", "zusammenschluss", "verein", "verband",
    "vereinigung", "bund", "gemeinschaft", "initiative", "organisation", "plattform", "cluster",
    "klub", "club", "konsortium",
)  # fmt: skip
OF_ANY_BODY: Final = re.compile(rf"{OF_ANY}|träger")
ANY_BODY: Final = re.compile(rf"(?:{OF_ANY}\w{{0,3}}-?)?(?:{'|'.join(BODY_NOUNS)})(?:e?s)?")

# Nouns that firms are called by whatever they make, and first parts that speak of another firm:
# "das Familienunternehmen" is the GmbH named before, "das Gemeinschaftsunternehmen" is not.
FIRM: Final = frozenset({"unternehmen", "unternehm", "firma", "betrieb"})
ANOTHER_FIRM: Final = re.compile(
    r"(?:gemeinschafts|tochter|mutter|schwester|partner|nachbar|landes|konkurrenz|zuliefer)"
)
# How many letters of a compound's first part must stand in a name: "Energiegenossenschaft" and
# "Genossenschaft Regenerative Energien", "Wassernetzwerk" and "Netzwerk Wasser".
TELLING_LETTERS: Final = 5


def is_network_name(name: str) -> bool:
    """Tell whether a word of a name says that one can be a member: "Metropolregion Rheinland"."""
    return any(NETWORK_NOUNS.search(word) for word in name.casefold().split())


class Antecedents:
    """The organisations of one article, ready to be asked what a common noun means."""

    def __init__(self, organisations: Sequence[Mapping[str, Any]], text: str) -> None:
        self._nouns: list[tuple[int, frozenset[str], Mapping[str, Any]]] = []
        self._networks = {o["id"] for o in organisations if _is_network(o, text)}
        for organisation in organisations:
            nouns = _nouns_of(organisation, text)
            for mention in organisation["mentions"]:
                self._nouns.append((mention["start_char"], nouns, organisation))
        self._nouns.sort(key=lambda entry: entry[0])
        self._called = {o["id"]: (nouns, o["name"]) for _, nouns, o in self._nouns}

    def is_network(self, identity: str) -> bool:
        """Tell whether the article calls an organisation a network, association or the like."""
        return identity in self._networks

    def calls(self, identity: str, noun: str) -> bool:
        """Tell whether the article calls an organisation by a noun: in its name or right before."""
        return identity in self._called and _is_among(noun, *self._called[identity])

    def of(
        self, noun: str, start_char: int, kind: str | None, *, but: str | None = None
    ) -> dict[str, Any] | None:
        """Return the organisation that `noun` at `start_char` means; None where none is sure.

        The last one named before wins; one named only later counts where it is the only one. For
        "das Netzwerk", "das Bündnis" any network named before will do, for "der Verein" the
        article's only one. A noun of no `kind` must be a word of the name itself. `but` is the id
        of one that cannot be meant.
        """
        is_called_so = _is_one_of if kind is None else _is_among
        fitting = [
            (start, organisation)
            for start, nouns, organisation in self._nouns
            if organisation["id"] != but and is_called_so(noun, nouns, organisation["name"])
        ]
        before = [organisation for start, organisation in fitting if start < start_char]
        if before:
            by_all = [o for o in before if _is_called_fully(noun, self._called[o["id"]][0])]
            return dict((by_all or before)[-1])
        later = {organisation["id"]: organisation for _, organisation in fitting}
        if len(later) == 1:
            return dict(next(iter(later.values())))
        if later:
            return None
        networks = self._networks - {but}
        if not ANY_BODY.fullmatch(noun.casefold()):
            return None
        if kind == "network" or (kind == "association" and len(networks) == 1):
            return self._last_network(start_char, networks)
        return None

    def _last_network(self, start_char: int, networks: Set[str]) -> dict[str, Any] | None:
        """Read "diesem Netzwerk" as the network named last, though it is called otherwise."""
        before = [
            organisation
            for start, _, organisation in self._nouns
            if start < start_char and organisation["id"] in networks
        ]
        return dict(before[-1]) if before else None


def _is_one_of(noun: str, nouns: Set[str], _: str) -> bool:
    """Tell whether a noun that may name no organisation is a word of a name: "des Kammertags"."""
    return stem(noun.casefold()) in nouns


def _is_among(noun: str, nouns: Set[str], name: str) -> bool:
    """Tell whether a noun is one of `nouns`, the end of one, or one with more before it."""
    wanted = stem(noun.casefold())
    return any(
        known.endswith(wanted) or (wanted.endswith(known) and _may_be_so(wanted, known, name))
        for known in nouns
    )


def _is_called_fully(noun: str, nouns: Set[str]) -> bool:
    """Tell whether the whole noun is one of `nouns` or the end of one."""
    wanted = stem(noun.casefold())
    return any(known.endswith(wanted) for known in nouns)


def _may_be_so(compound: str, known: str, name: str) -> bool:
    """Tell whether a compound may mean a name that is called by its last part only.

    "Das Familienunternehmen" may be any firm; "die SPD-Fraktion" is not the "CDU-Fraktion", nor
    "der Landestourismusverband" the "Tourismusverband Nord", though "der Landesverband" may be.
    """
    first = compound.removesuffix(known).rstrip("-")
    if known in FIRM:
        return not ANOTHER_FIRM.match(first)
    is_bare = any(noun.startswith(known) for noun in BODY_NOUNS)
    is_of_any = is_bare and OF_ANY_BODY.match(first) is not None
    return is_of_any or first[:TELLING_LETTERS] in name.casefold()


def _is_network(organisation: Mapping[str, Any], text: str) -> bool:
    names = (organisation["name"], *organisation["aliases"])
    if any(is_company(name) or is_party(name) for name in names):
        return False
    if any(is_network_name(name) or is_association(name) for name in names):
        return True
    return any(NETWORK_NOUNS.search(noun.casefold()) for noun in nouns_told(organisation, text))


def _is_plural_network(word: str) -> bool:
    """Tell "Konsumgenossenschaften", whose "Zentralverband" is none itself."""
    return word.endswith("en") and bool(NETWORK_NOUNS.search(word.casefold().removesuffix("en")))


def _nouns_of(organisation: Mapping[str, Any], text: str) -> frozenset[str]:
    nouns = set()
    for name in (organisation["name"], *organisation["aliases"]):
        is_headed = False
        for word in re.findall(r"[^\W\d_]{4,}", name):
            if word[0].isupper() and not (is_headed and _is_plural_network(word)):
                nouns.add(word.casefold())
            is_headed = is_headed or bool(NETWORK_NOUNS.search(word.casefold()))
        if is_association(name):
            nouns.add("verein")
        if is_company(name):
            nouns |= {"unternehmen", "gesellschaft", "firma", "betrieb"}
        if is_cooperative(name):
            nouns.add("genossenschaft")
    nouns |= {noun.casefold() for noun in nouns_told(organisation, text)}
    return frozenset(nouns) | {stem(noun) for noun in nouns}
