"""What the network accepts: finite float64 arrays of the right shape, and labels in [0, 1]."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]


def finite_array(name: str, value: ArrayLike, minimum_ndim: int, wanted: str) -> Array:
    """Return ``value`` as a float64 array with at least ``minimum_ndim`` axes.

    ``wanted`` is the shape in words, as the error should print it: ``"(..., kh, kw)"``.

    Raises:
        ValueError: not real numbers, rows of unequal length, too few axes, an axis of length 0, NaN
            or infinity. The message bears the name, the shape got and the shape wanted.
    """
    try:
        array = np.asarray(value)
    except (TypeError, ValueError):
        raise ValueError(
            f"{name}: got rows of unequal length, wanted real numbers of shape {wanted}"
        ) from None
    if array.dtype.kind not in "buif":
        raise ValueError(
            f"{name}: got {array.dtype} in shape {array.shape}, "
            f"wanted real numbers of shape {wanted}"
        )
    with np.errstate(over="ignore"):  # a wider float than float64 may hold more: infinity then
        array = array.astype(np.float64)
    if array.ndim < minimum_ndim or 0 in array.shape:
        raise ValueError(f"{name}: got shape {array.shape}, wanted {wanted}")
    if not np.isfinite(array).all():
        raise ValueError(
            f"{name}: NaN or infinity in an array of shape {array.shape}; "
            f"finite numbers of shape {wanted} are wanted"
        )
    return array


def no_overflow(name: str, array: Array) -> Array:
    """Return a result unchanged where every entry is finite.

    Finite inputs can be so large that their products are not; no answer is better than NaN.

    Raises:
        ValueError: an entry exceeds float64.
    """
    if not np.isfinite(array).all():
        raise ValueError(
            f"{name}: got numbers beyond float64 in shape {array.shape}, "
            "wanted an image and parameters of a size whose products are finite"
        )
    return array


def label_array(value: ArrayLike) -> Array:
    """Return the label ``yy``, shape ``(...)``, every entry in [0, 1].

    Raises:
        ValueError: NaN, infinity, or a label outside [0, 1].
    """
    label = finite_array("label", value, 0, "(...)")
    if ((label < 0) | (label > 1)).any():
        wrong = label[(label < 0) | (label > 1)].flat[0]
        raise ValueError(
            f"label: got {wrong} in shape {label.shape}, wanted numbers in [0, 1] of shape (...)"
        )
    return label


def broadcast_leading(**leading: tuple[int, ...]) -> tuple[int, ...]:
    """Return the common leading shape of the named arrays.

    Raises:
        ValueError: the leading axes do not broadcast; the message lists each name with its shape.
    """
    try:
        return np.broadcast_shapes(*leading.values())
    except ValueError:
        listed = ", ".join(f"{name} {shape}" for name, shape in leading.items())
        raise ValueError(
            f"leading axes do not broadcast: got {listed}, wanted shapes that agree or are 1"
        ) from None


def spread(array: Array, leading: tuple[int, ...], own_axes: int) -> Array:
    """Return a copy of ``array`` with the given leading axes before its last ``own_axes`` ones."""
    own = array.shape[array.ndim - own_axes :]
    return np.array(np.broadcast_to(array, (*leading, *own)))
