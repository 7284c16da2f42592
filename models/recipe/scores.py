"""Scores on held-out sentences: strict name spans, UPOS, features, lemmas, UAS, LAS, starts.

Takes any function from a batch to arrays, so that the network and the exported files are
measured by the same code.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from recipe.decode import Array, name_tags, tree
from recipe.labels import Labels
from recipe.lemmas import apply_class
from recipe.sentences import NAME_LABELS, Sentence
from recipe.windows import RUN_TIME_SOURCES, Batch, Encoder, batches, collate

Outputs = dict[str, Array]
Forward = Callable[[Batch], Outputs]
Relate = Callable[[Array, Array], Array]
# One sentence a batch, as `nlp(sentence)` runs it: int8 is worst there.
BATCH_PIECES = 1


@dataclass(frozen=True)
class Measured:
    """A model as three functions and its label inventory."""

    encoder: Encoder
    forward: Forward
    relate: Relate
    lexicon: dict[tuple[str, str], str]
    transitions: list[list[float]]

    @property
    def labels(self) -> Labels:
        return self.encoder.labels


def predict(
    model: Measured, sentences: list[Sentence], sources: tuple[int, int] = RUN_TIME_SOURCES
) -> list[Outputs]:
    """Raw outputs of every sentence, each alone in its window, padding cut off."""
    windows = [model.encoder.window([s], sources) for s in sentences]
    results: list[Outputs] = [{} for _ in sentences]
    for group in batches(windows, BATCH_PIECES):
        out = model.forward(collate([windows[i] for i in group]))
        for row, i in enumerate(group):
            count = len(sentences[i].words)
            cut = {name: values[row, :count] for name, values in out.items()}
            cut["arcs"] = out["arcs"][row, :count, : count + 1]
            cut["rel_head"] = out["rel_head"][row, : count + 1]
            results[i] = cut
    return results


def spans(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """The names that tags hold: the first word, the one behind the last, the label."""
    found = set()
    start = None
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and not tag.startswith("I-"):
            found.add((start, i, tags[start][2:]))
            start = None
        if tag.startswith("B-"):
            start = i
    return found


def name_scores(
    gold: list[list[str]], predicted: list[list[str]], with_misc: bool
) -> dict[str, tuple[float, float, float]]:
    """Precision, recall, F1 in % a label; `micro` counts MISC only where the set has it."""
    right: Counter[str] = Counter()
    guessed: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for gold_tags, tags in zip(gold, predicted, strict=True):
        g, p = spans(gold_tags), spans(tags)
        right.update(span[2] for span in g & p)
        guessed.update(span[2] for span in p)
        there.update(span[2] for span in g)
    core = NAME_LABELS[:3]
    table = {label: prf(right[label], guessed[label], there[label]) for label in NAME_LABELS}
    table["micro"] = prf(*(sum(c[label] for label in core) for c in (right, guessed, there)))
    if with_misc:
        table["micro4"] = prf(*(c.total() for c in (right, guessed, there)))
    return table


def prf(right: int, guessed: int, there: int) -> tuple[float, float, float]:
    """Precision, recall and F1 in % from counts."""
    precision, recall = right / max(guessed, 1), right / max(there, 1)
    f1 = 2 * right / max(guessed + there, 1)
    return round(100 * precision, 2), round(100 * recall, 2), round(100 * f1, 2)


def measure_names(
    model: Measured, sentences: list[Sentence], sources: tuple[int, int] = RUN_TIME_SOURCES
) -> dict[str, tuple[float, float, float]]:
    outputs = predict(model, sentences, sources)
    labels, table = model.labels, model.transitions
    predicted = [name_tags(out["names"], labels.names, table) for out in outputs]
    gold = [s.names or [] for s in sentences]
    return name_scores(gold, predicted, sentences[0].source in ("germeval", "press"))


def best_lemma(model: Measured, form: str, tag: str, scores: Array) -> str:
    """The lexicon's answer, else the best class that fits the form."""
    known = model.lexicon.get((form, tag)) or model.lexicon.get((form.lower(), tag))
    if known:
        return known
    for i in np.argsort(-scores)[:8]:
        lemma = apply_class(model.labels.lemma_classes[i], form)
        if lemma:
            return lemma
    return form


def measure_trees(
    model: Measured, sentences: list[Sentence], sources: tuple[int, int] = RUN_TIME_SOURCES
) -> dict[str, float]:
    """Accuracies in % over all words, punctuation included."""
    counts: Counter[str] = Counter()
    for sentence, out in zip(sentences, predict(model, sentences, sources), strict=True):
        _count_tree(model, sentence, out, counts)
    words = counts.pop("words")
    return {name: round(100 * counts[name] / words, 2) for name in TREE_COLUMNS}


