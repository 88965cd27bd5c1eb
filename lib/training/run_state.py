"""One state of a run, seen again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lib.network import Parameters
from lib.network.validate import Array
from lib.training.gradient import as_parameters


@dataclass(frozen=True, slots=True, eq=False)
class RunState:
    """One state of a run, and the step that leads on from it.

    Attributes:
        step: steps done before.
        weights: after those steps, shape (weights,): layer by layer, biases last; for the notes
            the kernel row by row, then the dense weights.
        batch: which training images make the next step, shape (n,).
        gradient: of their loss, averaged or summed as the set-up says, weight decay included, shape
            (weights,).
        learning_rate: of the next step.
        memory: what the optimiser remembers before it, shape (symbols, weights).
        next_memory: and after it.
        next_weights: the weights after the next step.
    """

    step: int
    weights: Array
    batch: NDArray[np.int64]
    gradient: Array
    learning_rate: float
    memory: Array
    next_memory: Array
    next_weights: Array

    @property
    def parameters(self) -> Parameters:
        """Of the notes' network, kernel (3, 3) and dense weights (4,)."""
        return as_parameters(self.weights)

    @property
    def next_parameters(self) -> Parameters:
        """The same after the next step."""
        return as_parameters(self.next_weights)
