"""What the component writes into a Doc is sound, whatever the model (here a stub) says."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from tests.models.runtime_stub import encoder as encoder

from de_presse import component
from de_presse.component import SCORES, Encoder, read_words
from de_presse.tokenizer import make_tokenizer
from presselese.errors import BadConfiguration, InternalFault
from presselese.resources.doc_fields import ZONES, register

NLP = spacy.blank("de")
TOKENIZE = make_tokenizer()(NLP)
ANY_TEXT = st.text(max_size=80) | st.text(
    st.sampled_from("Aab .,!?\n\t\u200b\u00ad😀👩‍👩‍👧\u2028\ud800ßé"), max_size=200
)
SHARED = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)


def layers(doc: Doc) -> list[object]:
    tokens = [(t.pos_, t.dep_, t.head.i, t.lemma_, str(t.morph), t.ent_iob_) for t in doc]
    return [*tokens, *(tuple(score.items()) for score in doc._.get(SCORES))]


@SHARED
@given(ANY_TEXT)
def test_any_text_gets_a_sound_analysis(encoder: Encoder, text: str) -> None:
    doc = encoder(TOKENIZE(text))
    assert doc.text == TOKENIZE(text).text
    for sentence in doc.sents:
        roots = [token for token in sentence if token.head.i == token.i]
        assert [root.dep_ for root in roots] == ["ROOT"]
        assert all(token.head in sentence for token in sentence)
    for token in doc:
        assert (token.pos_ == "SPACE") == token.is_space
        assert (token.dep_ == "ROOT") == (token.head.i == token.i)
        assert token.lemma_
    for name in doc.ents:
        assert not name[0].is_space
        assert not name[-1].is_space
        assert len({token.sent.start for token in name}) == 1


@SHARED
@given(st.lists(ANY_TEXT, max_size=4))
def test_stream_and_single_documents_agree(encoder: Encoder, texts: list[str]) -> None:
    alone = [layers(encoder(TOKENIZE(text))) for text in texts]
    reverse = [layers(encoder(TOKENIZE(text))) for text in reversed(texts)]
    assert alone == reverse[::-1]


@SHARED
@given(st.lists(st.booleans(), min_size=1, max_size=60))
def test_sentence_starts_that_are_set_stay(encoder: Encoder, wanted: list[bool]) -> None:
    words = ["Die", "IHK", "kam", ".", "\n\n"] * 12
    wanted[0] = True
    doc = Doc(NLP.vocab, words=words[: len(wanted)], sent_starts=wanted)
    if True not in wanted[1:] or any(wanted[token.i] for token in doc if token.is_space):
        return  # one start alone says nothing; white space starts no sentence
    encoder(doc)
    assert [bool(token.is_sent_start) for token in doc] == wanted


def test_one_sentence_that_is_set_as_one_stays_one(encoder: Encoder) -> None:
    words = ["Am", "Ende", ".", "Er", "kam", "."] * 20
    doc = Doc(NLP.vocab, words=words, sent_starts=[True] + [False] * (len(words) - 1))
    assert len(list(encoder(doc).sents)) == 1


def test_sentence_too_long_for_a_window_stays_one(encoder: Encoder) -> None:
    words = ["Delegation"] * 300
    doc = encoder(Doc(NLP.vocab, words=words, sent_starts=[True] + [False] * 299))
    assert len(list(doc.sents)) == 1
    assert sum(token.dep_ == "parataxis" for token in doc) > 5


def test_empty_line_and_zone_border_start_sentences(encoder: Encoder) -> None:
    register(Doc, ZONES)
    doc = TOKENIZE("Titel hier\n\nBONN – text geht weiter ohne Punkt")
    doc._.set(ZONES, [{"kind": "dateline", "start_char": 12, "end_char": 18}])
    found = {token.i for token in encoder(doc) if token.is_sent_start}
    assert {0, 3, 5} <= found
    assert [doc[i].text for i in (3, 5)] == ["BONN", "text"]


def test_words_after_white_space_count_as_after_a_space() -> None:
    words = read_words(TOKENIZE("(Hefei)\nist  da"), [0, 1, 2, 4, 6])
    assert list(words.forms) == ["(", "Hefei", ")", "ist", "da"]
    assert list(words.after_space) == [True, False, False, True, True]


def test_white_space_hangs_on_the_word_to_its_left(encoder: Encoder) -> None:
    doc = encoder(TOKENIZE(" \n Hefei  und\n\nBonn"))
    spaces = [(token.i, token.head.text, token.dep_) for token in doc if token.is_space]
    assert [head for _, head, _ in spaces] == ["Hefei", "Hefei", "und"]
    assert {dep for _, _, dep in spaces} == {"dep"}


def test_document_of_nothing_is_left_alone(encoder: Encoder) -> None:
    assert len(encoder(Doc(NLP.vocab))) == 0
    assert [token.pos_ for token in encoder(TOKENIZE("\n\n"))] == ["SPACE"]


def test_scores_name_their_spans_in_plain_json(encoder: Encoder) -> None:
    doc = encoder(TOKENIZE("Die IHK Zwickau lädt die Stadt Hefei ein. " * 5))
    scores = doc._.get(SCORES)
    spans = [(s["start_char"], s["end_char"], s["label"]) for s in scores]
    assert spans == [(e.start_char, e.end_char, e.label_) for e in doc.ents]
    assert spans
    assert all(type(s["score"]) is float and 0 <= s["score"] <= 1 for s in scores)


def test_foreign_extension_of_the_same_name_is_refused(encoder: Encoder) -> None:
    Doc.remove_extension(SCORES)
    Doc.set_extension(SCORES, default=3)
    try:
        with pytest.raises(InternalFault, match=SCORES):
            Encoder("stub")
    finally:
        Doc.remove_extension(SCORES)
        Doc.set_extension(SCORES, default=[])


@pytest.mark.parametrize("wish", ["0", "zwei", "-1", "1.5"])
def test_nonsense_number_of_threads_is_refused(wish: str) -> None:
    with pytest.raises(BadConfiguration, match="DE_PRESSE_THREADS"):
        component._threads(wish, 1)


def test_threads_of_the_environment_win() -> None:
    assert component._threads("2", 1) == 2
    assert component._threads(None, 3) == 3
