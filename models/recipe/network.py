"""The network: a BERT encoder with source vectors, and one small head a layer of analysis.

Shapes: B windows, L pieces, W words; word states are the mean of a word's first and last piece, so
that endings reach the grammar heads directly. The arc scores have W + 1 columns, column 0 the root.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 (the usual name)
from torch import Tensor, nn

from de_presse.distances import SENTENCE_STEPS, WORD_STEPS
from recipe.labels import NAME_SOURCES, TREE_SOURCES, Labels
from recipe.lowprecision import Linear
from recipe.unigram import PAD

WIDTH, INNER, ATTENTION_HEADS, POSITIONS = 384, 1536, 12, 512
HEAD_WIDTH = WIDTH // ATTENTION_HEADS
EPSILON = 1e-12
ARC_WIDTH, RELATION_WIDTH, ROLE_WIDTH = 256, 128, 128
FAR_BELOW = -1e4


class Layer(nn.Module):
    """One post-norm transformer layer; attention is written out so that it exports cleanly."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.q, self.k, self.v, self.ao = (Linear(WIDTH, WIDTH) for _ in range(4))
        self.aln, self.oln = nn.LayerNorm(WIDTH, EPSILON), nn.LayerNorm(WIDTH, EPSILON)
        self.fi, self.fo = Linear(WIDTH, INNER), Linear(INNER, WIDTH)
        self.drop = nn.Dropout(dropout)
        # Set for export only, see `balance`: factors of the inputs of q/k/v, fi and fo.
        self.qkv_factor: Tensor | None = None
        self.fi_factor: Tensor | None = None
        self.fo_factor: Tensor | None = None

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, _ = x.shape
        y = _scaled(x, self.qkv_factor)

        def split(t: Tensor) -> Tensor:
            return t.reshape(batch, length, ATTENTION_HEADS, HEAD_WIDTH).transpose(1, 2)

        q, k, v = split(self.q(y)), split(self.k(y)), split(self.v(y))
        if torch.onnx.is_in_onnx_export():
            weights = torch.softmax(q * HEAD_WIDTH**-0.5 @ k.transpose(-1, -2) + bias, -1)
            mixed = weights @ v
        else:
            mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        mixed = mixed.transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.aln(x + self.drop(self.ao(mixed)))
        inner = F.gelu(self.fi(_scaled(x, self.fi_factor)))
        result: Tensor = self.oln(x + self.drop(self.fo(_scaled(inner, self.fo_factor))))
        return result


def _scaled(x: Tensor, factor: Tensor | None) -> Tensor:
    return x if factor is None else x * factor


