"""One name is one kind of thing in an article."""

from __future__ import annotations

import pytest

from presselese.actors.name_agreement import agreed
from presselese.actors.places import load_gazetteer
from presselese.actors.role_nouns import load_role_nouns
from presselese.linking.mentions import Mention, NameLabel

LABELS: dict[str, NameLabel] = {"o": "ORG", "l": "LOC", "p": "PER"}


def told(names: str) -> list[str]:
    """Return "name/label" of the mentions in "Aue/l, Aue AG/o" as they agree."""
    mentions, at = [], 0
    for entry in names.split(", "):
        name, _, letter = entry.rpartition("/")
        mentions.append(Mention(LABELS[letter], at, at + len(name), name, name))
        at += 100
    found = agreed(mentions, load_gazetteer(), load_role_nouns())
    return [f"{mention.name}/{mention.label[0].lower()}" for mention in found]


CASES = [
    # a company's short name, a town that the gazetteer knows, the more frequent of the rest
    ("Deutz/l, Deutz AG/o", "Deutz/o, Deutz AG/o"),
    ("Thüringen/l, Thüringen GmbH/o", "Thüringen/l, Thüringen GmbH/o"),
    ("Xiamen/o, Xiamen/l", "Xiamen/l, Xiamen/l"),
    ("Bramfurt/o, Bramfurt/l, Bramfurt/l", "Bramfurt/l, Bramfurt/l, Bramfurt/l"),
    ("Bramwerk/o, Bramwerk/o, Bramwerk/l", "Bramwerk/o, Bramwerk/o, Bramwerk/o"),
    ("Bramfurt/o, Bramfurt/l", "Bramfurt/o, Bramfurt/l"),
    ("TUB/o, TUB/l, TUB/l", "TUB/o, TUB/l, TUB/l"),
    # the genitive of a place that is named
    ("Bramfurts/l, Bramfurt/l", "Bramfurt/l, Bramfurt/l"),
    ("Bramfurts/l", "Bramfurts/l"),
    # any companies, and who unites them
    ("Auer Unternehmen/o, Verband kommunaler Unternehmen/o", "Verband kommunaler Unternehmen/o"),
    # what belongs to a body that is named is not that body
    ("EUA/o, EUA-Mitgliedschaft/o", "EUA/o, EUA/o"),
    ("NET/o, NET-Hochschulen/o", "NET/o, NET/o"),
    ("CPP/o, CPP-Delegation/o", "CPP/o, CPP/o"),
    ("EUA-Mitgliedschaft/o", "EUA-Mitgliedschaft/o"),
    ("NET/o, NET-Hochschule/o", "NET/o, NET-Hochschule/o"),
    ("IHK/o, IHK-Vollversammlung/o", "IHK/o, IHK-Vollversammlung/o"),
    ("CDU/o, CDU-Fraktion/o", "CDU/o, CDU-Fraktion/o"),
]


@pytest.mark.parametrize(("names", "expected"), CASES)
def test_mentions_agree(names: str, expected: str) -> None:
    assert ", ".join(told(names)) == expected
