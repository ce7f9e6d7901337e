"""Between which values the encoder's activations lie, for their quantisation with fixed scales."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from kg.training.graph import Range
from kg.training.network import Encoder

MARGIN = 1.1
SAMPLES, SAMPLE_LENGTH = 60, 32
BEGIN, END, FIRST_WORD_PIECE = 0, 2, 5


def ranges_of(encoder: Encoder) -> dict[str, Range]:
    """The range of each channel, by module: what normalisation gives out, what `out` and `narrow` take in.

    Measured on random pieces, so no text is needed: ranges on news lie within 10% of these, hence the margin.
    """
    found: dict[str, Range] = {}

    def see(name: str, value: Tensor) -> None:
        rows = value.detach().reshape(-1, value.shape[-1])
        seen = Range(rows.amin(0).numpy(), rows.amax(0).numpy())
        found[name] = found[name] | seen if name in found else seen

    hooks = []
    for name, module in encoder.named_modules():
        if isinstance(module, nn.LayerNorm):
            hooks.append(module.register_forward_hook(lambda _module, _given, out, name=name: see(name, out)))
        elif name.endswith(("out", "narrow")):
            hooks.append(module.register_forward_pre_hook(lambda _module, given, name=name: see(name, given[0])))
    with torch.no_grad():
        for pieces in _samples(encoder):
            encoder.eval()(pieces, None)
    for hook in hooks:
        hook.remove()
    return {name: each.wider(MARGIN) for name, each in found.items()}


def _samples(encoder: Encoder) -> list[Tensor]:
    chance = torch.Generator().manual_seed(0)
    length = min(SAMPLE_LENGTH, encoder.positions.weight.shape[0] - 2)
    edge = torch.ones((1, 1), dtype=torch.long)
    samples = []
    for _ in range(SAMPLES):
        inner = torch.randint(FIRST_WORD_PIECE, encoder.pieces.weight.shape[0], (1, length), generator=chance)
        samples.append(torch.cat([edge * BEGIN, inner, edge * END], 1))
    return samples
