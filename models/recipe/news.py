"""Reads which paragraphs of real news tell an event: `models/events/news/*.tsv`.

The texts are the Wikinews and SmartData articles of DATA and are not kept here. A line holds

    document <tab> paragraph <tab> checksum <tab> marks

where the document is the article's number, the paragraph counts its non-empty lines from 0 (the
headline of Wikinews is one), the checksum is the CRC-32 of the paragraph's text, and the marks are
`start-end roles or trigger`, as in `events`, with `; ` between them. `-` says that the paragraph
tells no event, `?` that annotators were unsure: it is left out. A paragraph without a line tells
none: an earlier release had found no trigger in it.

The event passages written for this project speak of little else than events. Without such texts
the heads took terror groups, teams and demonstrations for delegations.
"""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy

from recipe.events import Passage, add_marks, marks_of
from recipe.sentences import Sentence, is_held_out

SOURCES = {"wikinews": "text/wikinews.txt.gz", "smartdata": "ner/smartdata.jsonl.gz"}
LETTERS = range(25, 3000)  # of a paragraph: shorter ones are crumbs, longer ones tables
SHORTEST_DOCUMENT = 500  # letters of a SmartData document: shorter ones are tweets and traffic
# Paragraphs with an event are one in seventy: shown that often, real news would come to mean none.
TOLD_TIMES = 4
ONE_MARK = re.compile(r"(\d+)-(\d+) (.+)")


def read_news(folder: Path, data: Path) -> tuple[list[Sentence], list[Sentence]]:
    """Training and held-out paragraphs; in training those that tell an event come several times.

    Raises ValueError where a text is not the one that was annotated.
    """
    nlp = spacy.blank("de")
    found: list[Sentence] = []
    for source, path in SOURCES.items():
        lines = folder / f"{source}.tsv"
        if lines.exists():
            found += _read(source, data / path, read_marks(lines), nlp)
    train = [s for s in found if not is_held_out(s.unit)]
    train += [s for s in train if s.events and s.events.triggers] * (TOLD_TIMES - 1)
    return train, [s for s in found if is_held_out(s.unit)]


def read_marks(path: Path) -> dict[str, dict[int, tuple[int, str]]]:
    """Return (checksum, marks) by document and paragraph."""
    found: dict[str, dict[int, tuple[int, str]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            document, paragraph, checksum, marks = line.split("\t")
            found.setdefault(document, {})[int(paragraph)] = (int(checksum, 16), marks)
    return found


def paragraphs(source: str, path: Path) -> Iterator[tuple[str, str, int, str]]:
    """Yield (document, unit, paragraph, text) of all articles; `unit` is what may be held out."""
    documents = _wikinews(path) if source == "wikinews" else _smartdata(path)
    for document, unit, text in documents:
        for number, paragraph in enumerate(re.split(r"\n+", text)):
            if len(paragraph.strip()) in LETTERS:
                yield document, unit, number, paragraph.strip()


def _wikinews(path: Path) -> Iterator[tuple[str, str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for article in re.split(r"^# (?=\d+ - )", lines.read(), flags=re.MULTILINE)[1:]:
            head, _, body = article.partition("\n")
            number, _, title = head.partition(" - ")
            title = re.sub(r" \(\d{4}-\d\d-\d\d\)$", "", title)
            yield number, f"wikinews/{number}", f"{title}\n\n{body}"


def _smartdata(path: Path) -> Iterator[tuple[str, str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            document = json.loads(line)
            if len(document["text"]) >= SHORTEST_DOCUMENT:
                # The same unit as in `readers`: what is held out for names is held out here.
                yield str(number), document["id"], document["text"]


def _read(
    source: str, path: Path, marks: dict[str, dict[int, tuple[int, str]]], nlp: Any
) -> Iterator[Sentence]:
    for document, unit, number, text in paragraphs(source, path):
        checksum, written = marks.get(document, {}).get(number, (None, "-"))
        if checksum is not None and checksum != zlib.crc32(text.encode()):
            raise ValueError(f"{source} {document}, paragraph {number}: not the annotated text")
        if written == "?":
            continue
        doc = nlp(text)
        yield Sentence(
            [token.text for token in doc],
            [bool(token.whitespace_) for token in doc],
            "news",
            unit,
            is_one_sentence=False,
            events=marks_of(doc, _passage(text, written)),
        )


def _passage(text: str, written: str) -> Passage:
    passage = Passage(text)
    for mark in written.split("; ") if written != "-" else ():
        found = ONE_MARK.fullmatch(mark)
        if found is None:
            raise ValueError(f"no mark: {mark!r}")
        add_marks(passage, int(found[1]), int(found[2]), found[3])
    return passage
