"""The spaCy component that runs the model over a Doc and writes names, tags, lemmas and trees."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Final, NamedTuple

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from de_presse.analyser import ROOT, Analyser, Analysis, Begun, Words
from de_presse.borders import line_starts, logits_demanded, places_to_cut, zone_borders
from de_presse.files import read_model_files
from de_presse.names import Name
from de_presse.told import Employer, Told
from de_presse.windows import BLOCK, CLAUSE, SENTENCE
from presselese.errors import BadConfiguration, InternalFault

Array = np.ndarray[Any, Any]
SCORES: Final = "de_presse_scores"
TOLD: Final = "de_presse_told"
EMPLOYERS: Final = "de_presse_employers"
FIELDS: Final[dict[str, list[Any] | None]] = {SCORES: [], TOLD: None, EMPLOYERS: []}
ZONES: Final = "presselese_zones"  # set by presselese before the pipeline runs; may be missing
THREADS_VARIABLE: Final = "DE_PRESSE_THREADS"
ATTRIBUTES: Final = ["POS", "MORPH", "LEMMA", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE"]
BEGIN, INSIDE, OUTSIDE = 3, 1, 2  # spaCy's codes of ENT_IOB
# Documents that `pipe` has begun beyond the one it gives out, a thread: short ones have one pass.
DOCUMENTS_AHEAD: Final = 2
SPACE_POS, SPACE_DEP, SPACY_ROOT = "SPACE", "dep", "ROOT"  # as in spaCy's own pipelines


@Language.factory(
    "de_presse_encoder",
    default_config={"weights": "de_presse", "threads": 1, "reads_events": False},
    assigns=[
        "doc.ents", "doc.sents", "token.pos", "token.morph", "token.lemma", "token.head",
        "token.dep", "token.is_sent_start", f"doc._.{SCORES}", f"doc._.{TOLD}",
        f"doc._.{EMPLOYERS}",
    ],
)  # fmt: skip
def make_encoder(
    nlp: Language, name: str, weights: str, threads: int, reads_events: bool
) -> Encoder:
    """Open the model of package or folder `weights`; the environment may set the threads."""
    threads = _threads(os.environ.get(THREADS_VARIABLE), threads)
    return Encoder(weights, threads=threads, reads_events=reads_events)


def _threads(wish: str | None, default: int) -> int:
    if not wish:
        return default
    if not wish.isdecimal() or not int(wish):
        raise BadConfiguration(THREADS_VARIABLE, f"{wish!r} is no number of threads", "Set 1 or 2.")
    return int(wish)


class _BegunDoc(NamedTuple):
    doc: Doc
    words: list[int]  # indices of the tokens that are no white space
    passes: Begun | None  # None for a Doc of white space


class Encoder:
    """One forward pass a batch of windows gives names, UPOS, features, lemmas, sentences and trees.

    Reads words and spaces, sentence starts that are already set (kept as they are) and
    `doc._.presselese_zones`. Writes what the factory's `assigns` says; `doc._.de_presse_scores`
    holds a dict for each name: start_char, end_char, label, score (0 to 1). `doc._.de_presse_told`
    holds one for each word that may tell an event: token, window (the same number for words that
    were read together), label, score, status, status_score, and roles, a list of dicts with token,
    role and score. It is None where no events are read: that is asked for by the setting
    `reads_events` or by `read_events()`, and costs about as much again as the rest where a text has
    people or words that may tell an event. `doc._.de_presse_employers` holds one for each word of a
    body that a person works for: person (the last token of the name), token, score; empty likewise.
    Labels are UD's, with "ROOT" for roots as spaCy has it. White space gets SPACE and hangs on the
    word to its left.

    No forward pass holds two documents, on purpose: see `windows`. With several threads `nlp.pipe`
    has the passes of several documents under way.

    >>> nlp = de_presse.load(); nlp("Die IHK Zwickau lädt ein.").ents

    Known limits: no tag_; sentences over about 110 words are analysed in parts that hang together
    as parataxis. Scores: models/README.md.
    """

    def __init__(self, weights: str, *, threads: int = 1, reads_events: bool = False) -> None:
        _register_fields()
        self.weights, self.threads, self.reads_events = weights, threads, False
        self._analyser = Analyser(read_model_files(weights), threads=threads)
        if reads_events:
            self.read_events()

    def read_events(self) -> None:
        """From now on read events and employers, too; nothing where the model cannot."""
        self.reads_events = True
        self._analyser.read_events()

    def __reduce__(self) -> tuple[Callable[..., Encoder], tuple[str, int, bool]]:
        # an open session cannot travel
        return _reopen, (self.weights, self.threads, self.reads_events)

    def __call__(self, doc: Doc) -> Doc:
        return self._finish(self._begin(doc))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 1) -> Iterator[Doc]:
        """Do the same to many Docs, in their order; `batch_size` is spaCy's and changes nothing."""
        ahead = DOCUMENTS_AHEAD * self.threads if self.threads > 1 else 0
        begun: deque[_BegunDoc] = deque()
        for doc in stream:
            begun.append(self._begin(doc))
            if len(begun) > ahead:
                yield self._finish(begun.popleft())
        while begun:
            yield self._finish(begun.popleft())

    def _begin(self, doc: Doc) -> _BegunDoc:
        words = np.flatnonzero(doc.to_array("IS_SPACE") == 0).tolist()
        begun = self._analyser.begin(read_words(doc, words)) if words else None
        return _BegunDoc(doc, words, begun)

    def _finish(self, begun: _BegunDoc) -> Doc:
        doc, words, passes = begun
        if passes is None:
            analysis = Analysis([], [], [], np.zeros(0, np.int64), [], [], None, [])
        else:
            analysis = self._analyser.finish(passes)
        write(doc, np.array(words, np.int64), analysis)
        return doc


