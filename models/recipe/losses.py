"""What each head is taught: one masked loss a layer, summed."""

from __future__ import annotations

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from recipe.labels import Labels
from recipe.network import FAR_BELOW, Analyser
from recipe.sentences import BIO_TAGS
from recipe.windows import IGNORE, Batch

MAYBE_MISC = [BIO_TAGS.index(tag) for tag in ("O", "B-MISC", "I-MISC")]
# Names are few among many O, so their gradient is small beside the trees': at weight 1 they had
# reached F1 0.35 when the trees stood at LAS 0.67 (275 steps). Starts likewise.
WEIGHTS = {
    "names": 3.0, "starts": 1.0, "upos": 0.5, "morph": 0.4, "lemma": 0.5, "arcs": 0.8,
    "relations": 0.6, "triggers": 25.0, "statuses": 0.3, "roles": 1.0,
}  # fmt: skip


# One word in sixty is a trigger, and each of six labels is rarer still: at weight 6 without this
# factor the head found the right words but gave them probabilities of 0.1 to 0.3.
TRIGGER_FACTOR = 4.0
# Most words play no part: their share of the loss, so that the few that do are not drowned.
NO_ROLE_WEIGHT = 0.4


def allowed_heads(batch: Batch) -> Tensor:
    """[B, W, W + 1]: the root and the words of the same sentence; heads lie nowhere else."""
    same = batch.sentence[:, :, None] == batch.sentence[:, None, :]
    root = torch.ones_like(same[:, :, :1])
    return torch.cat([root, same & batch.is_word[:, None, :]], dim=2)


def losses(
    model: Analyser, labels: Labels, out: dict[str, Tensor], batch: Batch
) -> dict[str, Tensor]:
    """Mean loss a labelled word, for every layer that the batch annotates."""
    found = {
        "names": _names(out["names"], batch),
        "upos": _entropy(out["upos"], batch.upos),
        "lemma": _entropy(out["lemma"], batch.lemma),
    }
    known = batch.starts != IGNORE
    if known.any():
        found["starts"] = F.binary_cross_entropy_with_logits(
            out["starts"][known], batch.starts[known].float()
        )
    if (batch.heads != IGNORE).any():
        sizes = [len(values) for values in labels.features.values()]
        parts = torch.split(out["morph"], sizes, dim=-1)
        found["morph"] = sum(
            (_entropy(part, batch.morph[:, :, i]) for i, part in enumerate(parts)),
            start=torch.zeros((), device=batch.ids.device),
        ) / 3  # fmt: skip
        arcs = out["arcs"].masked_fill(~allowed_heads(batch), FAR_BELOW)
        found["arcs"] = _entropy(arcs, batch.heads)
        found["relations"] = _relations(model, out, batch)
    told = batch.triggers[:, :, 0] != IGNORE
    if told.any():
        found["triggers"] = F.binary_cross_entropy_with_logits(
            out["trigger"][told],
            batch.triggers[told].float(),
            pos_weight=torch.tensor(TRIGGER_FACTOR, device=batch.ids.device),
        )
        found["statuses"] = _entropy(out["status"], batch.statuses)
    if len(batch.roles):
        found["roles"] = _roles(model, out, batch)
    return found


def weighted_sum(found: dict[str, Tensor]) -> Tensor:
    total = [WEIGHTS[name] * loss for name, loss in found.items()]
    return torch.stack(total).sum()


def _entropy(scores: Tensor, gold: Tensor) -> Tensor:
    known = gold != IGNORE
    if not known.any():
        return scores.sum() * 0.0
    return F.cross_entropy(scores[known], gold[known])


def _names(scores: Tensor, batch: Batch) -> Tensor:
    """Where a source has no MISC, its O means "O or MISC" and must not teach "never MISC"."""
    known = batch.names != IGNORE
    if not known.any():
        return scores.sum() * 0.0
    log_p, gold = F.log_softmax(scores, dim=-1)[known], batch.names[known]
    plain = -log_p.gather(1, gold[:, None])[:, 0]
    either = -torch.logsumexp(log_p[:, MAYBE_MISC], dim=-1)
    unsure = batch.misc_unknown[:, None].expand_as(known)[known] & (gold == 0)
    return torch.where(unsure, either, plain).mean()


def _roles(model: Analyser, out: dict[str, Tensor], batch: Batch) -> Tensor:
    row, trigger, word, words, sentences, role = batch.roles.unbind(1)
    far = torch.stack([words, sentences], dim=1)
    scores = model.cast(out["role_trigger"][row, trigger], out["role_word"][row, word], far)
    weight = torch.ones(scores.shape[1], device=scores.device)
    weight[0] = NO_ROLE_WEIGHT
    return F.cross_entropy(scores, role, weight=weight)


def _relations(model: Analyser, out: dict[str, Tensor], batch: Batch) -> Tensor:
    known = batch.relations != IGNORE
    index = batch.heads.clamp(min=0)[:, :, None].expand(-1, -1, out["rel_head"].shape[2])
    heads = out["rel_head"].gather(1, index)
    scores = model.relate(out["rel_dep"][known], heads[known])
    return F.cross_entropy(scores, batch.relations[known])
