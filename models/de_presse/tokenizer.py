"""spaCy's German tokenizer, made safe for any text and kinder to full stops after figures."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from spacy.lang.de import German
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

# spaCy keeps the stop on every number, for the sake of "am 8. Juni". A year, a clock time, a
# decimal or a grouped number with a stop is no ordinal: "… wurde 2008. Danach".
STOP_AFTER_FIGURES: Final = (
    r"(?<=[12][0-9]{3})\.", r"(?<=[0-9]:[0-9]{2})\.", r"(?<=[0-9],[0-9])\.",
    r"(?<=[0-9],[0-9]{2})\.", r"(?<=[0-9]\.[0-9]{3})\.",
)  # fmt: skip
# A short number with a stop at the very end of a line: "Es kamen 14."
SHORT_NUMBER: Final = re.compile(r"\d{1,3}\.")
LINE_ENDS_WITH_ONE: Final = re.compile(r"(?<!\d)\d{1,3}\.\s*(?:\n|\Z)")
# spaCy cuts "Mitarbeiter:innen" at the colon.
ANY_COLON: Final = "[:<>=]"
NOT_GENDER_COLON: Final = r"(?:[<>=]|:(?!in(?:nen)?(?!\w)))"
# Halves of a broken UTF-16 pair: spaCy cannot store them. One character for one keeps offsets.
SURROGATE: Final = re.compile("[\ud800-\udfff]")
REPLACEMENT: Final = "\ufffd"


class AnyTextTokenizer(Tokenizer):  # type: ignore[misc]  # spaCy's classes are compiled, untyped
    """The rules of the German tokenizer, with the two things that rules cannot say."""

    def __call__(self, text: str) -> Doc:
        text = SURROGATE.sub(REPLACEMENT, text)
        doc = super().__call__(text)
        return _split_last_stops(doc) if LINE_ENDS_WITH_ONE.search(text) else doc

    def __reduce__(self) -> tuple[type[AnyTextTokenizer], tuple[Any, ...]]:
        return type(self), (
            self.vocab, self.rules, self.prefix_search, self.suffix_search, self.infix_finditer,
            self.token_match, self.url_match,
        )  # fmt: skip


def _split_last_stops(doc: Doc) -> Doc:
    """Cut the stop off a short number at the end of a line or text."""
    last = {
        token.i
        for token in doc
        if token.text[-1] == "." and SHORT_NUMBER.fullmatch(token.text) and _ends_line(doc, token.i)
    }
    if not last:
        return doc
    words: list[str] = []
    spaces: list[bool] = []
    for token in doc:
        if token.i in last:
            words += [token.text[:-1], "."]
            spaces.append(False)
        else:
            words.append(token.text)
        spaces.append(bool(token.whitespace_))
    return Doc(doc.vocab, words=words, spaces=spaces)


def _ends_line(doc: Doc, index: int) -> bool:
    following = doc[index + 1].text if index + 1 < len(doc) else "\n"
    return following.isspace() and "\n" in following


@registry.tokenizers("de_presse_tokenizer")  # type: ignore[untyped-decorator]
def make_tokenizer() -> Callable[[Language], AnyTextTokenizer]:
    """For config.cfg: a function that makes the tokenizer of a pipeline."""

    def make(nlp: Language) -> AnyTextTokenizer:
        rules = German.Defaults
        infixes = [infix.replace(ANY_COLON, NOT_GENDER_COLON) for infix in rules.infixes or ()]
        suffixes = [*(rules.suffixes or ()), *STOP_AFTER_FIGURES]
        return AnyTextTokenizer(
            nlp.vocab,
            rules.tokenizer_exceptions,
            compile_prefix_regex(rules.prefixes or ()).search,
            compile_suffix_regex(suffixes).search,
            compile_infix_regex(infixes).finditer,
            rules.token_match,
            rules.url_match,
        )

    return make
