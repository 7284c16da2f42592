"""From a town's name to the adjective that German makes of it: Solingen -> Solinger."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

IRREGULAR: Final = {
    "münchen": ("Münchner", "Münchener"),
    "zürich": ("Zürcher",),
    "basel": ("Basler",),
    "halle": ("Hallenser", "Hallesche", "Hallescher", "Halleschen"),
    "hannover": ("Hannoveraner", "Hannoversche", "Hannoverscher", "Hannoverschen"),
    "münster": ("Münsteraner",),
    "kassel": ("Kasseler", "Kasselaner"),
    "bayern": ("bayerische", "bayerischen", "bayerischer", "bayrische", "bayrischen"),
    "sachsen": ("sächsische", "sächsischen", "sächsischer", "sächsischem", "sächsisches"),
    "hessen": ("hessische", "hessischen", "hessischer", "hessischem", "hessisches"),
    "thüringen": ("Thüringer", "thüringische", "thüringischen"),
    "hamburg": ("Hamburger", "hamburgische", "hamburgischen"),
}


@lru_cache(maxsize=4096)
def demonyms(place: str) -> frozenset[str]:
    """Return the adjectives of a place name: "Solinger" for Solingen, "Bremer" for Bremen.

    Names of several words take it at their first telling word ("Bad Homburger", and "Homburger").
    """
    parts = [part for part in place.split() if part[:1].isupper()]
    if not parts:
        return frozenset()
    last = parts[1] if len(parts) > 1 and parts[0] in ("Bad", "Sankt", "St.", "Neu") else parts[0]
    lower = last.lower()
    forms = set(IRREGULAR.get(lower, ()))
    forms.add(last + "er")
    if lower.endswith("en"):
        forms |= {last[:-2] + "er", last[:-2] + "ener"}
    if lower.endswith("e"):
        forms.add(last + "r")
    if lower.endswith(("el", "er")):
        forms.add(last[:-2] + last[-1] + "er")
    return frozenset(forms)
