"""What training shows: parted paragraphs, sentences inside a window, links of triggers."""

from __future__ import annotations

import pytest

pytest.importorskip("torch")

from recipe.labels import ROLES, SAME, Labels
from recipe.sentences import EventMarks, Sentence, Tree
from recipe.unigram import END, Unigram
from recipe.windows import Encoder, Window

WORDS = ["Kiel", "reist", "Die", "Reise", "endet"]


def window(sentence: Sentence) -> Window:
    letters = [("▁", -2.0), *((c, -2.0) for c in "DEKRdeilnrst")]
    pieces = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), *letters]
    labels = Labels(["O"], ["NOUN"], {}, [], ["dep", "root"])
    return Encoder(labels, Unigram(pieces)).window([sentence])


def sentence(marks: EventMarks, tree: Tree | None = None) -> Sentence:
    return Sentence(
        WORDS, [True] * 5, "events", "x", tree=tree, events=marks, breaks=(2,),
        is_one_sentence=False,
    )  # fmt: skip


def test_a_piece_of_its_own_parts_paragraphs() -> None:
    shown = window(sentence(EventMarks()))
    assert shown.ids[shown.first[2] - 1] == END
    assert shown.ids.count(END) == 2  # the other one ends the window
    assert len(shown.first) == len(shown.last) == len(WORDS)


def test_every_root_heads_a_sentence_of_its_own() -> None:
    tree = Tree(["NOUN"] * 5, [{}] * 5, ["x"] * 5, [2, 0, 4, 5, 0], ["dep"] * 5)
    assert window(sentence(EventMarks(), tree)).sentence == [0, 0, 1, 1, 1]


def test_triggers_of_one_event_are_linked_and_others_not() -> None:
    marks = EventMarks([(1, "1", 0, 0), (3, "1", 0, 0), (4, "2", 0, 0)])
    roles = {(trigger, word): role for trigger, word, _, _, role in window(sentence(marks)).roles}
    assert roles[1, 3] == roles[3, 1] == SAME
    assert roles[1, 4] == roles[4, 1] == roles[1, 1] == 0


def test_person_is_asked_for_the_employer_alone() -> None:
    employer = ROLES.index("employer")
    marks = EventMarks([], {("11", 0): employer}, [(3, "11")])
    roles = {(person, word): role for person, word, _, _, role in window(sentence(marks)).roles}
    assert roles == {(3, word): employer if word == 0 else 0 for word in range(5)}
