"""A dependency tree in TIGER's scheme, as `de_core_news_*` gives it, to the same tree in UD's.

TIGER (Brants et al. 2004) lets function words govern: the preposition its noun, the auxiliary its
participle, "und" its second conjunct. UD lets content words govern. So heads are turned round
first, step by step, with TIGER's labels still on them; then one table renames the labels by the
part of speech of both ends. Knows nothing of spaCy.

The order of the steps matters: names before coordination ("Angela Merkel und …" is headed by the
first name in UD), coordination before prepositions ("in Bonn und in Hefei": the second "in" must
already hang on the first), prepositions before verbs ("ist in Hefei": the noun becomes the
predicate).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "DET"})
COPULAS: Final = frozenset({"sein"})
# The table: TIGER label -> UD label by what the word is and what it hangs on. The first row that
# fits counts. "clause" is a verb, "nominal" a noun and the like; "" is anything.
Row = tuple[str, str, str]  # own kind or tag, governor's kind or tag, UD label
TABLE: Final[dict[str, tuple[Row, ...]]] = {
    "sb": (("clause", "", "csubj"), ("", "", "nsubj")),
    "sp": (("", "", "nsubj"),),
    "oa": (("clause", "", "ccomp"), ("", "", "obj")),
    "oa2": (("", "", "obj"),),
    "da": (("", "", "iobj"),),
    "og": (("", "", "obl"),),
    "op": (("ADV", "", "advmod"), ("", "nominal", "nmod"), ("", "", "obl")),
    "cvc": (("", "", "obl"),),
    "sbp": (("", "", "obl"),),  # "von der IHK eingeladen": with case "von"
    "ams": (("", "", "obl"),),
    "mo": (
        ("SCONJ", "", "mark"), ("CCONJ", "", "cc"), ("ADV", "", "advmod"), ("PART", "", "advmod"),
        ("ADP", "", "advmod"), ("clause", "nominal", "acl"), ("clause", "", "advcl"),
        ("ADJ", "nominal", "amod"), ("ADJ", "", "advmod"), ("NUM", "NUM", "compound"),
        ("", "nominal", "nmod"), ("", "", "obl"),
    ),
    "mnr": (("ADV", "", "advmod"), ("clause", "", "acl"), ("ADJ", "", "amod"), ("", "", "nmod")),
    "ag": (("DET", "", "det"), ("", "", "nmod")),
    "pg": (("", "", "nmod"),),
    "nk": (
        ("DET", "", "det"), ("NUM", "", "nummod"), ("ADJ", "", "amod"), ("VERB", "", "amod"),
        ("ADP", "", "case"), ("ADV", "", "advmod"), ("PART", "", "advmod"), ("CCONJ", "", "cc"),
        ("PRON", "", "det"), ("PROPN", "PROPN", "flat"), ("PROPN", "NOUN", "appos"),
        ("NOUN", "PROPN", "compound"), ("", "nominal", "nmod"), ("", "", "dep"),
    ),
    "pnc": (("", "", "flat"),),
    "nmc": (("NUM", "", "compound"), ("", "", "flat")),
    "uc": (("", "", "flat"),),
    "app": (("", "", "appos"),),
    "par": (("", "", "parataxis"),),
    "dh": (("", "", "parataxis"),),
    "cj": (("", "", "conj"),),
    "cd": (("PUNCT", "", "punct"), ("", "", "cc")),
    "ju": (("ADV", "", "advmod"), ("", "", "cc")),
    "cp": (("", "", "mark"),),
    "cm": (("", "clause", "mark"), ("", "", "case")),
    "cc": (("CCONJ", "", "cc"), ("clause", "", "advcl"), ("", "nominal", "nmod"), ("", "", "obl")),
    "oc": (("SCONJ", "", "ccomp"), ("open", "", "xcomp"), ("", "", "ccomp")),
    "rs": (("", "", "ccomp"),),
    "rc": (("", "", "acl"),),
    "re": (("clause", "nominal", "acl"), ("clause", "", "ccomp"), ("", "nominal", "appos"),
           ("", "", "obl")),
    "pd": (("", "", "xcomp"),),  # what is left of it: "wird Präsidentin", "heißt Hefei"
    "svp": (("", "", "compound"),),
    "pm": (("", "", "mark"),),
    "ng": (("", "", "advmod"),),
    "avc": (("", "", "advmod"),),
    "adc": (("", "", "compound"),),
    "ac": (("", "", "case"),),
    "ep": (("", "", "expl"),),
    "ph": (("", "", "expl"),),
    "dm": (("", "", "discourse"),),
    "vo": (("", "", "vocative"),),
}  # fmt: skip


# "cc" is in both schemes, as are "dep", "punct" and "ROOT", which stay as they are.
TIGER_ONLY: Final = frozenset(TABLE) - {"cc"}


@dataclass(slots=True)
class Tree:
    """One entry a token; a head is a token's index, its own for a root. Changed in place."""

    heads: list[int]
    labels: list[str]
    tags: list[str]  # UPOS
    lemmas: list[str]
    finite: list[bool]
    below: list[set[int]] = field(init=False)  # the children of each token

    def __post_init__(self) -> None:
        self.below = [set() for _ in self.heads]
        for token, head in enumerate(self.heads):
            if head != token:
                self.below[head].add(token)

    def children(self, head: int, *labels: str) -> list[int]:
        """The tokens that hang on `head`, in text order; only those with the labels, if any."""
        below = sorted(self.below[head])
        return [i for i in below if self.labels[i] in labels] if labels else below

    def move(self, token: int, head: int) -> None:
        """Hang a token on another; on itself to make it a root."""
        self.below[self.heads[token]].discard(token)
        self.heads[token] = head
        if head != token:
            self.below[head].add(token)

    def promote(self, token: int, label: str) -> None:
        """Let a token change places with its head, which becomes its child with `label`.

        The head's other children come along.
        """
        head = self.heads[token]
        above = self.heads[head]
        for child in self.children(head):
            if child != token:
                self.move(child, token)
        self.move(token, token if above == head else above)
        self.move(head, token)
        self.labels[token], self.labels[head] = self.labels[head], label

    def depth(self, token: int) -> int:
        """How many heads lie above a token."""
        steps = 0
        while self.heads[token] != token and steps < len(self.heads):
            token, steps = self.heads[token], steps + 1
        return steps


