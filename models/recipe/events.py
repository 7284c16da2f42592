"""Reads the project's own event passages (`models/events/*.txt`).

One paragraph a line; names as in `press`, with the roles that they play: `[[LOC|Kiel|1.member]]`;
unnamed phrases `[[NP|das Netzwerk|1.organisation]]`, dates and sizes likewise; triggers
`[[!|beigetreten|1 joins done]]`. `## name` opens a block: an article, held out as a whole.
models/events/README.md describes the marks.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import spacy

from recipe.labels import EVENT_LABELS, PERSON, ROLES, STATUSES
from recipe.marked import parsed_lines
from recipe.readers import tag_mentions
from recipe.sentences import NAME_LABELS, EventMarks, Sentence, Tree, is_held_out

MARK = re.compile(r"\[\[([A-Z]+|!)\|([^\[\]|]+?)(?:\|([^\[\]|]*))?\]\]")
ROLE = re.compile(r"(\d+)\.(\w+)")
TRIGGER = re.compile(r"(\d+) (\w+) (\w+)")
PHRASES = ("NP", "DATE", "NUM")
# What a training that goes on from finished weights is shown: the articles in the shape of real
# pages so many times, and beside them a share of all others, so that the network keeps what it
# knows. Older articles alone taught it their own ways (models/README.md).
REAL_SHAPED, REAL_TIMES, OTHER_SHARE = "rq_", 2, 0.25
OTHER_SEED = 5  # draws the share; the shipped weights saw this one


@dataclass(slots=True)
class Passage:
    """The plain text of a paragraph and its marks as character spans."""

    text: str = ""
    names: list[tuple[int, int, str]] = field(default_factory=list)
    triggers: list[tuple[int, int, str, str, str]] = field(default_factory=list)
    roles: list[tuple[int, int, str, str]] = field(default_factory=list)


def parse_passage(line: str) -> Passage:
    """Read one marked paragraph; raises ValueError naming the bad mark."""
    passage, position = Passage(), 0
    for mark in MARK.finditer(line):
        passage.text += line[position : mark.start()]
        position = mark.end()
        kind, words, extra = mark.groups()
        start, end = len(passage.text), len(passage.text) + len(words)
        passage.text += words
        if kind in NAME_LABELS:
            passage.names.append((start, end, kind))
        elif kind not in (*PHRASES, "!"):
            raise ValueError(f"unknown type {kind}")
        add_marks(passage, start, end, extra or "")
    passage.text += line[position:]
    if "[[" in passage.text or "]]" in passage.text:
        raise ValueError("unclosed mark: write [[TYPE|words|roles]]")
    return passage


def add_marks(passage: Passage, start: int, end: int, extra: str) -> None:
    """Add what one mark says to a passage; raises ValueError for unknown words."""
    for event, role in ROLE.findall(extra):
        if role not in (*ROLES, PERSON):
            raise ValueError(f"unknown role {role}: use one of {', '.join(ROLES[1:])}")
        passage.roles.append((start, end, event, role))
    for event, label, status in TRIGGER.findall(extra):
        if label not in EVENT_LABELS or status not in STATUSES:
            raise ValueError(f"unknown label or status in {extra!r}")
        passage.triggers.append((start, end, event, label, status))


def read_events_file(path: Path, nlp: Any) -> Iterator[Sentence]:
    """Paragraphs of one file, tokenised as at run time."""
    for block, _, passage in parsed_lines(path, parse_passage):
        doc = nlp(passage.text)
        yield Sentence(
            [token.text for token in doc],
            [bool(token.whitespace_) for token in doc],
            "events",
            block,
            names=tag_mentions(doc, passage.names),
            is_one_sentence=False,
            events=marks_of(doc, passage),
        )


def marks_of(doc: Any, passage: Passage) -> EventMarks:
    """Character spans to word indices; a mark that cuts a word takes the whole word."""

    def words(start: int, end: int) -> range:
        span = doc.char_span(start, end, alignment_mode="expand")
        return range(span.start, span.end)

    marks = EventMarks()
    for start, end, event, label, status in passage.triggers:
        word = words(start, end)[0]
        marks.triggers.append((word, event, EVENT_LABELS.index(label), STATUSES.index(status)))
    for start, end, event, role in passage.roles:
        if role == PERSON:
            marks.people.append((words(start, end)[-1], event))
            continue
        for word in words(start, end):
            # "8. bis 13. Juni" is start and end at once: the first role written stands for both.
            marks.roles.setdefault((event, word), ROLES.index(role))
    return marks


def joined(passages: list[Sentence], words: int, *, singles: bool = False) -> Iterator[Sentence]:
    """Yield paragraphs of one block in windows of up to about `words` words, as at run time.

    A window of one paragraph is left out unless `singles`.
    """
    part: list[Sentence] = []
    for passage in [*passages, None]:
        length = sum(len(p.words) for p in part)
        is_full = passage is None or (
            part and (passage.unit != part[0].unit or length + len(passage.words) > words)
        )
        if is_full:
            if len(part) > 1 or (part and singles):
                yield _run_together(part)
            part = []
        if passage is not None:
            part.append(passage)


def _run_together(part: list[Sentence]) -> Sentence:
    words: list[str] = []
    spaces: list[bool] = []
    names: list[str] = []
    breaks: list[int] = []
    marks = EventMarks()
    for passage in part:
        assert passage.events is not None
        shift = len(words)
        breaks += [shift] if shift else []
        words += passage.words
        spaces += [*passage.spaces[:-1], True]
        names += passage.names or []
        marks.triggers.extend(
            (w + shift, event, label, status) for w, event, label, status in passage.events.triggers
        )
        marks.roles.update({(e, w + shift): r for (e, w), r in passage.events.roles.items()})
        marks.people.extend((w + shift, event) for w, event in passage.events.people)
    trees = [passage.tree for passage in part if passage.tree is not None]
    tree = _tree_of_all(trees) if len(trees) == len(part) else None
    return replace(
        part[0], words=words, spaces=spaces, names=names, tree=tree, events=marks,
        breaks=tuple(breaks),
    )  # fmt: skip


def _tree_of_all(trees: list[Tree]) -> Tree:
    whole = Tree([], [], [], [], [])
    for tree in trees:
        shift = len(whole.upos)
        whole.upos.extend(tree.upos)
        whole.feats.extend(tree.feats)
        whole.lemmas.extend(tree.lemmas)
        whole.heads.extend(head + shift if head else 0 for head in tree.heads)
        whole.relations.extend(tree.relations)
    return whole


def read_events(folder: Path) -> tuple[list[Sentence], list[Sentence]]:
    """Training and held-out paragraphs of all files, in the order of their names."""
    nlp = spacy.blank("de")
    passages = [s for path in sorted(folder.glob("*.txt")) for s in read_events_file(path, nlp)]
    return (
        [s for s in passages if not is_held_out(s.unit)],
        [s for s in passages if is_held_out(s.unit)],
    )


def for_further_training(passages: list[Sentence]) -> list[int]:
    """Which passages (by index) a training that goes on is shown, see REAL_TIMES."""
    real = [i for i, s in enumerate(passages) if s.unit.startswith(REAL_SHAPED)]
    others = [i for i, s in enumerate(passages) if not s.unit.startswith(REAL_SHAPED)]
    random.Random(OTHER_SEED).shuffle(others)
    return others[: int(OTHER_SHARE * len(others))] + real * REAL_TIMES
