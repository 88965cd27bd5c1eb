"""What each number of a network is made of, cell by cell: the one index structure.

Derivations, the walk-through and pictures read it; so does the nudge, which runs the network by it
and shares nothing with the layers but these indices.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from lib.network.architecture import Activation, Architecture, Head
from lib.network.layers.pool import members
from lib.network.places import Variable, places


@dataclass(frozen=True, slots=True)
class Products:
    """A sum of products, and a bias if there is one: s = Σ w·a + b, α = Σ w·o + c."""

    pairs: tuple[tuple[Variable, Variable], ...]
    """Weight and source, in the order of the sum; what meets the padding is left out."""
    bias: Variable | None = None

    @property
    def reads(self) -> tuple[Variable, ...]:
        """All that it is made of, in order."""
        flat = tuple(cell for pair in self.pairs for cell in pair)
        return (*flat, self.bias) if self.bias else flat


@dataclass(frozen=True, slots=True)
class Elementwise:
    """A function of one number: o = f(s), y = σ(α)."""

    function: Activation
    source: Variable

    @property
    def reads(self) -> tuple[Variable, ...]:
        """The one number."""
        return (self.source,)


@dataclass(frozen=True, slots=True)
class Largest:
    """The largest of several; of equal ones the first."""

    reads: tuple[Variable, ...]


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean of several."""

    reads: tuple[Variable, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """One of the shares that softmax makes: y_k = e^{α_k} / Σ_j e^{α_j}."""

    reads: tuple[Variable, ...]
    number: int
    """The k."""


@dataclass(frozen=True, slots=True)
class Loss:
    """L of the outputs and their labels; from α where that keeps digits."""

    head: Head
    alphas: tuple[Variable, ...]
    reads: tuple[Variable, ...]
    """The outputs as the formula has them: y, or α where there is no y."""
    labels: tuple[Variable, ...]


Made = Products | Elementwise | Largest | Mean | Share | Loss

LOSS = Variable("loss", ())


@lru_cache(maxsize=64)
def made_of(architecture: Architecture) -> dict[Variable, Made]:
    """Each computed number of the network with what it is made of, in forward order, L last."""
    return dict(_made(architecture))


def _made(net: Architecture) -> Iterator[tuple[Variable, Made]]:
    known = {name: place.cells() for name, place in places(net).items()}
    for s, products in zip(known["s"], _windows(net), strict=True):
        yield s, products
    last = known["s"]
    if net.activation != "none":
        for o, s in zip(known["o"], last, strict=True):
            yield o, Elementwise(net.activation, s)
        last = known["o"]
    if net.pool != "none":
        kind = Largest if net.pool == "max" else Mean
        order = np.arange(float(len(last))).reshape(net.kernels, *net.map_shape)
        positions = members(order, net.pool_sides).reshape(len(known["pooled"]), -1)
        for pooled, row in zip(known["pooled"], positions, strict=True):
            yield pooled, kind(tuple(last[int(position)] for position in row))
        last = known["pooled"]
    if not net.has_dense:
        yield LOSS, Products(tuple(zip(known["given"], last, strict=True)))
        return
    alphas = known["alpha"]
    for k, alpha in enumerate(alphas):
        weights = known["dense"][k * len(last) : (k + 1) * len(last)]
        bias = known["dense_bias"][k] if net.dense_bias else None
        yield alpha, Products(tuple(zip(weights, last, strict=True)), bias)
    outputs = known.get("y_out", alphas)
    for k, output in enumerate(outputs if net.has_output else ()):
        yield (
            output,
            Share(alphas, k) if net.head == "softmax" else Elementwise("sigmoid", alphas[k]),
        )
    yield LOSS, Loss(net.head, alphas, outputs, known["label"])


def _windows(net: Architecture) -> Iterator[Products]:
    """Each s = b_f + Σ_{c,m,n} w_{fc,mn} · a_{c, i·t+m−p, j·t+n−p}; no term for the padding."""
    known = places(net)
    kernel = np.arange(known["kernel"].count).reshape(known["kernel"].shape)
    image = np.arange(known["image"].count).reshape(known["image"].shape)
    weights, pixels = known["kernel"].cells(), known["image"].cells()
    biases = known["kernel_bias"].cells() if net.kernel_bias else (None,) * net.kernels
    (up, left), (rows, columns) = net.padding_sides, net.map_shape
    for f, i, j in np.ndindex(net.kernels, rows, columns):
        pairs = []
        for c, m, n in np.ndindex(net.channels, *net.kernel_shape):
            p, q = i * net.stride + m - up, j * net.stride + n - left
            if 0 <= p < net.rows and 0 <= q < net.columns:
                pairs.append((weights[kernel[f, c, m, n]], pixels[image[c, p, q]]))
        yield Products(tuple(pairs), biases[f])
