"""Reads the open data sets into `Sentence`s and splits each by document.

GermEval 2014 (outer level), SmartData, MobIE, UNER-PUD names; GSD and PUD trees. Text that is
held out in one set is dropped from the training part of every other (MobIE repeats SmartData).
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc

from recipe.sentences import Sentence, Tree, is_held_out, repair_bio, text_key

NO_SPACE_BEFORE = frozenset(".,;:!?)]}%…’") | {"...", "“", "”"}
NO_SPACE_AFTER = frozenset("([{„")
SHARED_START = 60  # letters: MobIE and SmartData texts that begin alike are the same text
LONG_LINE = 80  # words: a longer SmartData line is cut at the sentencizer's borders
MOBIE_SHARE = 3  # one document in three: traffic messages would outweigh the news


def guess_spaces(words: list[str]) -> list[bool]:
    """Whether a space follows each word, for corpora that keep words only."""
    spaces = [True] * len(words)
    quote_open = False
    for i, word in enumerate(words):
        if i and word in NO_SPACE_BEFORE:
            spaces[i - 1] = False
        if word in NO_SPACE_AFTER:
            spaces[i] = False
        if word in ('"', "''", "``"):
            if quote_open and i:
                spaces[i - 1] = False
            elif not quote_open:
                spaces[i] = False
            quote_open = not quote_open
    return spaces


def read_germeval(path: Path) -> Iterator[Sentence]:
    """Outer level only; derived ("Berliner") and partial ("China-Reise") names are O here."""
    unit = ""
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        fields = line.split("\t")
        if line.startswith("#"):
            unit = fields[1]
        elif not line.strip():
            if words:
                yield Sentence(words, guess_spaces(words), "germeval", unit, names=repair_bio(tags))
            words, tags = [], []
        else:
            tag = fields[2]
            words.append(fields[1])
            derived = tag.endswith(("deriv", "part"))
            tags.append("O" if derived else tag.replace("OTH", "MISC"))


def industry_label(name: str) -> str | None:
    """SmartData's and MobIE's fine types as our four labels; None: not a name here."""
    name = name.lower().replace("_", "-")
    if name == "person":
        return "PER"
    if name in ("organization", "organization-company"):
        return "ORG"
    return "LOC" if name.startswith("location") else None


def read_smartdata(path: Path) -> Iterator[Sentence]:
    """Lines of the documents, tokenised as at run time; borders widened to whole words."""
    nlp = spacy.blank("de")
    nlp.add_pipe("sentencizer")
    seen: set[str] = set()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            start = text_key(document["text"])[:SHARED_START]
            if start in seen:
                continue
            seen.add(start)
            yield from _smartdata_document(nlp, document)


def _smartdata_document(nlp: Any, document: dict[str, Any]) -> Iterator[Sentence]:
    mentions = [(m["start"], m["end"], industry_label(m["type"])) for m in document["mentions"]]
    offset = 0
    for text in document["text"].split("\n"):
        if text.strip():
            doc = nlp(text)
            inside = [
                (start - offset, end - offset, label)
                for start, end, label in mentions
                if label and start >= offset and end <= offset + len(text)
            ]
            tags = tag_mentions(doc, inside)
            spans = [doc[:]] if len(doc) <= LONG_LINE else list(doc.sents)
            for span in spans:
                sentence = _piece(doc, span.start, span.end, tags, document["id"])
                if sentence.words:
                    yield sentence
        offset += len(text) + 1


def tag_mentions(doc: Doc, mentions: Iterable[tuple[int, int, str]]) -> list[str]:
    """BIO tags of character spans; of overlapping spans the longest wins."""
    tags = ["O"] * len(doc)
    for start, end, label in sorted(mentions, key=lambda m: (m[0] - m[1], m[0])):
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None or any(tags[i] != "O" for i in range(span.start, span.end)):
            continue
        for i in range(span.start, span.end):
            tags[i] = ("B-" if i == span.start else "I-") + label
    return tags


def _piece(doc: Doc, start: int, end: int, tags: list[str], unit: str) -> Sentence:
    kept = [i for i in range(start, end) if not doc[i].is_space]
    spaces = [bool(doc[i].whitespace_) or (i + 1 < end and doc[i + 1].is_space) for i in kept]
    names = repair_bio([tags[i] for i in kept])
    words = [doc[i].text for i in kept]
    return Sentence(words, spaces, "smartdata", unit, names=names, is_one_sentence=False)


def read_mobie(path: Path) -> Iterator[Sentence]:
    unit = ""
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("-DOCSTART-"):
            unit = line.split()[1]
        elif not line.strip():
            if words:
                spaces = guess_spaces(words)
                names = repair_bio(tags)
                yield Sentence(words, spaces, "mobie", unit, names=names, is_one_sentence=False)
            words, tags = [], []
        else:
            fields = line.split("\t")
            label = industry_label(fields[3][2:])
            words.append(fields[0])
            tags.append(f"{fields[3][:2]}{label}" if label else "O")


def read_trees(path: Path, source: str) -> Iterator[Sentence]:
    """UD syntactic words; relation subtypes are cut."""
    for number, block in enumerate(path.read_text(encoding="utf-8").strip().split("\n\n")):
        rows = [line.split("\t") for line in block.split("\n") if not line.startswith("#")]
        words = [row for row in rows if row[0].isdigit()]
        ranges = [row for row in rows if "-" in row[0]]
        spaces = ["SpaceAfter=No" not in row[9] for row in words]
        contractions = []
        for row in ranges:
            first, last = (int(number) - 1 for number in row[0].split("-"))
            contractions.append((first, last, row[1]))
            spaces[last] = "SpaceAfter=No" not in row[9]
        tree = Tree(
            [row[3] for row in words],
            [_features(row[5]) for row in words],
            [row[2] for row in words],
            [int(row[6]) for row in words],
            [row[7].split(":")[0] for row in words],
        )
        forms = [row[1] for row in words]
        yield Sentence(
            forms, spaces, source, f"{source}-{number}", tree=tree, contractions=contractions
        )


def _features(column: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in column.split("|")) if column != "_" else {}


def read_pud(trees: Path, names: Path) -> Iterator[Sentence]:
    """PUD sentences with both layers where the two files cut the words alike."""
    blocks = names.read_text(encoding="utf-8").strip().split("\n\n")
    tagged = {}
    for block in blocks:
        rows = [line.split("\t") for line in block.split("\n") if not line.startswith("#")]
        words = tuple(row[1] for row in rows)
        tagged[words] = [row[2] if row[2][2:] in ("PER", "ORG", "LOC") else "O" for row in rows]
    for sentence in read_trees(trees, "pud"):
        tags = tagged.get(tuple(sentence.words))
        yield replace(sentence, names=repair_bio(tags)) if tags else sentence


def read_all(data: Path, *, with_hdt: bool = False) -> dict[str, list[Sentence]]:
    """Every open set by its source name, training and held-out parts together."""
    mobie = read_mobie(data / "ner/mobie/train.conll2003")
    sets = {
        "germeval": list(read_germeval(data / "ner/germeval2014.tsv")),
        "smartdata": list(read_smartdata(data / "ner/smartdata.jsonl.gz")),
        "mobie": [s for s in mobie if is_sampled(s.unit)],
        "pud": list(read_pud(data / "trees/pud.conllu", data / "ner/uner_pud.iob2")),
        "gsd": list(read_trees(data / "trees/gsd.conllu", "gsd")),
    }
    if with_hdt:
        sets["hdt"] = list(read_trees(data / "trees/hdt_part.conllu", "hdt"))
    return sets


def is_sampled(unit: str) -> bool:
    """One MobIE document in three, by name."""
    return zlib.crc32(unit.encode()) % MOBIE_SHARE == 0


HELD_OUT_SOURCES = ("germeval", "smartdata", "gsd")


def split(
    sets: dict[str, list[Sentence]],
) -> tuple[dict[str, list[Sentence]], dict[str, list[Sentence]]]:
    """Training and held-out part; a text in the held-out part is in no training part."""
    held = {source: [s for s in sets[source] if is_held_out(s.unit)] for source in HELD_OUT_SOURCES}
    keys = {s.key[:SHARED_START] for part in held.values() for s in part}
    held_units = {s.unit for part in held.values() for s in part}
    train: dict[str, list[Sentence]] = {}
    for source, sentences in sets.items():
        leaking = {s.unit for s in sentences if source == "mobie" and s.key[:SHARED_START] in keys}
        train[source] = [
            s
            for s in sentences
            if s.unit not in held_units
            and s.unit not in leaking
            and s.key[:SHARED_START] not in keys
        ]
    return train, held
