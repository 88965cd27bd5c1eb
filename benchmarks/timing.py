"""What every measurement shares: the data, the step sizes and the stopwatch."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from lib.network import GEOMETRY
from lib.network.validate import Array

RATE = 0.1
BATCHES = (16, 256)
SWEEPS = ((16, 32), (16, 128), (256, 32), (256, 128))
"""(images, networks)"""


def data(count: int) -> tuple[Array, Array]:
    """Images (count, 4, 4) and labels (count,), the same in every process."""
    random = np.random.default_rng(count)
    return random.random((count, *GEOMETRY.image_shape)), (np.arange(count) % 2).astype(float)


def first_weights(runs: int) -> NDArray[np.float64]:
    """Shape (runs, 13): kernel row by row, then dense."""
    return 0.5 * np.random.default_rng(runs).standard_normal((runs, 13))


def fastest(call: Callable[[], object], repeats: int = 9) -> float:
    """The shortest of some calls, in µs: what is longer was disturbed by something else."""
    call()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return min(times) * 1e6


def report(results: dict[str, float]) -> None:
    """Hand the results to the process that asked."""
    json.dump(results, sys.stdout)
