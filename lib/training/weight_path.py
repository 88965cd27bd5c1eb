"""Where the weights have been, thinned while it grows."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from lib.network.validate import Array

MOST = 1024
"""States kept at most; when there are more, every second one goes."""


class WeightPath:
    """Evenly spaced states of the weights, for the curves of the weights and of the kernel.

    For each step exactly, ``Run.path`` computes it again.
    """

    def __init__(self) -> None:
        self._stride = 1
        self._steps: NDArray[np.int64] = np.empty(0, dtype=np.int64)
        self._weights: Array = np.empty((0, 0))

    @property
    def steps(self) -> NDArray[np.int64]:
        """Which states are kept, shape (k,), k at most ``MOST``; the first is 0."""
        return self._steps

    @property
    def weights(self) -> Array:
        """Their weights, shape (k, 13): kernel row by row, then dense."""
        return self._weights

    def add(self, first: int, weights: Array) -> None:
        """Take in the states from ``first`` on, shape (n, 13), as far as they are in step."""
        steps = np.arange(first, first + len(weights))
        chosen = steps % self._stride == 0
        if not chosen.any():
            return
        before = self._weights.reshape(-1, weights.shape[1])
        self._keep(
            np.append(self._steps, steps[chosen]), np.append(before, weights[chosen], axis=0)
        )

    def forget_after(self, step: int) -> None:
        """Drop the states that come after a step."""
        kept = self._steps <= step
        self._keep(self._steps[kept], self._weights[kept])

    def _keep(self, steps: NDArray[np.int64], weights: Array) -> None:
        while len(steps) > MOST:
            self._stride *= 2
            kept = steps % self._stride == 0
            steps, weights = steps[kept], weights[kept]
        steps.setflags(write=False)
        weights.setflags(write=False)
        self._steps, self._weights = steps, weights