class Encoder(nn.Module):
    """Embeddings (pieces, positions, the two source vectors) and the layers."""

    def __init__(self, pieces: int, layers: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(pieces, WIDTH)
        self.pos = nn.Embedding(POSITIONS, WIDTH)
        self.name_source = nn.Embedding(len(NAME_SOURCES), WIDTH)
        self.tree_source = nn.Embedding(len(TREE_SOURCES), WIDTH)
        nn.init.zeros_(self.name_source.weight)
        nn.init.zeros_(self.tree_source.weight)
        self.ln = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList([Layer(dropout) for _ in range(layers)])
        self.drop = nn.Dropout(dropout)

    def forward(self, ids: Tensor, sources: Tensor) -> Tensor:
        return self.run(self.embed(ids, sources), padding_bias(ids))

    def embed(self, ids: Tensor, sources: Tensor) -> Tensor:
        """What goes into the first layer, [B, L, WIDTH]."""
        source = self.name_source(sources[:, 0]) + self.tree_source(sources[:, 1])
        x: Tensor = self.word(ids) + self.pos.weight[: ids.shape[1]] + source[:, None, :]
        embedded: Tensor = self.drop(self.ln(x))
        return embedded

    def run(self, x: Tensor, bias: Tensor) -> Tensor:
        """The states behind the last layer."""
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def fold(self, sources: tuple[int, int]) -> None:
        """Put the vectors of two sources into the positions, for good: they hold everywhere."""
        name, tree = sources
        with torch.no_grad():
            self.pos.weight += self.name_source.weight[name]
            self.pos.weight += self.tree_source.weight[tree]
            self.name_source.weight.zero_()
            self.tree_source.weight.zero_()

    def load_pretrained(self, tensors: dict[str, np.ndarray[Any, Any]], kept: list[int]) -> None:
        """Copy e5's weights for the kept pieces; token type 0 is folded into the positions."""
        word = tensors["emb.word"].reshape(-1, WIDTH)[kept]
        positions = tensors["emb.pos"].reshape(-1, WIDTH) + tensors["emb.type"][:WIDTH]
        with torch.no_grad():
            self.word.weight.copy_(torch.from_numpy(word))
            self.pos.weight.copy_(torch.from_numpy(positions))
            _copy(self.ln, tensors, "emb.ln")
            for i, layer in enumerate(self.layers):
                for name in ("q", "k", "v", "ao", "aln", "fi", "fo", "oln"):
                    _copy(getattr(layer, name), tensors, f"l{i}.{name}")


def padding_bias(ids: Tensor) -> Tensor:
    """What keeps attention from padding, [B, 1, 1, L]."""
    return ((ids == PAD).float() * FAR_BELOW)[:, None, None, :]


def _copy(module: Any, tensors: dict[str, np.ndarray[Any, Any]], name: str) -> None:
    module.weight.copy_(torch.from_numpy(tensors[f"{name}.w"]).view_as(module.weight))
    module.bias.copy_(torch.from_numpy(tensors[f"{name}.b"]))


class Analyser(nn.Module):
    """The encoder with all heads; one forward pass gives every layer of a window."""

    def __init__(self, labels: Labels, pieces: int, layers: int = 12) -> None:
        super().__init__()
        self.encoder = Encoder(pieces, layers)
        self.names = nn.Linear(WIDTH, len(labels.names))
        self.starts = nn.Linear(WIDTH, 1)
        self.upos = nn.Linear(WIDTH, len(labels.upos))
        self.morph = nn.Linear(WIDTH, sum(len(v) for v in labels.features.values()))
        self.lemma = nn.Linear(WIDTH, len(labels.lemma_classes))
        self.arc_head, self.arc_dep = nn.Linear(WIDTH, ARC_WIDTH), nn.Linear(WIDTH, ARC_WIDTH)
        self.arc = nn.Linear(ARC_WIDTH, ARC_WIDTH, bias=False)
        self.arc_bias = nn.Linear(ARC_WIDTH, 1, bias=False)
        self.rel_head = nn.Linear(WIDTH, RELATION_WIDTH)
        self.rel_dep = nn.Linear(WIDTH, RELATION_WIDTH)
        self.relation = nn.Linear(3 * RELATION_WIDTH, len(labels.relations))
        self.trigger = nn.Linear(WIDTH, len(labels.events))
        self.status = nn.Linear(WIDTH, len(labels.statuses))
        self.role_trigger = nn.Linear(WIDTH, ROLE_WIDTH)
        self.role_word = nn.Linear(WIDTH, ROLE_WIDTH)
        self.role_hidden = nn.Linear(3 * ROLE_WIDTH, ROLE_WIDTH)
        self.role_words = nn.Embedding(WORD_STEPS, ROLE_WIDTH)
        self.role_sentences = nn.Embedding(SENTENCE_STEPS, ROLE_WIDTH)
        self.role = nn.Linear(ROLE_WIDTH, len(labels.roles))
        self.drop = nn.Dropout(0.2)
        nn.init.normal_(self.arc.weight, std=0.01)
        nn.init.zeros_(self.role_words.weight)
        nn.init.zeros_(self.role_sentences.weight)

    def forward(
        self, ids: Tensor, first: Tensor, last: Tensor, sources: Tensor
    ) -> dict[str, Tensor]:
        return self.heads(self.states(ids, first, last, sources))

    def states(self, ids: Tensor, first: Tensor, last: Tensor, sources: Tensor) -> Tensor:
        """The states of `<s>` (the root) and of every word, [B, W + 1, WIDTH]."""
        return self.rooted(self.encoder(ids, sources), first, last)

    def rooted(self, states: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """The same from the states of all pieces."""
        words = (pick(states, first) + pick(states, last)) * 0.5
        return torch.cat([states[:, :1], words], dim=1)

    def heads(self, rooted: Tensor) -> dict[str, Tensor]:
        """All outputs from such states."""
        rooted = self.drop(rooted)
        words = rooted[:, 1:]
        heads = self.drop(F.leaky_relu(self.arc_head(rooted), 0.1))
        deps = self.drop(F.leaky_relu(self.arc_dep(words), 0.1))
        arcs = self.arc(deps) @ heads.transpose(1, 2)
        return {
            "names": self.names(words),
            "starts": self.starts(words)[:, :, 0],
            "upos": self.upos(words),
            "morph": self.morph(words),
            "lemma": self.lemma(words),
            "arcs": arcs + self.arc_bias(heads).transpose(1, 2),
            "rel_dep": self.drop(F.leaky_relu(self.rel_dep(words), 0.1)),
            "rel_head": self.drop(F.leaky_relu(self.rel_head(rooted), 0.1)),
            "trigger": self.trigger(words),
            "status": self.status(words),
            "role_trigger": self.drop(F.leaky_relu(self.role_trigger(words), 0.1)),
            "role_word": self.drop(F.leaky_relu(self.role_word(words), 0.1)),
        }

    def relate(self, dep: Tensor, head: Tensor) -> Tensor:
        """Relation scores of (dependent, chosen head) pairs, each [N, RELATION_WIDTH]."""
        scores: Tensor = self.relation(torch.cat([dep, head, dep * head], dim=-1))
        return scores

    def cast(self, trigger: Tensor, word: Tensor, far: Tensor) -> Tensor:
        """Role scores of (trigger, word) pairs, each [N, ROLE_WIDTH].

        `far` [N, 2] is how far they stand from each other, see `de_presse.distances`.
        """
        return role_scores(self, trigger, word, far[:, 0], far[:, 1])


def role_scores(
    heads: Any, asked: Tensor, word: Tensor, words_apart: Tensor, sentences_apart: Tensor
) -> Tensor:
    """Role scores of pairs of an asked word and a word, each [..., ROLE_WIDTH].

    `heads` has the layers by name; the distances [...] are steps, see `de_presse.distances`.
    """
    hidden = heads.role_hidden(torch.cat([asked, word, asked * word], dim=-1))
    hidden = hidden + heads.role_words(words_apart) + heads.role_sentences(sentences_apart)
    scores: Tensor = heads.role(F.leaky_relu(hidden, 0.1))
    return scores


def pick(states: Tensor, index: Tensor) -> Tensor:
    """The states [B, N, WIDTH] at the places `index` [B, N]."""
    return states.gather(1, index[:, :, None].expand(-1, -1, WIDTH))
