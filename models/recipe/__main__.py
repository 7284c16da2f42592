"""`python -m recipe`: from raw data to the files that `de_presse` ships. See `models/README.md`."""

from __future__ import annotations

import argparse
from pathlib import Path

from recipe.train import Schedule, train
from recipe.workspace import Workspace

HERE = Path(__file__).resolve().parent
STEPS = 2100


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m recipe", description=__doc__)
    parser.add_argument("stage", choices=["train"])
    parser.add_argument("--data", type=Path, required=True, help="folder with ner/, trees/, text/")
    parser.add_argument("--press", type=Path, default=HERE.parent / "press")
    parser.add_argument("--work", type=Path, default=Path("work"), help="checkpoints go here")
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    space = Workspace(options.data, options.press, options.work)
    train(space, Schedule(steps=options.steps, threads=options.threads))


if __name__ == "__main__":
    main()
