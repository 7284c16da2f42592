"""Event passages: what a mark teaches, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("spacy")

from recipe.events import (
    OTHER_SHARE,
    for_further_training,
    joined,
    parse_passage,
    read_events,
)
from recipe.labels import EVENT_LABELS, ROLES, STATUSES
from recipe.marked import parsed_lines
from recipe.sentences import Sentence, Tree
from recipe.silver import read_silver, with_trees, write_silver

LINE = (
    "Die Stadt [[LOC|Bad Au|1.member]] ist dem „[[ORG|Nordbund|1.organisation]]“ "
    "[[!|beigetreten|1 joins done]], den [[PER|Ida Roth]] leitet."
)
FOLDER = Path(__file__).parents[2] / "models" / "events"


def test_marks_become_spans_of_the_plain_text() -> None:
    passage = parse_passage(LINE)
    assert passage.text == "Die Stadt Bad Au ist dem „Nordbund“ beigetreten, den Ida Roth leitet."
    named = [(passage.text[start:end], label) for start, end, label in passage.names]
    assert named == [("Bad Au", "LOC"), ("Nordbund", "ORG"), ("Ida Roth", "PER")]
    assert [(passage.text[s:e], *rest) for s, e, *rest in passage.triggers] == [
        ("beigetreten", "1", "joins", "done")
    ]


def test_every_word_of_a_name_has_its_role(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"## x: y\n{LINE}\n", encoding="utf-8")
    train, held = read_events(tmp_path)
    (sentence,) = train + held
    assert sentence.events is not None
    roles = {sentence.words[w]: ROLES[role] for (_, w), role in sentence.events.roles.items()}
    assert roles == {"Bad": "member", "Au": "member", "Nordbund": "organisation"}
    ((word, event, label, status),) = sentence.events.triggers
    assert (sentence.words[word], event) == ("beigetreten", "1")
    assert (EVENT_LABELS[label], STATUSES[status]) == ("joins", "done")


def test_one_word_may_tell_two_events() -> None:
    passage = parse_passage("[[!|Gründungsmitglieder|1 founding done, 2 is done]] sind da.")
    assert [(event, label) for *_, event, label, _ in passage.triggers] == [
        ("1", "founding"), ("2", "is"),
    ]  # fmt: skip


def test_trigger_may_hold_a_role_itself() -> None:
    passage = parse_passage("die [[!|China-Reise|1 delegation planned, 1.destination]]")
    assert passage.roles == [(4, 15, "1", "destination")]


@pytest.mark.parametrize(
    "line", ["[[ORT|Kiel]]", "[[LOC|Kiel|1.ort]]", "[[LOC|Kiel", "[[!|tritt|1 enters done]]"]
)
def test_bad_mark_is_named(line: str) -> None:
    with pytest.raises(ValueError, match=r"unknown|unclosed"):
        parse_passage(line)


def test_shipped_passages_are_well_formed_and_split_by_block() -> None:
    train, held = read_events(FOLDER)
    assert len(train) > 500
    assert 0 < len(held) < len(train) / 4
    assert not {s.unit for s in train} & {s.unit for s in held}


OF_DELEGATION = frozenset(
    ("destination", "origin", "organiser", "leader", "participant", "host", "size", "start", "end")
)
OF_FOUNDING = frozenset(("organisation", "founder", "place", "date"))
OF_MEMBERSHIP = frozenset(("member", "organisation", "date"))
PARTS = {"delegation": OF_DELEGATION, "founding": OF_FOUNDING, "opening": OF_FOUNDING}


def marks_by_block(path: Path) -> dict[str, tuple[dict[str, str], set[tuple[str, str]]]]:
    """Of each article in a file the label of every event, and each number with its roles."""
    found: dict[str, tuple[dict[str, str], set[tuple[str, str]]]] = {}
    for block, _, passage in parsed_lines(path, parse_passage):
        labels, roles = found.setdefault(block, ({}, set()))
        for *_, event, label, _ in passage.triggers:
            assert labels.setdefault(event, label) == label, f"{block}: event {event}"
        roles.update((number, role) for *_, number, role in passage.roles)
    return found


@pytest.mark.parametrize("path", sorted(FOLDER.glob("rq_*.txt")), ids=lambda path: path.stem)
def test_marks_of_shipped_articles_fit_together(path: Path) -> None:
    for block, (labels, roles) in marks_by_block(path).items():
        people = {number for number, role in roles if role == "person"}
        assert people >= {number for number, role in roles if role == "employer"}, block
        parts = {pair for pair in roles if pair[1] not in ("person", "employer")}
        told = {pair for pair in parts if pair[0] in labels}
        wrong = {(n, part) for n, part in told if part not in PARTS.get(labels[n], OF_MEMBERSHIP)}
        assert not wrong, block


def test_paragraphs_of_a_block_are_run_together_with_their_marks(tmp_path: Path) -> None:
    second = "[[NP|Der Bund|1.organisation]] [[!|wächst|1 joins done]] weiter."
    (tmp_path / "a.txt").write_text(f"## x: y\n{LINE}\n{second}\n## z: w\n{second}\n", "utf-8")
    train, held = read_events(tmp_path)
    (sentence,) = joined(sorted(train + held, key=lambda s: s.unit), 90)
    assert sentence.events is not None
    assert len(sentence.words) == len(sentence.names or [])
    assert [sentence.words[word] for word, *_ in sentence.events.triggers] == [
        "beigetreten", "wächst",
    ]  # fmt: skip
    played = {sentence.words[w] for (event, w) in sentence.events.roles if event == "1"}
    assert played == {"Bad", "Au", "Nordbund", "Der", "Bund"}


def test_paragraphs_that_would_be_too_long_together_stay_apart(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"## x: y\n{LINE}\n{LINE}\n", encoding="utf-8")
    train, held = read_events(tmp_path)
    assert list(joined(train + held, 20)) == []


def test_silver_trees_of_joined_paragraphs_keep_their_heads_apart(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("## x: y\nKiel tritt bei .\nKiel tritt bei .\n", "utf-8")
    train, held = read_events(tmp_path)
    tree = Tree(["PROPN", "VERB", "ADP", "PUNCT"], [{}] * 4, ["x"] * 4, [2, 0, 2, 2], ["dep"] * 4)
    path = tmp_path / "silver.jsonl"
    write_silver(path, [(("Kiel", "tritt", "bei", "."), tree)])
    (sentence,) = joined(with_trees(train + held, read_silver(path)), 90)
    assert sentence.tree is not None
    assert sentence.tree.heads == [2, 0, 2, 2, 6, 0, 6, 6]


def test_joined_paragraphs_keep_where_each_begins(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("## x: y\nNeues aus Kiel\nKiel tritt bei.\n", "utf-8")
    train, held = read_events(tmp_path)
    (sentence,) = joined(train + held, 90)
    assert sentence.breaks == (3,)
    assert list(joined(train[:1] + held[:1], 90)) == []
    assert len(list(joined(train[:1] + held[:1], 90, singles=True))) == 1


def test_person_and_employer_are_no_event(tmp_path: Path) -> None:
    line = "[[PER|Ida Roth|11.person]], Chefin der [[ORG|Roth AG|11.employer]], lud ein."
    (tmp_path / "a.txt").write_text(f"## x: y\n{line}\n", "utf-8")
    train, held = read_events(tmp_path)
    (marks,) = (s.events for s in train + held)
    assert marks is not None
    assert (marks.triggers, marks.people) == ([], [(1, "11")])
    assert {w: ROLES[role] for (_, w), role in marks.roles.items()} == {
        5: "employer",
        6: "employer",
    }


def test_a_training_that_goes_on_sees_real_shapes_twice_and_some_of_the_others() -> None:
    real = [Sentence(["a"], [True], "events", f"rq_{i}") for i in range(3)]
    others = [Sentence(["a"], [True], "events", f"ev_{i}") for i in range(20)]
    chosen = for_further_training([*real, *others])
    count = len(chosen) - 6
    assert chosen[count:] == [0, 1, 2] * 2
    assert count == int(OTHER_SHARE * 20)
    assert len(set(chosen[:count])) == count
    assert all(i >= len(real) for i in chosen[:count])
    assert chosen == for_further_training([*real, *others])
