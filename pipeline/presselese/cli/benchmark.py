"""`presselese benchmark`: words per second and memory on your own articles and machine."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from presselese.evaluation.speed import Speed, measure
from presselese.settings import DEFAULT_MODEL, Settings

EXAMPLE = "presselese benchmark artikel/ --workers 1 --workers 2"


def command(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Folders and files.")],
    workers: Annotated[
        list[int] | None,
        typer.Option(min=1, metavar="N", help="How many processes; repeatable (1 and 2)."),
    ] = None,
    model: Annotated[
        str, typer.Option(metavar="NAME", help="German spaCy pipeline: a name or a folder.")
    ] = (DEFAULT_MODEL),
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Measure words per second, peak memory and the share of each stage."""
    settings = Settings(model=model)
    speeds = [measure(paths, workers=number, settings=settings) for number in workers or [1, 2]]
    if as_json:
        print(json.dumps([asdict(speed) for speed in speeds], ensure_ascii=False, indent=2))
        return
    for speed in speeds:
        print(as_text(speed))


def as_text(speed: Speed) -> str:
    """Return the measured run as lines for a reader."""
    memory = f"{speed.peak_mib} MiB" if speed.peak_mib is not None else "unknown"
    lines = [
        f"workers {speed.workers}: {speed.articles} articles, {speed.words} words, "
        f"{speed.seconds} s, {speed.words_per_second} words/s with start, "
        f"{speed.words_per_second_loaded} words/s once loaded, peak memory {memory}"
    ]
    ranked = sorted(speed.stage_shares.items(), key=lambda entry: -entry[1])
    lines += [f"  {share:6.1%} {name}" for name, share in ranked]
    if speed.value_characters_per_second is not None:
        lines.append(
            f"  dates and figures together: {speed.value_characters_per_second:,.0f} characters/s"
        )
    return "\n".join(lines) + "\n"
