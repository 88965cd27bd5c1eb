"""Optimisers: from a gradient to a step.

Each is a rule in LaTeX, the names of what it remembers, and a function that does what the rule says
to the weights and the memory in place, entry by entry; so one weight, 13, or 13 of each of 32 runs
go through the same lines.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from lib.network.validate import Array
from lib.training.setup import OptimiserKind, TrainingSetup


@dataclass(slots=True)
class Now:
    """What an optimiser works on.

    Attributes:
        setup: holds the coefficients.
        w: weights, shape (...), moved in place.
        g: their gradient, shape (...).
        memory: shape (symbols, ...), moved in place.
        rate: ``η_t``, a number or an array that broadcasts against the weights.
        t: the number of this step, from 1.
    """

    setup: TrainingSetup
    w: Array
    g: Array
    memory: Array
    rate: float | Array = 0.0
    t: int = 1


@dataclass(frozen=True, slots=True)
class Optimiser:
    """An update rule."""

    latex: tuple[str, ...]
    """Its lines, in the order they are done; w is the weight, g its gradient."""
    memory: tuple[str, ...]
    """LaTeX symbols of what it remembers of each weight from step to step; all start at 0."""
    move: Callable[[Now], None]


def _descent(now: Now) -> None:
    now.w -= now.rate * now.g


def _momentum(now: Now) -> None:
    (v,) = now.memory
    v *= now.setup.momentum
    v += now.g
    now.w -= now.rate * v


def _nesterov(now: Now) -> None:
    (v,) = now.memory
    v *= now.setup.momentum
    v += now.g
    now.w -= now.rate * (now.g + now.setup.momentum * v)


def _rmsprop(now: Now) -> None:
    (r,) = now.memory
    r *= now.setup.decay
    r += (1.0 - now.setup.decay) * now.g * now.g
    now.w -= now.rate * now.g / (np.sqrt(r) + now.setup.epsilon)


def _adam(now: Now) -> None:
    beta1, beta2 = now.setup.beta1, now.setup.beta2
    m, r = now.memory
    m *= beta1
    m += (1.0 - beta1) * now.g
    r *= beta2
    r += (1.0 - beta2) * now.g * now.g
    corrected = np.sqrt(r / (1.0 - beta2**now.t)) + now.setup.epsilon
    now.w -= now.rate / (1.0 - beta1**now.t) * m / corrected


OPTIMISERS: dict[OptimiserKind, Optimiser] = {
    "descent": Optimiser((r"w \leftarrow w - \eta \cdot g",), (), _descent),
    # Sutskever and others, ICML 2013, in the form that PyTorch uses
    "momentum": Optimiser(
        (r"v \leftarrow \mu \cdot v + g", r"w \leftarrow w - \eta \cdot v"), ("v",), _momentum
    ),
    "nesterov": Optimiser(
        (
            r"v \leftarrow \mu \cdot v + g",
            r"w \leftarrow w - \eta \cdot (g + \mu \cdot v)",
        ),
        ("v",),
        _nesterov,
    ),
    # Tieleman and Hinton, lecture 6.5, 2012
    "rmsprop": Optimiser(
        (
            r"r \leftarrow \rho \cdot r + (1 - \rho) \cdot g^2",
            r"w \leftarrow w - \eta \cdot \frac{g}{\sqrt{r} + \varepsilon}",
        ),
        ("r",),
        _rmsprop,
    ),
    # Kingma and Ba, ICLR 2015
    "adam": Optimiser(
        (
            r"m \leftarrow \beta_1 \cdot m + (1 - \beta_1) \cdot g",
            r"r \leftarrow \beta_2 \cdot r + (1 - \beta_2) \cdot g^2",
            r"w \leftarrow w - \eta \cdot \frac{m / (1 - \beta_1^t)}"
            r"{\sqrt{r / (1 - \beta_2^t)} + \varepsilon}",
        ),
        ("m", "r"),
        _adam,
    ),
}
