"""Reads which paragraphs of real texts tell an event: `models/events/news/*.tsv`.

The texts are articles (Wikinews, SmartData) and sentences (GermEval, PUD, GSD) of DATA and are not
kept here. A line holds

    document <tab> paragraph <tab> checksum <tab> marks

where the document is the article's or sentence's number, the paragraph counts its non-empty lines
from 0 (the headline of Wikinews is one), the checksum is the CRC-32 of the paragraph's text, and
the marks are `start-end roles or trigger`, as in `events`, with `; ` between them. `-` says that
the paragraph tells no event, `?` that annotators were unsure: it is left out. Another
paragraph of such a document tells none: an earlier release had found no trigger in it.

The event passages written for this project speak of little else than events. Without such texts
the heads took terror groups, teams and demonstrations for delegations.
"""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import spacy

from recipe.events import Passage, add_marks, marks_of
from recipe.readers import read_germeval, read_trees
from recipe.sentences import Sentence, is_held_out

LETTERS = range(25, 1500)  # of a paragraph: shorter ones are crumbs, longer ones tables
SHORTEST_DOCUMENT = 500  # letters of a SmartData document: shorter ones are tweets and traffic
# Of the paragraphs in which the earlier release found nothing, one in so many is taught.
EASY_SHARE = 3
# Paragraphs with an event are one in seventy: shown that often, real news would come to mean none.
TOLD_TIMES = 4
ONE_MARK = re.compile(r"(\d+)-(\d+) (.+)")


def read_news(folder: Path, data: Path) -> tuple[list[Sentence], list[Sentence]]:
    """Training and held-out paragraphs; in training those that tell an event come several times.

    Raises ValueError where a text is not the one that was annotated.
    """
    nlp = spacy.blank("de")
    found: list[Sentence] = []
    for source in SOURCES:
        lines = folder / f"{source}.tsv"
        if lines.exists():
            found += _read(source, data, read_marks(lines), nlp)
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


def paragraphs(source: str, data: Path) -> Iterator[tuple[str, str, int, str]]:
    """Yield (document, unit, paragraph, text) of a source; `unit` is what may be held out."""
    for document, (unit, text) in SOURCES[source](data):
        for number, paragraph in enumerate(re.split(r"\n+", text)):
            if len(paragraph.strip()) in LETTERS:
                yield document, unit, number, paragraph.strip()


# A document's number with its unit and text. The units are those of `readers`: what is held out
# for names or trees is held out here.
Documents = Iterator[tuple[str, tuple[str, str]]]


def _wikinews(data: Path) -> Documents:
    with gzip.open(data / "text/wikinews.txt.gz", "rt", encoding="utf-8") as lines:
        for article in re.split(r"^# (?=\d+ - )", lines.read(), flags=re.MULTILINE)[1:]:
            head, _, body = article.partition("\n")
            number, _, title = head.partition(" - ")
            title = re.sub(r" \(\d{4}-\d\d-\d\d\)$", "", title)
            yield number, (f"wikinews/{number}", f"{title}\n\n{body}")


def _smartdata(data: Path) -> Documents:
    with gzip.open(data / "ner/smartdata.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            document = json.loads(line)
            if len(document["text"]) >= SHORTEST_DOCUMENT:
                yield str(number), (document["id"], document["text"])


def _sentences(sentences: Iterable[Sentence]) -> Documents:
    for number, sentence in enumerate(sentences):
        spaced = zip(sentence.words, sentence.spaces, strict=True)
        text = "".join(word + " " * space for word, space in spaced)
        yield str(number), (sentence.unit, text.strip())


SOURCES: dict[str, Callable[[Path], Documents]] = {
    "wikinews": _wikinews,
    "smartdata": _smartdata,
    "germeval": lambda data: _sentences(read_germeval(data / "ner/germeval2014.tsv")),
    "pud": lambda data: _sentences(read_trees(data / "trees/pud.conllu", "pud")),
    "gsd": lambda data: _sentences(read_trees(data / "trees/gsd.conllu", "gsd")),
}


def _read(
    source: str, data: Path, marks: dict[str, dict[int, tuple[int, str]]], nlp: Any
) -> Iterator[Sentence]:
    for document, unit, number, text in paragraphs(source, data):
        if document not in marks:
            continue
        checksum = zlib.crc32(text.encode())
        if number not in marks[document] and checksum % EASY_SHARE:
            continue
        annotated, written = marks[document].get(number, (checksum, "-"))
        if annotated != checksum:
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
            events=marks_of(doc, _passage(text, written, number)),
        )


def _passage(text: str, written: str, number: int) -> Passage:
    """Return a paragraph with its marks; its events are no other paragraph's."""
    passage = Passage(text)
    for mark in written.split("; ") if written != "-" else ():
        found = ONE_MARK.fullmatch(mark)
        if found is None:
            raise ValueError(f"no mark: {mark!r}")
        add_marks(passage, int(found[1]), int(found[2]), found[3])
    triggers, roles = passage.triggers, passage.roles
    passage.triggers = [(s, e, f"{number}/{n}", label, st) for s, e, n, label, st in triggers]
    passage.roles = [(s, e, f"{number}/{n}", role) for s, e, n, role in roles]
    return passage
