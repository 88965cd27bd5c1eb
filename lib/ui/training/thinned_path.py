"""A run's weights at some of its steps: as many as a picture can show, the newest among them."""

from __future__ import annotations

import numpy as np

from lib.network.validate import Array
from lib.training import Run

MOST = 240


def thinned_path(run: Run) -> tuple[Array, Array]:
    """Steps (n,) and the weights after them (n, weights), n at most ``MOST`` + 1."""
    path = run.history.weight_path
    at = np.unique(np.linspace(0, len(path.steps) - 1, min(len(path.steps), MOST)).astype(int))
    steps, weights = path.steps[at], path.weights[at]
    if steps[-1] < run.step:
        steps, weights = np.append(steps, run.step), np.vstack([weights, run.weights])
    return steps, weights
