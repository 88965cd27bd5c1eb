"""Which images move the weights at which step.

Each pass over the data is a new shuffle, drawn from the seed and the number of the pass alone. So
the batch of any step can be named without going through the steps before it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from lib.training.setup import BatchLoss

BATCH_LATEX: dict[BatchLoss, str] = {
    "mean": r"g = \frac{1}{n} \sum_{i=1}^{n} \frac{\partial L_i}{\partial w}",
    "sum": r"g = \sum_{i=1}^{n} \frac{\partial L_i}{\partial w}",
}
"""What the gradient g of a batch of n images is."""

PASSES = 32
"""Passes that are shuffled together: a new random generator costs as much as a step."""


class Batches:
    """The batches of a run.

    Args:
        count: images to learn from.
        size: images a step; 0 is all. The last batch of a pass may be smaller.
        seed: 0 or more.

    Raises:
        ValueError: a batch larger than the data.
    """

    def __init__(self, count: int, size: int, seed: int) -> None:
        if not 0 <= size <= count:
            raise ValueError(
                f"batch_size: got {size}, wanted at most {count}, the number of images to learn "
                "from, or 0 for all of them"
            )
        self.count = count
        self.size = size or count
        self.seed = seed
        self.steps_a_pass = -(-count // self.size)
        self._group = -1
        self._order: NDArray[np.int64] = np.arange(count)
        self._orders = np.broadcast_to(self._order, (PASSES, count))

    @property
    def full(self) -> bool:
        """Whether each step sees every image: then they stay in order."""
        return self.size == self.count

    def at(self, step: int) -> NDArray[np.int64]:
        """The numbers of the images in the batch that turns state ``step`` into the next one."""
        if self.full:
            return self._order
        number, place = divmod(step, self.steps_a_pass)
        group, row = divmod(number, PASSES)
        if group != self._group:
            in_order = np.broadcast_to(self._order, (PASSES, self.count))
            self._orders = np.random.default_rng([self.seed, group]).permuted(in_order, axis=1)
            self._group = group
        return self._orders[row, place * self.size : (place + 1) * self.size]
