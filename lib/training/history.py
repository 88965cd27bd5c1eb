"""What a run leaves behind: one number a step for each curve, and now and then the whole state.

Weights are not kept step by step. A checkpoint every ``BLOCK`` steps is enough to compute any step
again, to the last bit.
"""

from __future__ import annotations

import numpy as np

from lib.network.validate import Array
from lib.training.weight_path import WeightPath

BLOCK = 256
"""Steps from one checkpoint to the next, and steps whose losses are computed in one go."""

STATE_CURVES = ("train_loss", "train_accuracy", "test_loss", "test_accuracy", "lowest_loss")
STEP_CURVES = ("batch_loss", "kernel_gradient_norm", "dense_gradient_norm", "learning_rate")


class History:
    """The curves of a run after ``step`` steps; every array is float64 and read-only.

    Of states 0 … step, shape (step + 1,), entry t after t steps:
        train_loss, test_loss: mean cross-entropy in nats, without the weight decay's penalty.
        train_accuracy, test_accuracy: share of images on the right side of ½, 0…1.
        lowest_loss: the smallest train_loss so far.

    Of steps, shape (step,), entry t for the step from state t to t + 1:
        batch_loss: mean cross-entropy of the step's batch before the step; the mean too where the
            set-up sums gradients, so that runs can be compared.
        kernel_gradient_norm, dense_gradient_norm: Euclidean length of each layer's gradient.
        learning_rate: the rate of the step, schedule included.

    Test curves are NaN when there are no test images.

    ``weight_path`` holds evenly spaced states of the weights, at most 1024 of them.
    """

    def __init__(self) -> None:
        self.step = 0
        self._curves = {name: np.empty(1024) for name in STATE_CURVES + STEP_CURVES}
        self.weight_path = WeightPath()
        self._checkpoints: list[tuple[Array, Array]] = []

    def write(self, first: int, **values: Array) -> None:
        """Write each curve's values from entry ``first`` on."""
        for name, numbers in values.items():
            last = first + len(numbers)
            if last > len(self._curves[name]):
                longer = np.empty(max(last, len(self._curves[name]) * 3 // 2))
                longer[:first] = self._curves[name][:first]
                self._curves[name] = longer
            self._curves[name][first:last] = numbers

    def keep(self, step: int, weights: Array, memory: Array) -> None:
        """Keep a checkpoint; ``step`` is a multiple of ``BLOCK``, in order."""
        if step == len(self._checkpoints) * BLOCK:
            self._checkpoints.append((weights.copy(), memory.copy()))

    def checkpoint(self, step: int) -> tuple[int, Array, Array]:
        """The newest checkpoint at or before a step: its step, weights and memory (copies)."""
        number = min(step // BLOCK, len(self._checkpoints) - 1)
        weights, memory = self._checkpoints[number]
        return number * BLOCK, weights.copy(), memory.copy()

    def forget_after(self, step: int) -> None:
        """Drop all that comes after a step."""
        self.step = step
        self.weight_path.forget_after(step)
        del self._checkpoints[step // BLOCK + 1 :]

    @property
    def size_in_bytes(self) -> int:
        """Memory of the arrays."""
        kept = sum(w.nbytes + m.nbytes for w, m in self._checkpoints)
        kept += self.weight_path.weights.nbytes + self.weight_path.steps.nbytes
        return kept + sum(curve.nbytes for curve in self._curves.values())

    def table(self) -> dict[str, Array]:
        """Every curve by name, exact, with ``step`` first, each of shape (step + 1,).

        The last state has had no step yet: the curves of steps end in NaN.
        """
        columns = {"step": np.arange(self.step + 1.0)}
        for name in STATE_CURVES + STEP_CURVES:
            curve = self._read(name)
            columns[name] = curve if name in STATE_CURVES else np.append(curve, np.nan)
        return columns

    def _read(self, name: str) -> Array:
        view = self._curves[name][: self.step + (name in STATE_CURVES)]
        view.setflags(write=False)
        return view

    @property
    def train_loss(self) -> Array:
        return self._read("train_loss")

    @property
    def train_accuracy(self) -> Array:
        return self._read("train_accuracy")

    @property
    def test_loss(self) -> Array:
        return self._read("test_loss")

    @property
    def test_accuracy(self) -> Array:
        return self._read("test_accuracy")

    @property
    def lowest_loss(self) -> Array:
        return self._read("lowest_loss")

    @property
    def batch_loss(self) -> Array:
        return self._read("batch_loss")

    @property
    def kernel_gradient_norm(self) -> Array:
        return self._read("kernel_gradient_norm")

    @property
    def dense_gradient_norm(self) -> Array:
        return self._read("dense_gradient_norm")

    @property
    def learning_rate(self) -> Array:
        return self._read("learning_rate")
