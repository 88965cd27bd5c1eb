"""Random architectures within the limits, filled with random numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, get_args

import numpy as np
from hypothesis import strategies as st

from lib.network import passes
from lib.network.architecture import Activation, Architecture, Head, Pool
from lib.network.fits import ArchitectureError
from lib.network.made_of import LOSS
from lib.network.places import Variable, by_cell, places, split
from lib.network.validate import Array

HEADS: tuple[Head, ...] = get_args(Head)
ACTIVATIONS: tuple[Activation, ...] = get_args(Activation)
POOLS: tuple[Pool, ...] = get_args(Pool)

ONE_OF_EACH = (
    Architecture(),
    Architecture(kernels=2, activation="relu", kernel_bias=True, dense_bias=True),
    Architecture(
        channels=3, rows=5, columns=5, kernels=2, stride=2, padding=1,
        kernel_bias=True, dense_bias=True, activation="tanh",
    ),
    Architecture(rows=6, columns=6, pool="max", activation="relu", outputs=3, head="softmax"),
    Architecture(rows=6, columns=6, pool="average", kernels=2, head="sigmoid_squared", outputs=2),
    Architecture(rows=1, columns=8, kernel_rows=1, padding=1, pool="max", activation="leaky_relu"),
    Architecture(rows=2, columns=3, kernel_rows=2, kernel_columns=2, activation="none",
                 head="given"),
    Architecture(channels=2, rows=3, kernels=2, pool="average", head="given", kernel_bias=True,
                 kernel_rows=2, activation="tanh", columns=4),
    Architecture(activation="none", head="squared", dense_bias=True, outputs=2),
    Architecture(rows=4, kernel_rows=1, kernel_columns=1, stride=3, outputs=2),
    Architecture(rows=8, columns=8, kernels=3, kernel_bias=True, dense_bias=True, pool="max",
                 outputs=3, head="softmax", activation="relu"),
)  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One network with its numbers."""

    net: Architecture
    parameters: dict[str, Array]
    image: Array
    target: Array

    @property
    def values(self) -> dict[str, Array]:
        return passes.forward(self.net, self.parameters, self.image)

    @property
    def gradients(self) -> dict[str, Array]:
        return passes.backward(self.net, self.parameters, self.values, self.image, self.target)

    @property
    def of_target(self) -> str:
        return "label" if self.net.has_dense else "given"

    def given(self) -> dict[Variable, float]:
        arrays = {**self.parameters, "image": self.image, self.of_target: self.target}
        return by_cell(self.net, arrays)

    def numbers(self) -> dict[Variable, float]:
        """Every number of the forward pass, cell by cell."""
        loss = float(self.gradients["loss"])
        return {**self.given(), **by_cell(self.net, self.values), LOSS: loss}


def filled(net: Architecture, seed: int, size: float = 1.0, leading: tuple[int, ...] = ()) -> Case:
    """The network with numbers of a seed; ``leading`` axes go before image and target."""
    rng = np.random.default_rng(seed)
    vector = size * rng.normal(size=net.parameter_count)
    image = rng.normal(size=(*leading, *net.image_shape))
    known = places(net)
    if net.head == "given":
        target = rng.normal(size=(*leading, *known["given"].shape))
    elif net.head == "softmax":
        target = np.eye(net.outputs)[rng.integers(0, net.outputs, leading)]
    else:
        target = rng.choice([0.0, 1.0, 0.3, rng.uniform()], size=(*leading, net.outputs))
    return Case(net, split(net, vector), image, target)


@st.composite
def architectures(draw: st.DrawFn, largest: int = 8) -> Architecture:
    """Any architecture whose sizes fit: what does not fit is mended by what the error names."""
    fields: dict[str, Any] = {
        "channels": draw(st.integers(1, 3)),
        "rows": draw(st.integers(1, largest)),
        "columns": draw(st.integers(1, largest)),
        "kernels": draw(st.integers(1, 3)),
        "kernel_rows": draw(st.integers(1, 4)),
        "kernel_columns": draw(st.integers(1, 4)),
        "stride": draw(st.integers(1, 3)),
        "padding": draw(st.integers(0, 2)),
        "kernel_bias": draw(st.booleans()),
        "activation": draw(st.sampled_from(ACTIVATIONS)),
        "pool": draw(st.sampled_from(POOLS)),
        "pool_side": draw(st.integers(2, 3)),
        "outputs": draw(st.integers(1, 4)),
        "dense_bias": draw(st.booleans()),
        "head": draw(st.sampled_from(HEADS)),
    }
    for _ in range(12):
        try:
            return Architecture(**fields)
        except ArchitectureError as error:
            if error.fits:
                name = draw(st.sampled_from(sorted(error.fits)))
                fields[name] = draw(st.sampled_from(error.fits[name]))
            else:  # no one size alone mends it: towards the smallest network
                fields.update(stride=1, padding=0, pool="none", kernel_rows=1, kernels=1)
                fields["kernel_columns"] = 1
                fields["rows"], fields["columns"] = min(fields["rows"], 4), 3
    return Architecture()


@st.composite
def cases(draw: st.DrawFn, largest: int = 8) -> Case:
    """A random network with random numbers."""
    return filled(draw(architectures(largest)), draw(st.integers(0, 10_000)))