def _reopen(weights: str, threads: int, reads_events: bool) -> Encoder:
    return Encoder(weights, threads=threads, reads_events=reads_events)


def _register_fields() -> None:
    for name, empty in FIELDS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=empty)
        elif Doc.get_extension(name)[0] != empty:
            raise InternalFault(
                f"Doc._.{name}",
                "another package uses this extension",
                "Uninstall that package or load it in another process.",
            )


def read_words(doc: Doc, words: Sequence[int]) -> Words:
    """Return what the model needs to know of the tokens `words`."""
    strings = doc.vocab.strings
    forms = [strings[orth] for orth in doc.to_array("ORTH")[words].tolist()]
    given = _given_starts(doc)
    starts = [given[i] for i in words]
    has_space = doc.to_array("SPACY").tolist()
    gaps = (has_space[a] == 1 or b > a + 1 for a, b in pairwise(words))
    after_space = [gap or start == 1 for gap, start in zip((True, *gaps), starts, strict=True)]
    cuts = places_to_cut(forms, after_space, _blocks(doc, words))
    for i, start in enumerate(starts):
        if start == 1:
            cuts[i] = max(cuts[i], SENTENCE)
        elif start == -1:
            cuts[i] = min(cuts[i], CLAUSE)
        elif cuts[i] == BLOCK:
            starts[i] = 1
    return Words(forms, after_space, cuts, starts, logits_demanded(forms, cuts))


def _given_starts(doc: Doc) -> list[int]:
    """1, 0 (open) or -1 a token; a Doc that nobody has split has 0 everywhere but at its start."""
    starts: list[int] = doc.to_array("SENT_START").astype(np.int64).tolist()
    return starts if any(starts[1:]) else [0] * len(starts)


def _blocks(doc: Doc, words: Sequence[int]) -> list[int]:
    """The words that start a block: index in `words`."""
    offsets = line_starts(doc.text)
    if Doc.has_extension(ZONES):
        offsets += zone_borders(doc._.get(ZONES))
    found = np.searchsorted(doc.to_array("IDX").astype(np.int64)[words], offsets)
    return [i for i in found.tolist() if i < len(words)]


def write(doc: Doc, words: Array, analysis: Analysis) -> None:
    """Write an analysis of the tokens `words` into the Doc; all others are white space."""
    count = len(doc)
    if not count:
        return
    code, morphology = doc.vocab.strings.add, doc.vocab.morphology
    rows = np.zeros((count, len(ATTRIBUTES)), np.uint64)
    rows[:, 0] = code(SPACE_POS)
    rows[:, 2] = doc.to_array("ORTH")
    rows[:, 3] = _to_left_word(words, count)
    rows[:, 4] = code(SPACE_DEP if len(words) else SPACY_ROOT)
    rows[:, 5] = OUTSIDE
    if len(words):
        relations = (SPACY_ROOT if name == ROOT else name for name in analysis.relations)
        rows[words, 0] = [code(tag) for tag in analysis.tags]
        rows[words, 1] = [morphology.add(morph) for morph in analysis.morphs]
        rows[words, 2] = [code(lemma) for lemma in analysis.lemmas]
        rows[words, 3] = (words[analysis.heads] - words).astype(np.uint64)
        rows[words, 4] = [code(name) for name in relations]
    for name in analysis.names:
        start, end = words[name.start], words[name.end - 1] + 1
        rows[start:end, 5] = INSIDE
        rows[start, 5] = BEGIN
        rows[start:end, 6] = code(name.label)
    doc.from_array(ATTRIBUTES, rows)  # type: ignore[arg-type]  # its stub wants 32 bits
    doc._.set(SCORES, _scores(doc, analysis.names))
    doc._.set(TOLD, _told(words, analysis.told))
    doc._.set(EMPLOYERS, _employers(words, analysis.employers))


def _to_left_word(words: Array, count: int) -> Array:
    """The way from each token to the word to its left (to the first word, before that)."""
    if not len(words):
        return np.zeros(count, np.uint64)
    left = np.searchsorted(words, np.arange(count), side="right") - 1
    way: Array = (words[np.maximum(left, 0)] - np.arange(count)).astype(np.uint64)
    return way


def _scores(doc: Doc, names: Sequence[Name]) -> list[dict[str, Any]]:
    return [
        {
            "start_char": span.start_char,
            "end_char": span.end_char,
            "label": span.label_,
            "score": round(name.score, 4),
        }
        for span, name in zip(doc.ents, names, strict=True)
    ]


def _employers(words: Array, employers: Sequence[Employer]) -> list[dict[str, Any]]:
    return [
        {
            "person": int(words[one.person]),
            "token": int(words[one.word]),
            "score": round(one.score, 4),
        }
        for one in employers
    ]


def _told(words: Array, told: Sequence[Told] | None) -> list[dict[str, Any]] | None:
    if told is None:
        return None
    return [
        {
            "token": int(words[one.word]),
            "window": one.window,
            "label": one.label,
            "score": round(one.score, 4),
            "status": one.status,
            "status_score": round(one.status_score, 4),
            "roles": [
                {"token": int(words[word]), "role": role, "score": round(score, 4)}
                for word, role, score in one.roles
            ],
        }
        for one in told
    ]
