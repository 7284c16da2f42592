"""Fits `actors.affiliation`: logistic regression on the people of the corpus's train split.

    python -m presselese.evaluation.affiliations corpus/gold records.jsonl

Every organisation and place of an article is one case for each person whose role is told without
an employer; right where gold says so. Records may come from any version: employers that were only
implied are taken back first. What the threshold gives on dev is printed.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from presselese.actors.affiliation import (
    LEAST,
    RULE,
    WEIGHTS,
    Article,
    Entity,
    implied_employer,
    judged,
)
from presselese.evaluation.calibration import fit
from presselese.evaluation.gold import digest, load_gold, load_records
from presselese.evaluation.matching import same_name
from presselese.evaluation.splits import ids_of_split

# Of 1, 3 and 10, the one with the best precision on dev at a recall of 0.25 (0.76).
RIDGE: Final = 3.0
Question = tuple[str, int, Article, str | None]  # role, start, article, employer in gold


def questions(
    gold: Mapping[str, dict[str, Any]], records: Mapping[str, dict[str, Any]]
) -> Iterator[Question]:
    """Yield every person whose role the article tells without an employer."""
    for identity, wanted in gold.items():
        record = records.get(identity)
        if record is None:
            continue
        told = [p for p in record["people"] if p["organisation"] and p["rule"] != RULE]
        article = Article(
            record["text"],
            record["zones"],
            record["organisations"],
            record["places"],
            _home(record),
            frozenset(p["organisation"]["ref"] for p in told if p["organisation"]["ref"]),
        )
        for person in wanted["people"]:
            found = next(
                (p for p in record["people"] if same_name(person["name"], p["name"])), None
            )
            if found is not None and found["role"] and found not in told:
                start = found["mentions"][0]["start_char"]
                yield found["role"], start, article, person["organisation"]


def _home(record: dict[str, Any]) -> str | None:
    lines = [zone for zone in record["zones"] if zone["kind"] == "dateline"]
    for place in record["places"]:
        for mention in place["mentions"]:
            if any(z["start_char"] <= mention["start_char"] < z["end_char"] for z in lines):
                return str(place["id"])
    return None


def is_right(entity: Entity | None, employer: str | None) -> bool:
    """Tell whether an entity is the employer that gold names."""
    return entity is not None and bool(employer) and same_name(str(employer), entity["name"])


def main(gold_folder: str, records_file: str) -> None:
    """Fit on train, write the weights, print what they do on dev."""
    gold, records = Path(gold_folder), load_records(Path(records_file))
    split = gold.parent / "split.tsv"
    train = list(questions(load_gold(gold, ids=ids_of_split(split, "train")), records))
    cases = [
        (found, is_right(entity, employer))
        for role, start, article, employer in train
        for entity, found in judged(role, start, article)
    ]
    content = {
        "fitted_on": f"corpus train split, {len(train)} people, {len(cases)} candidates",
        "corpus_digest": digest(gold),
        "ridge": RIDGE,
        "weights": fit(cases, ridge=RIDGE),
    }
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    WEIGHTS.write_text(text + "\n", encoding="utf-8")
    for name in ("train", "dev"):
        told = Counter[str]()
        wanted = load_gold(gold, ids=ids_of_split(split, name))
        for role, start, article, employer in questions(wanted, records):
            entity = implied_employer(role, start, article)
            told["asked"] += 1
            told["in gold"] += bool(employer)
            told["answered"] += entity is not None
            told["right"] += is_right(entity, employer)
        print(name, f"threshold {LEAST}", dict(told))


if __name__ == "__main__":
    main(*sys.argv[1:3])
