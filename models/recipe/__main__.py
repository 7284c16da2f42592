"""`python -m recipe`: from raw data to the files that `de_presse` ships. See `models/README.md`."""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from recipe.article import ArticleReader
from recipe.article_export import export_article
from recipe.article_train import Course, train_article
from recipe.average import average, mean_with_first
from recipe.cnn import write_bins
from recipe.distil_train import Plan, distil
from recipe.evaluate import evaluate, write_report
from recipe.export import export
from recipe.network import Analyser
from recipe.silver import parse, write_silver
from recipe.thaw import adopt, thawed_analyser, thawed_article
from recipe.train import Schedule, train
from recipe.workspace import Workspace

MODELS = Path(__file__).resolve().parent.parent
STEPS, FAST_STEPS, ARTICLE_STEPS = 5600, 1950, 3600
LAYERS, FAST_LAYERS = 12, 5
STAGES = (
    "parse",
    "train",
    "export",
    "article",
    "evaluate",
    "distil",
    "export-fast",
    "article-fast",
    "evaluate-fast",
    "cnn-data",
)


def run_stage(stage: str, space: Workspace, options: argparse.Namespace) -> None:
    """One step of the recipe; each reads what the earlier ones left in the working folder."""
    full, fast = MODELS / "de_presse", MODELS / "de_presse_fast"
    if stage == "parse":
        import spacy

        sets = space.own_sets()[0]
        # Paragraphs run together get their trees from those of their parts.
        own = (s for source in sorted(sets) for s in sets[source] if not s.breaks)
        write_silver(space.folder / "silver.jsonl", parse(spacy.load(options.teacher), own))
    elif stage == "train":
        train_joint(space, full, options)
    elif stage == "export":
        export(space, space.folder / "final.pt", full)
    elif stage == "average":
        average(options.weights, space.folder / "final.pt")
    elif stage == "article":
        read_articles(space, space.folder / "final.pt", full, options, layers=LAYERS)
    elif stage == "article-fast":
        read_articles(space, space.folder / "fast.pt", fast, options, layers=FAST_LAYERS)
    elif stage == "evaluate":
        report = evaluate(space, full, floats=space.folder / "float12.onnx")
        write_report(space.folder / "scores.json", report)
    elif stage == "distil":
        plan = Plan(steps=options.fast_steps, layers=FAST_LAYERS, threads=options.threads)
        if options.thaw:
            adopt(space, full)
            teacher = thawed_analyser(space, full, LAYERS)
            distil(space, teacher, plan, thawed_analyser(space, fast, FAST_LAYERS))
        else:
            distil(space, space.load(space.folder / "final.pt"), plan)
    elif stage == "export-fast":
        export(space, space.folder / "fast.pt", fast, layers=FAST_LAYERS)
    elif stage == "evaluate-fast":
        report = evaluate(space, fast, floats=space.folder / f"float{FAST_LAYERS}.onnx")
        write_report(space.folder / "scores-fast.json", report)
    elif stage == "cnn-data":
        write_bins(space.data, space.folder / "cnn")


def train_joint(space: Workspace, package: Path, options: argparse.Namespace) -> None:
    """Train the joint network; with `--mean` its weights are the mean of the first and the last."""
    model = start(space, package, options)
    schedule = Schedule(options.steps, threads=options.threads)

    def training() -> Path:
        return train(space, schedule, model)

    if not options.mean:
        training()
    elif model is None:
        raise SystemExit("--mean needs weights to go on from: give --thaw or --start, too")
    else:
        mean_with_first(model, space.folder / "begun.pt", training)


def start(space: Workspace, package: Path, options: argparse.Namespace) -> Analyser | None:
    """The network that a joint training goes on from; None to begin with e5."""
    if options.thaw:
        adopt(space, package)
        return thawed_analyser(space, package, LAYERS)
    return space.load(options.start) if options.start else None


def read_articles(
    space: Workspace, weights: Path, package: Path, options: argparse.Namespace, layers: int
) -> None:
    """Train an article reader on top of `weights`, and put it beside the graph in `package`.

    With `--mean` its weights are the mean of those that it goes on from and the last.
    """
    if options.mean and not options.thaw:
        raise SystemExit("--mean needs weights to go on from: give --thaw, too")
    if options.thaw:
        adopt(space, package)
        reader = thawed_article(space, package, layers)
    else:
        reader = ArticleReader(space.load(weights, layers=layers))
    course = Course(options.article_steps, threads=options.threads)
    target = space.folder / f"article{layers}.pt"

    def training() -> Path:
        return train_article(space, package, reader, course, target)

    if options.mean:
        final = mean_with_first(reader, space.folder / "begun.pt", training)
        reader.load_state_dict(torch.load(final, weights_only=True))
    else:
        training()
    export_article(space, reader, package)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m recipe", description=__doc__)
    parser.add_argument("stage", choices=["all", *STAGES, "average"])
    parser.add_argument("--data", type=Path, required=True, help="folder with ner/, trees/, text/")
    parser.add_argument("--own", type=Path, default=MODELS, help="folder with press/, events/")
    parser.add_argument("--work", type=Path, default=Path("work"), help="checkpoints go here")
    parser.add_argument("--teacher", default="de_presse", help="parses the own sets")
    parser.add_argument("--start", type=Path, help="weights to go on from, instead of e5")
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--fast-steps", type=int, default=FAST_STEPS)
    parser.add_argument("--article-steps", type=int, default=ARTICLE_STEPS)
    parser.add_argument(
        "--thaw",
        action="store_true",
        help="train, article, article-fast, distil: go on from the package's weights",
    )
    parser.add_argument(
        "--mean",
        action="store_true",
        help="train, article, article-fast: the mean of first and last weights",
    )
    parser.add_argument("--weights", type=Path, nargs="+", help="for `average`")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    space = Workspace(options.data, options.own, options.work)
    for stage in STAGES if options.stage == "all" else (options.stage,):
        run_stage(stage, space, options)


if __name__ == "__main__":
    main()
