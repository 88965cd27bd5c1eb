"""Derivatives without the chain rule: move a value a little and see what the loss does.

*Central difference*: (L(x+ε) − L(x−ε)) / 2ε. Anyone can do it by hand; about 1e-10 accurate, since
a small ε cancels digits and a large one sees the curve bend.

*Complex step*: Im L(x + ih) / h. Nothing is subtracted, so h can be tiny and the answer is right to
the last digits. (Squire and Trapp, SIAM Review 40, 1998.)

The forward pass stands here a second time, window by window and for complex numbers, on purpose: a
check that shares code with what it checks shares its mistakes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import partial
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lib.network.backward import Gradients
from lib.network.forward import Values, forward
from lib.network.parameters import Parameters
from lib.network.sigmoid import sigmoid
from lib.network.validate import Array, finite_array, label_array

Variable = Literal["y_out", "alpha", "o", "s", "dense", "kernel", "image"]
VARIABLES: tuple[Variable, ...] = ("y_out", "alpha", "o", "s", "dense", "kernel", "image")
"""Every group of values that the loss can be differentiated by, from the loss back to the image."""

EPSILON = 6e-6
"""The default nudge: about the cube root of float64's rounding error, where the two errors of a
central difference meet."""

COMPLEX_STEP = 1e-60
"""Its square vanishes beside 1, and beside the square of what a saturated output lacks of 1; yet a
small derivative times it is still a float64."""

_Losses = Callable[[NDArray[Any]], NDArray[Any]]


def _sigmoid(x: NDArray[Any]) -> NDArray[Any]:
    small = np.exp(np.where(x.real >= 0, -x, x))
    return np.where(x.real >= 0, 1.0, small) / (1.0 + small)


def _softplus(x: NDArray[Any]) -> NDArray[Any]:
    """log(1 + e^x) without overflow."""
    return np.where(x.real >= 0, x, 0.0) + np.log1p(np.exp(np.where(x.real >= 0, -x, x)))


def loss_along(
    variable: Variable, parameters: Parameters, image: ArrayLike, label: float
) -> _Losses:
    """The loss as a function of one group of values, everything before it held fixed.

    Args:
        variable: the group that is free, such as ``"kernel"``.
        parameters: one network: kernel (kh, kw), dense (windows,).
        image: one image (H, W).
        label: ``yy`` in [0, 1].

    Returns:
        A function from real or complex arrays (n, *shape of the group) to n losses. For ``y_out``
        it reads 1 − y_out as σ(−α) less the distance moved: 1 − y_out itself would lose digits.

    Raises:
        ValueError: bad parameters, image or label, or leading axes (one example only).
    """
    return _losses_of(parameters, image, label)(variable)


def _losses_of(
    parameters: Parameters, image: ArrayLike, label: float
) -> Callable[[Variable], _Losses]:
    """``loss_along`` for every variable of one example, its forward pass run once."""
    image = finite_array("image", image, 2, "(H, W)")
    kernel, dense = parameters.kernel, parameters.dense
    if image.ndim + kernel.ndim + dense.ndim != 5:
        raise ValueError(
            f"a gradient check takes one network and one image: got image {image.shape}, "
            f"kernel {kernel.shape}, dense {dense.shape}; wanted (H, W), (kh, kw), (windows,)"
        )
    labels = label_array(label)
    if labels.shape:
        raise ValueError(f"label: got shape {labels.shape}, wanted () for one example")
    yy = float(labels)
    geometry = parameters.geometry(image.shape)
    windows, entries = geometry.windows(), geometry.kernel_entries()
    values = forward(parameters, image)
    complement = sigmoid(-values.alpha)

    def losses(variable: Variable, free: NDArray[Any]) -> NDArray[Any]:
        a = free if variable == "image" else image[None]
        w = free if variable == "kernel" else kernel[None]
        k = free if variable == "dense" else dense[None]
        if variable == "y_out":
            return -(yy * np.log(free) + (1.0 - yy) * np.log(complement - (free - values.y_out)))
        if variable in ("image", "kernel", "dense"):
            s = np.stack(
                [
                    sum(w[:, m, n] * a[:, window.i + m, window.j + n] for m, n in entries)
                    for window in windows
                ],
                axis=-1,
            )
        else:
            s = free if variable == "s" else values.s[None]
        o = free if variable == "o" else _sigmoid(s)
        alpha = free if variable == "alpha" else (k * o).sum(axis=-1)
        return yy * _softplus(-alpha) + (1.0 - yy) * _softplus(alpha)

    return lambda variable: partial(losses, variable)


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
    step: float,
    estimate: Callable[[_Losses, Array, float], Array],
) -> Gradients:
    """Estimate every group; ``y_out`` is nudged by ``step`` times the room it has on (0, 1)."""
    image = finite_array("image", image, 2, "(H, W)")
    losses_of = _losses_of(parameters, image, label)
    values = forward(parameters, image)
    room = float(sigmoid(-np.abs(values.alpha)))
    found: dict[str, Array] = {}
    for variable in VARIABLES:
        point = _at(variable, parameters, image, values)
        losses = losses_of(variable)
        own_step = step * room if variable == "y_out" else step
        # where no float64 lies within the nudge the answer is NaN, not a warning
        with np.errstate(all="ignore"):
            slopes = estimate(losses, point, own_step) if own_step else np.full(point.size, np.nan)
        found[variable] = slopes.reshape(point.shape)
    return Gradients(loss=np.asarray(losses_of("alpha")(values.alpha[None])[0]), **found)


def central_difference(
    parameters: Parameters, image: ArrayLike, label: float, epsilon: float = EPSILON
) -> Gradients:
    """Every partial derivative of one example as (L(x+ε) − L(x−ε)) / 2ε.

    ``y_out`` is nudged by ε·min(y_out, 1 − y_out), so that it stays inside (0, 1). A value so large
    that ε is lost in its rounding has NaN for an answer.

    Raises:
        ValueError: bad parameters, image or label, leading axes, or ε not above 0.
    """
    if not (np.isfinite(epsilon) and epsilon > 0):
        raise ValueError(f"epsilon: got {epsilon}, wanted a finite number above 0")

    def estimate(losses: _Losses, point: Array, step: float) -> Array:
        ahead, behind = _one_at_a_time(point, step), _one_at_a_time(point, -step)
        # x+ε and x−ε are rounded: divide by the way that lies between them, not by 2ε
        between = (point + step) - (point - step)
        return np.asarray((losses(ahead) - losses(behind)) / between.ravel())

    return _by_variable(parameters, image, label, epsilon, estimate)


def complex_step(
    parameters: Parameters, image: ArrayLike, label: float, step: float = COMPLEX_STEP
) -> Gradients:
    """Every partial derivative of one example as Im L(x + ih) / h, right to about 15 digits.

    ``y_out`` takes h·min(y_out, 1 − y_out); where that is 0 in float64, past |α| ≈ 700, the answer
    is NaN.

    Raises:
        ValueError: bad parameters, image or label, leading axes, or h not above 0.
    """
    if not (np.isfinite(step) and step > 0):
        raise ValueError(f"step: got {step}, wanted a finite number above 0")

    def estimate(losses: _Losses, point: Array, own_step: float) -> Array:
        return np.asarray(losses(_one_at_a_time(point, 1j * own_step)).imag / own_step)

    return _by_variable(parameters, image, label, step, estimate)


assert {field.name for field in fields(Gradients)} == {"loss", *VARIABLES}
