"""Reads the project's own press sentences (`models/press/*.txt`).

One sentence a line, names marked inline: `Die [[ORG|IHK Zwickau]] lädt ein.`; `#` opens a comment,
`## name` a block of sentences that belong together and are held out together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy

from recipe.marked import parsed_lines
from recipe.readers import tag_mentions
from recipe.sentences import NAME_LABELS, Sentence, is_held_out

MARK = re.compile(r"\[\[([A-Z]+)\|(.+?)\]\]")
UNIT_LETTERS = 40  # a line outside any block is its own unit, named by its first letters


def parse_marked(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The plain text and its names as character spans; raises ValueError on a bad mark."""
    text, names, position = "", [], 0
    for mark in MARK.finditer(line):
        text += line[position : mark.start()]
        label, name = mark.groups()
        if label not in NAME_LABELS:
            raise ValueError(f"unknown label {label}: use one of {', '.join(NAME_LABELS)}")
        names.append((len(text), len(text) + len(name), label))
        text += name
        position = mark.end()
    text += line[position:]
    if "[[" in text or "]]" in text:
        raise ValueError("unclosed name mark: write [[LABEL|name]]")
    return text, names


def read_press_file(path: Path, nlp: Any) -> Iterator[Sentence]:
    """Sentences of one file, tokenised as at run time."""
    for block, line, (text, names) in parsed_lines(path, parse_marked):
        doc = nlp(text)
        tags = tag_mentions(doc, names)
        words = [token.text for token in doc]
        spaces = [bool(token.whitespace_) for token in doc]
        unit = block or line[:UNIT_LETTERS]
        yield Sentence(words, spaces, "press", unit, names=tags)


def read_press(folder: Path) -> tuple[list[Sentence], list[Sentence]]:
    """Training and held-out sentences of all files, in the order of their names."""
    nlp = spacy.blank("de")
    sentences = [s for path in sorted(folder.glob("*.txt")) for s in read_press_file(path, nlp)]
    held = [s for s in sentences if is_held_out(s.unit)]
    held_keys = {s.key for s in held}
    train = [s for s in sentences if not is_held_out(s.unit) and s.key not in held_keys]
    return train, held
