"""Is the gradient right? The chain rule's answer against one that knows nothing of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from lib.network.backward import Gradients, backward
from lib.network.forward import forward
from lib.network.nudge import COMPLEX_STEP, VARIABLES, Variable, complex_step
from lib.network.parameters import Parameters
from lib.network.validate import Array

SMALLEST_SCALE = float(np.finfo(np.float64).tiny / (COMPLEX_STEP * np.finfo(np.float64).eps))
"""Below this, about 1e-272, the complex step runs out of digits: gaps are measured against it."""


@dataclass(frozen=True, slots=True)
class NudgeCheck:
    """One partial derivative, from the chain rule and from a nudge."""

    variable: Variable
    index: tuple[int, ...]
    analytic: float
    nudged: float

    @property
    def relative_error(self) -> float:
        """|analytic − nudged| over the larger of the two, 0 where both are 0."""
        return float(relative_error(self.analytic, self.nudged))


def relative_error(analytic: ArrayLike, other: ArrayLike) -> Array:
    """|analytic − other| / max(|analytic|, |other|), shape kept; 0 where both are exactly 0.

    NaN where one of them is infinite or NaN: there is nothing to compare.
    """
    analytic, other = np.asarray(analytic, dtype=np.float64), np.asarray(other, dtype=np.float64)
    with np.errstate(invalid="ignore", over="ignore"):
        scale = np.maximum(np.abs(analytic), np.abs(other))
        gap = np.abs(analytic - other)
        return np.divide(gap, scale, out=np.zeros_like(gap), where=scale != 0)


def check_gradients(
    parameters: Parameters,
    image: ArrayLike,
    label: float,
    gradients: Gradients | None = None,
    tolerance: float = 1e-9,
) -> list[NudgeCheck]:
    """Return every partial derivative that disagrees with the complex step; empty when all agree.

    Args:
        parameters, image, label: one example.
        gradients: what to check; ``backward``'s own answer when left out.
        tolerance: the largest gap that passes, relative to the largest entry of its group (a single
            entry may be 0 by cancellation). A soft label counts as the two classes it mixes.

    Raises:
        ValueError: bad parameters, image or label, or leading axes.
    """
    if gradients is None:
        gradients = backward(parameters, forward(parameters, image), image, label)
    reference = complex_step(parameters, image, label)
    wrong: list[NudgeCheck] = []
    for variable, scale in _scales(parameters, image, label).items():
        got: Array = getattr(gradients, variable)
        want: Array = getattr(reference, variable)
        if got.shape != want.shape:
            raise ValueError(f"{variable}: got shape {got.shape}, wanted {want.shape}")
        if variable == "y_out" and np.isnan(want):
            continue  # y_out within 1e-300 of 0 or 1: no nudge exists there
        for index in np.ndindex(got.shape):
            if not abs(float(got[index]) - float(want[index])) <= tolerance * scale:
                wrong.append(NudgeCheck(variable, index, float(got[index]), float(want[index])))
    return wrong


def _scales(parameters: Parameters, image: ArrayLike, label: float) -> dict[Variable, float]:
    """The largest entry of each group, before the two classes of a soft label cancel.

    L(yy) = (1−yy)·L(0) + yy·L(1). Where y_out is close to a soft label the two slopes cancel, and
    float64 cannot give the rest more digits than they had.
    """
    yy = float(label)
    parts = [(w, complex_step(parameters, image, c)) for w, c in ((1 - yy, 0.0), (yy, 1.0)) if w]
    return {
        variable: max(
            SMALLEST_SCALE, *(w * float(np.abs(getattr(part, variable)).max()) for w, part in parts)
        )
        for variable in VARIABLES
    }
