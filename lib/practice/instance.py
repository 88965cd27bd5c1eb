"""Numbers for an exercise: for ever the same for a seed, and a hand can work with them.

They are drawn by SHAKE-256, not by NumPy's generators, whose streams may change with a version.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from lib.derivation import State
from lib.network import Parameters
from lib.practice.examples import Examples

LARGEST_SEED = 999_999

_PIXELS = tuple(n / 20 for n in range(1, 20))
_KERNEL = tuple(n / 10 for n in range(-9, 10) if n)
_DENSE = tuple(sign * n / 10 for n in range(5, 21) for sign in (1, -1))
_LABEL = (0.1, 0.2, 0.3, 0.7, 0.8, 0.9)


def examples_of_seeds(seeds: Sequence[int]) -> Examples:
    """The instances of some seeds: a 4×4 image, a 3×3 kernel, four dense weights, a label each.

    Pixels are distinct multiples of 0.05 between 0 and 1, kernel weights distinct tenths within
    ±0.9, dense weights distinct tenths of size 0.5 … 2. The label is soft, 0.1 … 0.3 or 0.7 … 0.9:
    0 would hide a forgotten label, and 1 whatever is wrong in the other class's term.

    Raises:
        ValueError: a seed outside 0 … 999 999.
    """
    drawn = [_Draw(seed) for seed in seeds]
    image = np.array([draw.some(_PIXELS, 16) for draw in drawn]).reshape(-1, 4, 4)
    kernel = np.array([draw.some(_KERNEL, 9) for draw in drawn]).reshape(-1, 3, 3)
    dense = np.array([draw.some(_DENSE, 4) for draw in drawn])
    label = [draw.some(_LABEL, 1)[0] for draw in drawn]
    return Examples.of(Parameters(kernel, dense), image, np.array(label))


def state_of_seed(seed: int) -> State:
    """One instance.

    Raises:
        ValueError: a seed outside 0 … 999 999.
    """
    return examples_of_seeds([seed]).state(0)


class _Draw:
    """Whole numbers from the bytes of SHAKE-256, four bytes each."""

    def __init__(self, seed: int) -> None:
        if type(seed) is not int or not 0 <= seed <= LARGEST_SEED:
            raise ValueError(f"seed: wanted a whole number from 0 to {LARGEST_SEED}")
        bytes_ = hashlib.shake_256(f"backprop practice {seed}".encode()).digest(160)
        self._numbers = iter(np.frombuffer(bytes_, dtype="<u4").tolist())

    def below(self, limit: int) -> int:
        """A whole number from 0 to limit − 1."""
        return int(next(self._numbers)) % limit

    def some(self, values: Sequence[float], count: int) -> list[float]:
        """``count`` different ones of the values, in random order."""
        left = list(values)
        return [left.pop(self.below(len(left))) for _ in range(count)]