def to_ud(tree: Tree) -> bool:
    """Rewrite a TIGER tree to UD; returns whether there was anything of TIGER's in it."""
    if TIGER_ONLY.isdisjoint(tree.labels):
        return False
    _head_names(tree)
    _flatten_coordination(tree)
    _demote_prepositions(tree)
    _demote_auxiliaries(tree)
    _share_first_conjunct(tree)
    _rename(tree)
    return True


def _bottom_up(tree: Tree) -> list[int]:
    return sorted(range(len(tree.heads)), key=lambda i: (-tree.depth(i), i))


def _head_names(tree: Tree) -> None:
    """ "Angela Merkel": TIGER's head is the last name, UD's the first."""
    for head in range(len(tree.heads)):
        parts = tree.children(head, "pnc")
        if parts and parts[0] < head:
            tree.promote(parts[0], "pnc")


def _flatten_coordination(tree: Tree) -> None:
    """ "Hefei und Bonn": "und" (cd) hangs on "Hefei" and "Bonn" (cj) on "und"."""
    for conjunction in _bottom_up(tree):
        conjuncts = tree.children(conjunction, "cj")
        if tree.labels[conjunction] != "cd" or not conjuncts:
            continue
        first, *others = conjuncts
        for conjunct in (first, *others):
            tree.move(conjunct, tree.heads[conjunction])
        for other in (*tree.children(conjunction), conjunction):
            tree.move(other, first)


def _demote_prepositions(tree: Tree) -> None:
    """ "nach Hefei": the noun takes the preposition's place. Deepest first: "bis zum 5. Juni"."""
    for preposition in _bottom_up(tree):
        governed = tree.children(preposition, "nk")
        if tree.tags[preposition] == "ADP" and governed:
            tree.promote(_main(tree, preposition, governed), "ac")


def _main(tree: Tree, preposition: int, governed: list[int]) -> int:
    nouns = [i for i in governed if tree.tags[i] in NOMINAL and i > preposition]
    return (nouns or governed)[0]


def _demote_auxiliaries(tree: Tree) -> None:
    """ "hat gegründet", "soll reisen", "ist Mitglied": the content word takes the first's place."""
    for verb in _bottom_up(tree):
        content = tree.children(verb, "oc", "pd")
        if tree.tags[verb] != "AUX" or not content:
            continue
        verbal = [i for i in content if tree.labels[i] == "oc" and _is_open(tree, i)]
        if verbal:
            tree.promote(verbal[0], "aux")
        elif tree.lemmas[verb] in COPULAS and (named := tree.children(verb, "pd")):
            tree.promote(named[0], "cop")


def _is_open(tree: Tree, verb: int) -> bool:
    """Tell whether a verb phrase has no finite verb and no conjunction of its own."""
    own = [verb, *tree.children(verb, "aux", "cop")]
    return not any(tree.finite[i] for i in own) and not tree.children(verb, "cp")


def _share_first_conjunct(tree: Tree) -> None:
    """ "A, B und C": TIGER chains the conjuncts, UD hangs all on the first."""
    for token in range(len(tree.heads)):
        while tree.labels[token] == "cj" and tree.labels[tree.heads[token]] == "cj":
            tree.move(token, tree.heads[tree.heads[token]])


def _rename(tree: Tree) -> None:
    renamed = [
        _ud_label(tree, token) if label in TABLE and tree.heads[token] != token else label
        for token, label in enumerate(tree.labels)
    ]
    tree.labels[:] = renamed


def _ud_label(tree: Tree, token: int) -> str:
    governor = _kinds(tree, tree.heads[token])
    own = _kinds(tree, token)
    return next(
        label
        for mine, above, label in TABLE[tree.labels[token]]
        if mine in own and above in governor
    )


def _kinds(tree: Tree, token: int) -> set[str]:
    """The names by which the table may call a token."""
    tag = tree.tags[token]
    kinds = {"", tag}
    has_copula = bool(tree.children(token, "cop"))
    if tag in ("VERB", "AUX") or has_copula or tree.children(token, "aux", "cp"):
        kinds.add("clause")
        if _is_open(tree, token):
            kinds.add("open")
    elif tag in NOMINAL:
        kinds.add("nominal")
    return kinds
