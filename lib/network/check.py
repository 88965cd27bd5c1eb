"""Is the gradient right? Two answers that know nothing of the chain rule.

*Central difference*: (L(x+ε) − L(x−ε)) / 2ε. Anyone can do it by hand; about 1e-10 accurate, since
a small ε cancels digits and a large one sees the curve bend.

*Complex step*: Im L(x + ih) / h. Nothing is subtracted, so h can be tiny and the answer is right to
the last digits. (Squire and Trapp, SIAM Review 40, 1998.)

The forward pass stands here a second time, window by window and for complex numbers, on purpose: a
check that shares code with what it checks shares its mistakes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lib.network.backward import Gradients, backward
from lib.network.forward import Values, forward
from lib.network.parameters import Parameters
from lib.network.validate import Array, finite_array, label_array

Variable = Literal["y_out", "alpha", "o", "s", "dense", "kernel", "image"]
VARIABLES: tuple[Variable, ...] = ("y_out", "alpha", "o", "s", "dense", "kernel", "image")
"""Every group of values that the loss can be differentiated by, from the loss back to the image."""

EPSILON = 6e-6
"""The default nudge: about the cube root of float64's rounding error, where the two errors of a
central difference meet."""

COMPLEX_STEP = 1e-30


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
    """|analytic − other| / max(|analytic|, |other|), shape kept; 0 where both are exactly 0."""
    analytic, other = np.asarray(analytic, dtype=np.float64), np.asarray(other, dtype=np.float64)
    scale = np.maximum(np.abs(analytic), np.abs(other))
    gap = np.abs(analytic - other)
    return np.divide(gap, scale, out=np.zeros_like(gap), where=scale != 0)


def _sigmoid(x: NDArray[Any]) -> NDArray[Any]:
    small = np.exp(np.where(x.real >= 0, -x, x))
    return np.where(x.real >= 0, 1.0, small) / (1.0 + small)


def _softplus(x: NDArray[Any]) -> NDArray[Any]:
    """log(1 + e^x) without overflow."""
    return np.where(x.real >= 0, x, 0.0) + np.log1p(np.exp(np.where(x.real >= 0, -x, x)))


def loss_along(
    variable: Variable, parameters: Parameters, image: ArrayLike, label: float
) -> Callable[[NDArray[Any]], NDArray[Any]]:
    """The loss as a function of one group of values, everything before it held fixed.

    Args:
        variable: the group that is free, such as ``"kernel"``.
        parameters: one network: kernel (kh, kw), dense (windows,).
        image: one image (H, W).
        label: ``yy`` in [0, 1].

    Returns:
        A function from real or complex arrays (n, *shape of the group) to n losses.

    Raises:
        ValueError: bad parameters, image or label, or leading axes (one example only).
    """
    image = finite_array("image", image, 2, "(H, W)")
    kernel, dense = parameters.kernel, parameters.dense
    if image.ndim + kernel.ndim + dense.ndim != 5:
        raise ValueError(
            f"a gradient check takes one network and one image: got image {image.shape}, "
            f"kernel {kernel.shape}, dense {dense.shape}; wanted (H, W), (kh, kw), (windows,)"
        )
    yy = float(label_array(label))
    geometry = parameters.geometry(image.shape)
    values = forward(parameters, image)

    def losses(free: NDArray[Any]) -> NDArray[Any]:
        start = VARIABLES.index(variable)
        a = free if variable == "image" else image[None]
        w = free if variable == "kernel" else kernel[None]
        k = free if variable == "dense" else dense[None]
        if variable == "y_out":
            return -(yy * np.log(free) + (1.0 - yy) * np.log1p(-free))
        if start > VARIABLES.index("s"):
            s = np.stack(
                [
                    sum(
                        w[:, m.row, m.column] * a[:, window.i + m.row, window.j + m.column]
                        for m in geometry.kernel_entries()
                    )
                    for window in geometry.windows()
                ],
                axis=-1,
            )
        else:
            s = free if variable == "s" else values.s[None]
        o = free if variable == "o" else _sigmoid(s)
        alpha = free if variable == "alpha" else (k * o).sum(axis=-1)
        return yy * _softplus(-alpha) + (1.0 - yy) * _softplus(alpha)

    return losses


def _at(variable: Variable, parameters: Parameters, image: Array, values: Values) -> Array:
    if variable == "image":
        return image
    holder = parameters if variable in ("kernel", "dense") else values
    return np.asarray(getattr(holder, variable))


def _one_at_a_time(point: Array, step: complex | float) -> NDArray[Any]:
    """Copies of ``point``, each with another entry moved by ``step``; shape (size, *shape)."""
    moves = np.eye(point.size).reshape(point.size, *point.shape)
    return point + step * moves


def _by_variable(
    parameters: Parameters,
    image: ArrayLike,
    label: float,
    estimate: Callable[[Callable[[NDArray[Any]], NDArray[Any]], Array, Variable], Array],
) -> Gradients:
    image = finite_array("image", image, 2, "(H, W)")
    values = forward(parameters, image)
    found: dict[str, Array] = {}
    for variable in VARIABLES:
        point = _at(variable, parameters, image, values)
        losses = loss_along(variable, parameters, image, label)
        # y_out rounded to 0 or 1 leaves no room for a nudge: the answer is NaN, not a warning
        with np.errstate(all="ignore"):
            found[variable] = estimate(losses, point, variable).reshape(point.shape)
    loss = loss_along("alpha", parameters, image, label)(values.alpha[None])[0]
    return Gradients(loss=np.asarray(loss), **found)


def central_difference(
    parameters: Parameters, image: ArrayLike, label: float, epsilon: float = EPSILON
) -> Gradients:
    """Every partial derivative of one example as (L(x+ε) − L(x−ε)) / 2ε.

    For ``y_out`` the nudge shrinks where it would leave (0, 1).

    Raises:
        ValueError: bad parameters, image or label, leading axes, or ε not above 0.
    """
    if not (np.isfinite(epsilon) and epsilon > 0):
        raise ValueError(f"epsilon: got {epsilon}, wanted a finite number above 0")

    def estimate(
        losses: Callable[[NDArray[Any]], NDArray[Any]], point: Array, variable: Variable
    ) -> Array:
        step = epsilon
        if variable == "y_out":
            step = min(epsilon, EPSILON * float(min(point, 1.0 - point)))
        ahead, behind = _one_at_a_time(point, step), _one_at_a_time(point, -step)
        return np.asarray((losses(ahead) - losses(behind)) / (2 * step))

    return _by_variable(parameters, image, label, estimate)


def complex_step(
    parameters: Parameters, image: ArrayLike, label: float, step: float = COMPLEX_STEP
) -> Gradients:
    """Every partial derivative of one example as Im L(x + ih) / h, right to about 15 digits.

    Raises:
        ValueError: bad parameters, image or label, leading axes, or h not above 0.
    """
    if not (np.isfinite(step) and step > 0):
        raise ValueError(f"step: got {step}, wanted a finite number above 0")
    return _by_variable(
        parameters,
        image,
        label,
        lambda losses, point, _: np.asarray(losses(_one_at_a_time(point, 1j * step)).imag / step),
    )


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
            entry may be 0 by cancellation).

    Raises:
        ValueError: bad parameters, image or label, or leading axes.
    """
    if gradients is None:
        gradients = backward(parameters, forward(parameters, image), image, label)
    reference = complex_step(parameters, image, label)
    wrong: list[NudgeCheck] = []
    for variable in VARIABLES:
        got: Array = getattr(gradients, variable)
        want: Array = getattr(reference, variable)
        if got.shape != want.shape:
            raise ValueError(f"{variable}: got shape {got.shape}, wanted {want.shape}")
        if np.isnan(want).any():
            continue  # y_out at exactly 0 or 1: no nudge exists there
        scale = max(float(np.abs(want).max()), np.finfo(np.float64).tiny)
        for index in np.ndindex(got.shape):
            if not abs(float(got[index]) - float(want[index])) <= tolerance * scale:
                wrong.append(NudgeCheck(variable, index, float(got[index]), float(want[index])))
    return wrong


assert {field.name for field in fields(Gradients)} == {"loss", *VARIABLES}