TREE_COLUMNS = ("upos", "morph", "case", "number", "lemma", "lemma_head_only", "uas", "las")


def _count_tree(model: Measured, sentence: Sentence, out: Outputs, counts: Counter[str]) -> None:
    gold, labels = sentence.tree, model.labels
    assert gold is not None
    heads = tree(out["arcs"])
    relations = model.relate(out["rel_dep"], out["rel_head"][heads]).argmax(-1)
    features = decode_features(out["morph"], labels)
    for i, form in enumerate(sentence.words):
        tag = labels.upos[int(out["upos"][i].argmax())]
        wanted = {k: v for k, v in gold.feats[i].items() if k in labels.features}
        head_only = best_lemma_by_head(model, form, out["lemma"][i])
        counts["words"] += 1
        counts["upos"] += tag == gold.upos[i]
        counts["morph"] += features[i] == wanted
        counts["case"] += features[i].get("Case") == wanted.get("Case")
        counts["number"] += features[i].get("Number") == wanted.get("Number")
        counts["lemma"] += best_lemma(model, form, tag, out["lemma"][i]) == gold.lemmas[i]
        counts["lemma_head_only"] += head_only == gold.lemmas[i]
        counts["uas"] += heads[i] == gold.heads[i]
        right = labels.relations[relations[i]] == gold.relations[i]
        counts["las"] += heads[i] == gold.heads[i] and right


def best_lemma_by_head(model: Measured, form: str, scores: Array) -> str:
    return best_lemma(replace(model, lexicon={}), form, "", scores)


def decode_features(scores: Array, labels: Labels) -> list[dict[str, str]]:
    """The best value of each feature; "" means that the word has none."""
    rows: list[dict[str, str]] = [{} for _ in scores]
    offset = 0
    for feature, values in labels.features.items():
        best = scores[:, offset : offset + len(values)].argmax(-1)
        offset += len(values)
        for row, value in zip(rows, best, strict=True):
            if values[value]:
                row[feature] = values[value]
    return rows


def measure_events(
    model: Measured, passages: list[Sentence], threshold: float = 0.5
) -> dict[str, tuple[float, float, float]]:
    """Precision, recall, F1 in % of trigger words a label.

    `status` is the share of gold triggers whose status is right, three times.
    """
    counts: dict[str, Counter[str]] = {"right": Counter(), "guessed": Counter(), "there": Counter()}
    for passage, out in zip(passages, predict(model, passages), strict=True):
        assert passage.events is not None
        gold = {(word, label) for word, _, label, _ in passage.events.triggers}
        found = {(int(w), int(k)) for w, k in np.argwhere(_sigmoid(out["trigger"]) > threshold)}
        pairs = {"right": gold & found, "guessed": found, "there": gold}
        for name, marks in pairs.items():
            counts[name].update(model.labels.events[label] for _, label in marks)
            counts[name]["triggers"] += len(marks)
        for word, _, _, status in passage.events.triggers:
            right = out["status"][word].argmax() == status
            counts["right"]["status"] += int(right)
            counts["guessed"]["status"] += 1
            counts["there"]["status"] += 1
    return {
        name: prf(*(counts[column][name] for column in ("right", "guessed", "there")))
        for name in (*model.labels.events, "triggers", "status")
        if counts["there"][name]
    }


def _sigmoid(logits: Array) -> Array:
    result: Array = 1 / (1 + np.exp(-logits))
    return result


def measure_starts(model: Measured, sentences: list[Sentence], group: int = 3) -> dict[str, float]:
    """Sentence borders inside windows of `group` sentences, window starts not counted."""
    right = guessed = there = 0
    whole = [sentences[i : i + group] for i in range(0, len(sentences) - group + 1, group)]
    windows = [model.encoder.window(part) for part in whole]
    for indices in batches(windows, BATCH_PIECES):
        out: Any = model.forward(collate([windows[i] for i in indices]))
        for row, i in enumerate(indices):
            gold = np.array(windows[i].starts[1:])
            found = out["starts"][row, 1 : len(gold) + 1] > 0
            right += int((found & (gold == 1)).sum())
            guessed += int(found.sum())
            there += int((gold == 1).sum())
    precision, recall, f1 = prf(right, guessed, there)
    return {"precision": precision, "recall": recall, "f1": f1}
