"""The runtime cuts words into pieces exactly as the training does."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from de_presse import pieces
from de_presse.pieces import MAX_PIECES, UNKNOWN, Unigram, normalise
from recipe import unigram

SPECIAL = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0)]
TABLE = [*SPECIAL, ("▁", -3.0), ("▁IHK", -5.0), ("▁Del", -6.0), ("egation", -6.5), ("de", -4.0),
         ("leg", -5.0), ("a", -3.5), ("e", -3.0), ("l", -3.6), ("g", -3.7), ("D", -4.5),
         ("tion", -4.0), ("ß", -6.0), ("ü", -5.0), ("▁a", -4.0), ("aa", -6.9)]  # fmt: skip
WORDS = st.text(st.sampled_from("aDdegliontIHKßü\u200b\u00ad☃️ﬁ½ "), max_size=150) | st.text(
    max_size=20
)


def ids(table: list[tuple[str, float]], *wanted: str) -> tuple[int, ...]:
    return tuple([piece for piece, _ in table].index(piece) for piece in wanted)


def test_best_path_wins() -> None:
    assert Unigram(TABLE).cut("Delegation", True) == ids(TABLE, "▁Del", "egation")


def test_word_after_a_space_begins_with_the_mark() -> None:
    assert Unigram(TABLE).cut("IHK", True) == ids(TABLE, "▁IHK")
    assert ids(TABLE, "▁IHK")[0] not in Unigram(TABLE).cut("IHK", False)


def test_neighbouring_unknown_characters_are_one_piece() -> None:
    assert Unigram(TABLE).cut("☃☃a☃", False) == (UNKNOWN, *ids(TABLE, "a"), UNKNOWN)


def test_word_of_nothing_visible_is_unknown() -> None:
    assert Unigram(TABLE).cut("\u200b\u00ad", False) == (UNKNOWN,)


def test_invisible_characters_change_nothing() -> None:
    assert Unigram(TABLE).cut("Dele\u00adgation\u200b", True) == Unigram(TABLE).cut(
        "Delegation", True
    )


@settings(deadline=None)
@given(WORDS, st.booleans())
def test_every_word_is_cut_as_in_the_training(word: str, after_space: bool) -> None:
    wanted = unigram.Unigram(TABLE).encode(word, after_space=after_space)
    found = Unigram(TABLE).cut(word, after_space)
    assert list(found) == wanted
    assert 1 <= len(found) <= MAX_PIECES


@settings(deadline=None)
@given(WORDS)
def test_normal_form_is_that_of_the_training(word: str) -> None:
    assert normalise(word) == unigram.normalise(word)


def test_memory_for_words_is_limited(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(pieces, "MAX_REMEMBERED", 3)
    cutter = Unigram(TABLE)
    first = [cutter.cut("a" * n, False) for n in range(1, 9)]
    assert [cutter.cut("a" * n, False) for n in range(1, 9)] == first
    assert len(cutter._remembered) <= 3
