"""The weights a run starts from."""

from __future__ import annotations

import numpy as np

from lib.network import GEOMETRY, Geometry
from lib.network.validate import Array
from lib.training.setup import TrainingSetup


def initial_weights(setup: TrainingSetup, geometry: Geometry = GEOMETRY) -> Array:
    """Kernel ``w_{mn}`` row by row, then dense ``w_a, w_b, …``, as one vector; 13 in the notes.

    - ``normal``: mean 0, standard deviation ``initial_scale``
    - ``uniform``: from −``initial_scale`` to ``initial_scale``
    - ``xavier``: uniform within ±√(6 / (fan_in + fan_out)), one input and one output channel.
      (Glorot and Bengio, AISTATS 2010.)
    - ``zeros``: every feature is σ(0) = ½ and every dense weight 0, so nothing reaches the kernel:
      ∂L/∂w_{mn} = 0, and ∂L/∂w_k is the mean of (½ − yy)·½, 0 too when the classes are balanced. An
      exact saddle.
    - ``given``: those of ``setup.given``.

    Raises:
        ValueError: given weights for a network of another size.
    """
    kernel_count, dense_count = geometry.kernel_count, geometry.window_count
    count = geometry.weight_count
    if setup.initial == "given":
        weights = setup.given.weights
        if len(weights) != count:
            raise ValueError(f"given: got {len(weights)} weights, wanted {count} for this network")
        return weights
    random = np.random.default_rng(setup.initial_seed)
    if setup.initial == "normal":
        return setup.initial_scale * random.standard_normal(count)
    uniform = random.uniform(-1.0, 1.0, count)
    if setup.initial == "uniform":
        return setup.initial_scale * uniform
    if setup.initial == "xavier":
        kernel_limit = np.sqrt(6.0 / (kernel_count + kernel_count))
        dense_limit = np.sqrt(6.0 / (dense_count + 1))
        return uniform * np.repeat([kernel_limit, dense_limit], [kernel_count, dense_count])
    return np.zeros(count)
