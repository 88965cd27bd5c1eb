"""The weights a run starts from."""

from __future__ import annotations

import math

import numpy as np

from lib.network import GEOMETRY, NOTES, Architecture, Geometry
from lib.network.places import Place, places
from lib.network.validate import Array
from lib.training.setup import TrainingSetup


def initial_weights(setup: TrainingSetup, shape: tuple[int, ...] = GEOMETRY.image_shape) -> Array:
    """All weights as one vector, layer by layer: in the notes kernel ``w_{mn}`` row by row, then
    dense ``w_a, w_b, …``, 13 in all. Biases start at 0.

    - ``normal``: mean 0, standard deviation ``initial_scale``
    - ``uniform``: from −``initial_scale`` to ``initial_scale``
    - ``xavier``: uniform within ±√(6 / (fan_in + fan_out)) of each layer; a kernel of the notes has
      one input and one output channel. (Glorot and Bengio, AISTATS 2010.)
    - ``zeros``: in the notes every feature is then σ(0) = ½ and every dense weight 0, so nothing
      reaches the kernel: ∂L/∂w_{mn} = 0, and ∂L/∂w_k is the mean of (½ − yy)·½, 0 too when the
      classes are balanced. An exact saddle.
    - ``given``: those of ``setup.given``, or of ``setup.numbers``.

    Args:
        setup: network, kind, scale and seed.
        shape: (H, W) of the images, where the notes' network sees others than its own.

    Raises:
        ValueError: given weights for a network of another size.
    """
    layers = _layers(setup.architecture, shape)
    count = sum(size for size, _, _ in layers)
    if setup.initial == "given":
        _, weights, _ = setup.given_parts()
        if len(weights) != count:
            raise ValueError(f"given: got {len(weights)} weights, wanted {count} for this network")
        return weights
    random = np.random.default_rng(setup.initial_seed)
    if setup.initial == "zeros":
        return np.zeros(count)
    sizes = [size for size, _, _ in layers]
    learned = np.repeat([fan > 0 for _, fan, _ in layers], sizes)
    weights = np.zeros(count)
    if setup.initial == "normal":
        weights[learned] = setup.initial_scale * random.standard_normal(learned.sum())
        return weights
    uniform = random.uniform(-1.0, 1.0, learned.sum())
    if setup.initial == "uniform":
        weights[learned] = setup.initial_scale * uniform
        return weights
    limits = [np.sqrt(6.0 / max(1, into + out)) for _, into, out in layers]
    weights[learned] = uniform * np.repeat(limits, sizes)[learned]
    return weights


def _layers(net: Architecture, shape: tuple[int, ...]) -> list[tuple[int, int, int]]:
    """Of each place of the weights: how many, fan in and fan out; 0 and 0 for biases."""
    if net == NOTES:
        geometry = Geometry((shape[0], shape[1]), GEOMETRY.kernel_shape)
        window, dense = geometry.kernel_count, geometry.window_count
        return [(window, window, window), (dense, dense, 1)]
    return [_fans(place) for place in places(net).values() if place.role == "parameter"]


def _fans(place: Place) -> tuple[int, int, int]:
    if place.name.endswith("bias"):
        return place.count, 0, 0
    outputs, inputs, *window = place.shape
    area = math.prod(window)
    return place.count, inputs * area, outputs * area
