"""One state of a run, seen again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lib.network import Parameters
from lib.network.validate import Array


@dataclass(frozen=True, slots=True, eq=False)
class RunState:
    """One state of a run, and the step that leads on from it.

    Attributes:
        step: steps done before.
        parameters: kernel (3, 3) and dense weights (4,) after those steps.
        batch: which training images make the next step, shape (n,).
        gradient: of their loss, averaged or summed as the set-up says, weight decay included, shape
            (13,): kernel, then dense.
        learning_rate: of the next step.
        memory: what the optimiser remembers before it, shape (symbols, 13).
        next_memory: and after it.
        next_parameters: the parameters after the next step.
    """

    step: int
    parameters: Parameters
    batch: NDArray[np.int64]
    gradient: Array
    learning_rate: float
    memory: Array
    next_memory: Array
    next_parameters: Parameters
