"""Training articles made anew: other names, fewer paragraphs, a strange one between, gaps.

Shown the same articles ten times over, the reader learns them by heart: of the words in a
trigger's own sentence it gave 86 in 100 the right part in articles that it had seen, 75 in others.
What an article tells does not hang on its names, so places, people and bodies take those of other
texts, real ones among them, the same one wherever it stands ("Kiel", "Kiels", "Kieler").

The chances that the main graph gave for triggers stay those of the article as it was.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from recipe.article import Text, encoded
from recipe.sentences import EventMarks, Sentence
from recipe.unigram import END, UNKNOWN, Unigram

# Shares of articles: with other names, with a strange paragraph, with gaps.
RENAMED_SHARE, STRANGE_SHARE, GAPPY_SHARE = 0.6, 0.2, 0.5
LEAST_RENAMED = 0.3  # of an article's names
DROPPED_SHARE = 0.12  # of the paragraphs that tell no event
GAP_SHARE = 0.06  # of the pieces
# A word is a name's where the texts have it as one so often; bodies' words are often plain ones
# ("Verband") and must be rare, too.
LEAST_PLACE, LEAST_PERSON, LEAST_BODY, MOST_TEXTS = 0.8, 0.8, 0.9, 4
SHORTEST = {"LOC": 3, "PER": 3, "ORG": 4}
ENDINGS = ("s", "er", "n")  # "Kiels", "Kieler", "Kielern"
LONGEST_ACRONYM = 6
GIVEN, FAMILY = "given name", "PER"


@dataclass(frozen=True, slots=True)
class NameWords:
    """Which words belong to names, of what kind, and which ones may take their places."""

    kinds: Mapping[str, str]
    pools: Mapping[str, list[str]]

    def other(self, word: str, draw: random.Random) -> str:
        """Another word of its kind."""
        return draw.choice(self.pools[self.kinds[word]])


def name_words(named: Iterable[tuple[str, Sequence[str], Sequence[str]]]) -> NameWords:
    """Collect them from texts, each a unit with its words and their name tags."""
    tags: dict[str, Counter[str]] = defaultdict(Counter)
    units: dict[str, set[str]] = defaultdict(set)
    given: set[str] = set()
    alone: set[str] = set()  # places of one word: "Bad" of "Bad Salzungen" is none
    for unit, words, names in named:
        for word, tag in zip(words, names, strict=True):
            tags[word][tag[2:]] += 1
            units[word].add(unit)
        for start, end, label in _spans(names):
            if label == "PER" and end - start > 1:
                given.add(words[start])
            elif label == "LOC" and end - start == 1:
                alone.add(words[start])
    kinds: dict[str, str] = {}
    for word, counts in sorted(tags.items()):
        share = {label: count / counts.total() for label, count in counts.items()}
        if not word[0].isupper() or not word.replace("-", "").isalpha():
            continue
        if share.get("LOC", 0) >= LEAST_PLACE and len(word) >= SHORTEST["LOC"]:
            kinds[word] = "LOC"
        elif share.get("PER", 0) >= LEAST_PERSON and len(word) >= SHORTEST["PER"]:
            kinds[word] = GIVEN if word in given else FAMILY
        elif (
            share.get("ORG", 0) >= LEAST_BODY
            and len(units[word]) <= MOST_TEXTS
            and len(word) >= SHORTEST["ORG"]
            and not word.isupper()
        ):
            kinds[word] = "ORG"
    pools: dict[str, list[str]] = defaultdict(list)
    for word, kind in kinds.items():
        if kind != "LOC" or word in alone:
            pools[kind].append(word)
    return NameWords(kinds, dict(pools))


def _spans(names: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    start = 0
    for end in range(1, len(names) + 1):
        if end == len(names) or not names[end].startswith("I-"):
            if names[start] != "O":
                yield start, end, names[start][2:]
            start = end


class Noise:
    """Makes texts anew; `quiet` are texts without events, of which paragraphs are borrowed."""

    def __init__(self, names: NameWords, quiet: Sequence[Text], unigram: Unigram) -> None:
        self._names, self._quiet, self._unigram = names, quiet, unigram

    def anew(self, text: Text, draw: random.Random) -> Text:
        """The text with some of the noise."""
        if draw.random() < RENAMED_SHARE:
            text = replace(text, words=self._renamed(text, draw))
        strange = draw.choice(self._quiet) if draw.random() < STRANGE_SHARE else None
        text = encoded(_with_other_paragraphs(text, strange, draw), self._unigram)
        if draw.random() >= GAPPY_SHARE:
            return text
        gappy = [
            UNKNOWN if piece != END and draw.random() < GAP_SHARE else piece for piece in text.ids
        ]
        return replace(text, ids=gappy)

    def _renamed(self, text: Text, draw: random.Random) -> list[str]:
        """The words with other names; bodies with an acronym beside them keep theirs."""
        kinds, share = self._names.kinds, draw.uniform(LEAST_RENAMED, 1)
        named = [(w, tag) for w, tag in zip(text.words, text.names, strict=True) if tag != "O"]
        has_acronym = any(
            tag.endswith("ORG") and word.isupper() and len(word) <= LONGEST_ACRONYM
            for word, tag in named
        )
        table: dict[str, str] = {}
        for word, _ in named:
            is_kept = word in table or word not in kinds or draw.random() > share
            if not is_kept and not (kinds[word] == "ORG" and has_acronym):
                table[word] = self._names.other(word, draw)
        forms = dict(table)
        for word, other in table.items():
            for ending in ENDINGS:
                if word + ending not in kinds:
                    forms.setdefault(word + ending, other + ending)
        return [_renamed_word(word, forms) for word in text.words]


def _renamed_word(word: str, forms: Mapping[str, str]) -> str:
    first, hyphen, rest = word.partition("-")  # "Kiel-Reise"
    if hyphen and word not in forms and first in forms:
        return f"{forms[first]}-{rest}"
    return forms.get(word, word)


def _with_other_paragraphs(text: Text, strange: Text | None, draw: random.Random) -> Text:
    """The text without some paragraphs that tell nothing, and with a strange one somewhere."""
    telling = {word for word, *_ in text.marks.triggers}
    borders = list(zip(text.breaks, [*text.breaks[1:], len(text.words)], strict=True))
    kept = [
        (start, end)
        for start, end in borders
        if draw.random() >= DROPPED_SHARE or not telling.isdisjoint(range(start, end))
    ]
    parts = [(text, start, end) for start, end in kept or borders[:1]]
    if strange is not None:
        parts.insert(draw.randint(0, len(parts)), (strange, 0, len(strange.words)))
    return _joined(text, parts)


def _joined(own: Text, parts: Iterable[tuple[Text, int, int]]) -> Text:
    """Run parts of texts together, with the marks of one of them."""
    whole = Text(own.unit, [], [], [], [], [], np.zeros(0), EventMarks())
    chances, place = [], {}
    for text, start, end in parts:
        shift = len(whole.words) - start
        before = whole.sentence[-1] + 1 if whole.sentence else 0
        whole.breaks += [start + shift, *(b + shift for b in text.breaks if start < b < end)]
        whole.words += text.words[start:end]
        whole.spaces += text.spaces[start:end]
        whole.names += text.names[start:end]
        whole.sentence += [n - text.sentence[start] + before for n in text.sentence[start:end]]
        chances.append(text.chances[start:end])
        if text is own:
            place.update({word: word + shift for word in range(start, end)})
    whole.chances = np.concatenate(chances)
    whole.marks = EventMarks(
        [(place[w], e, label, s) for w, e, label, s in own.marks.triggers if w in place],
        {(e, place[w]): role for (e, w), role in own.marks.roles.items() if w in place},
        [(place[w], number) for w, number in own.marks.people if w in place],
    )
    return whole


def names_of(texts: Iterable[Text], sentences: Iterable[Sentence]) -> NameWords:
    """The name words of texts and of the open sets' sentences."""
    of_texts = ((text.unit, text.words, text.names) for text in texts)
    of_sentences = ((s.unit, s.words, s.names) for s in sentences if s.names)
    return name_words([*of_texts, *of_sentences])
