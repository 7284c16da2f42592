"""The corpus is sound: every gold file has its text, and everything in it can be found there.

Texts are read as the product reads them, so that gold names nothing a reader would lose; white
space and line-end hyphens are evened out first, since gold is written by people.
"""

from __future__ import annotations

import csv
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from presselese.reading import read_file
from presselese.settings import Settings

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
GOLD_FILES = sorted(
    path for part in ("", "fitting/", "unread/") for path in CORPUS.glob(f"{part}gold/*.json")
)
GOLD_KEYS = {"id", "published", "events", "people", "dates", "figures"}
DELEGATION_NAMES = {"destination", "origin", "organiser", "leader", "participants", "host"}
SLOTS = {
    "delegation": DELEGATION_NAMES | {"size", "start", "end"},
    "founding": {"organisation", "founder", "date", "place", "kind"},
    "membership": {"member", "organisation", "date", "change"},
}
LIST_SLOTS = DELEGATION_NAMES | {"founder", "place", "member"}
DATE_SLOTS = {"start", "end", "date"}
STATUSES = {"done", "planned", "negated"}
CHOICES = {"kind": {"founding", "opening"}, "change": {"joins", "is", "leaves"}}
MODS = {None, "approx", "over", "under"}
SPLITS = {"train", "dev", "test"}

DAY = r"(?:\d{4}|XXXX)(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
PARTIAL = re.compile(DAY)
WEEK = r"\d{4}-W[0-5]\d"
DURATION = r"P(?:\d+[YMWD]|T\d+[HM])"
DATE_VALUE = re.compile(rf"(?:{DAY}|{WEEK}|{DURATION}|{DAY}/{DAY})")
WEEKDAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")


def load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def text_file(gold: Path) -> Path:
    matches = sorted((gold.parents[1] / "texts").glob(f"{gold.stem}.*"))
    assert len(matches) == 1, f"{gold.name} needs exactly one text, has {len(matches)}"
    return matches[0]


def evened(text: str) -> str:
    """Join what a line end divided ("Mit-\\nglieder", pdfium's U+FFFE) and even out white space."""
    text = re.sub("\u00ad|\ufffe\\s*", "", text)
    text = re.sub(r"(?<=\w)-\s*\n\s*(?=[a-zäöüß])", "", text)
    return re.sub(r"\s+", " ", re.sub(r"[|*#>`_]|---", " ", text))


@pytest.fixture(scope="module")
def article_texts() -> dict[str, str]:
    texts = {}
    for gold in GOLD_FILES:
        path = text_file(gold)
        result = read_file(path, relative_to=path.parent, settings=Settings())
        assert not result.faults, f"{path.name}: {result.faults}"
        assert len(result.documents) == 1, f"{path.name} holds several articles: it needs no gold"
        document = result.documents[0]
        texts[gold.stem] = evened(f"{document.source.title or ''}\n{document.raw_text}")
    return texts


@pytest.mark.parametrize("path", GOLD_FILES, ids=lambda p: p.stem)
def test_gold_file_has_the_settled_shape(path: Path) -> None:
    gold = load(path)
    assert set(gold) == GOLD_KEYS
    assert gold["id"] == path.stem
    assert gold["published"] is None or PARTIAL.fullmatch(gold["published"])
    for event in gold["events"]:
        assert set(event) == SLOTS[event["type"]] | {"type", "status", "evidence"}
        assert event["status"] in STATUSES
        assert 6 <= len(event["evidence"].split()) <= 12, event["evidence"]
        for slot in SLOTS[event["type"]]:
            value = event[slot]
            if slot in LIST_SLOTS:
                assert all(isinstance(name, str) and name.strip() for name in value)
            elif slot in DATE_SLOTS:
                assert value is None or PARTIAL.fullmatch(value), value
            elif slot in CHOICES:
                assert value in CHOICES[slot]
            elif slot == "size":
                assert value is None or isinstance(value, int)
            else:
                assert isinstance(value, str) and value.strip()
    for person in gold["people"]:
        assert set(person) == {"name", "role", "organisation"}
    for mention in gold["dates"]:
        assert DATE_VALUE.fullmatch(mention["value"]), mention
    for figure in gold["figures"]:
        assert set(figure) == {"text", "value", "unit", "counts", "mod"}
        assert isinstance(figure["value"], int | float) and figure["mod"] in MODS


@pytest.mark.parametrize("path", GOLD_FILES, ids=lambda p: p.stem)
def test_everything_in_gold_occurs_in_the_article(
    path: Path, article_texts: dict[str, str]
) -> None:
    gold, text = load(path), article_texts[path.stem]
    missing = [e["evidence"] for e in gold["events"] if evened(e["evidence"]) not in text]
    mentions = [evened(m["text"]) for m in [*gold["dates"], *gold["figures"]]]
    missing += [m for m in set(mentions) if text.count(m) < mentions.count(m)]
    missing += [p["name"] for p in gold["people"] if p["name"].split()[-1] not in text]
    assert not missing


@pytest.mark.parametrize("path", GOLD_FILES, ids=lambda p: p.stem)
def test_named_weekdays_fall_on_their_date(path: Path) -> None:
    for mention in load(path)["dates"]:
        named = [i for i, day in enumerate(WEEKDAYS) if day in mention["text"].casefold()]
        if named and re.fullmatch(r"\d{4}-\d\d-\d\d", mention["value"]):
            assert date.fromisoformat(mention["value"]).weekday() == named[0], mention


def test_every_text_is_in_the_split_and_every_split_has_its_text() -> None:
    with (CORPUS / "split.tsv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle, delimiter="\t"))
    assert [row["id"] for row in rows] == sorted(p.stem for p in (CORPUS / "texts").iterdir())
    assert {row["split"] for row in rows} == SPLITS
    for row in rows:
        assert (CORPUS / "texts" / f"{row['id']}.{row['format']}").is_file(), row
        assert (row["kind"] == "several") != (CORPUS / "gold" / f"{row['id']}.json").is_file(), row
