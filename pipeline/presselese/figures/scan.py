"""Finding numbers in German text, with scale and unit, in one pass from left to right.

Every number comes out, those that are no figures as `rejected`: their neighbours need them
("Artikel 3 bis 5", "9 bis 17 Uhr"). Sharing units and choosing figures is left to `parse`.
"""

from __future__ import annotations

from presselese.figures.digits import read_digits
from presselese.figures.grammar import grammar
from presselese.figures.numbers import VULGAR
from presselese.figures.quantity import Number
from presselese.figures.words import read_words


def scan(text: str) -> list[Number]:
    """Return all numbers of the text, by start, without overlaps."""
    numbers: list[Number] = []
    position = 0
    for match in grammar().candidate.finditer(text):
        start = match.start()
        if start < position:
            continue
        token = match[0]
        in_digits = token[0].isdecimal() or token[0] in VULGAR
        number = read_digits(text, start) if in_digits else read_words(text, start, token)
        if number is None:
            position = match.end()
            continue
        if (
            numbers and number.start < numbers[-1].end
        ):  # "5 Euro 50": the currency is the first number's
            number.start, number.unit, number.bare = start, None, True
        numbers.append(number)
        position = max(match.end(), number.end)
    return numbers
