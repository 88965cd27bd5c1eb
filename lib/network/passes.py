"""Forward and backward through any architecture: layer after layer, and back.

Arrays are kept by place (:func:`lib.network.places.places`), with all their axes and any leading
axes, which broadcast: (32, 1, F, C, kh, kw) with (C, H, W) images of a batch (50, C, H, W) is 32
networks over 50 images.

>>> import numpy as np
>>> from lib.network.architecture import Architecture
>>> two = Architecture(kernels=2, activation="relu", pool="max", kernel_bias=True)
>>> weights = split(two, np.linspace(-1.0, 1.0, two.parameter_count))
>>> values = forward(two, weights, np.eye(4)[None])
>>> values["s"].shape, values["pooled"].shape
((2, 2, 2), (2, 1, 1))
>>> backward(two, weights, values, np.eye(4)[None], np.ones(1))["kernel"].shape
(2, 1, 3, 3)
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike

from lib.network.architecture import Architecture
from lib.network.heads import HEADS
from lib.network.heads import given as given_gradient
from lib.network.layers import activation, convolution, dense, pool
from lib.network.places import places, split
from lib.network.validate import Array, broadcast_leading, finite_array, no_overflow, spread

__all__ = ["backward", "forward", "split"]

Arrays = dict[str, Array]


def forward(
    architecture: Architecture, parameters: Mapping[str, ArrayLike], image: ArrayLike
) -> Arrays:
    """Every value of the network on an image (..., C, H, W): ``s``, ``o``, ``pooled``, ``alpha``,
    ``y_out``, those that it has.

    Raises:
        ValueError: a place that is missing, a wrong shape, NaN or infinity, or numbers so large
            that a sum exceeds float64.
    """
    net = architecture
    given, leading = _checked(net, {**parameters, "image": image}, ("parameter", "image"))
    values: Arrays = {}
    with np.errstate(over="ignore", invalid="ignore"):
        # s = Σ w·a + b
        values["s"] = last = convolution.forward(
            given["image"], given["kernel"], given.get("kernel_bias"), net.stride, net.padding_sides
        )
        # o = f(s)
        if net.activation != "none":
            values["o"] = last = activation.forward(net.activation, last)
        # p = the largest o of a few, or their mean
        if net.pool != "none":
            values["pooled"] = last = pool.forward(net.pool, last, net.pool_sides)
        if net.has_dense:
            # α = Σ w·o + c
            cells = last.reshape(*last.shape[:-3], -1)
            values["alpha"] = dense.forward(cells, given["dense"], given.get("dense_bias"))
            # y = σ(α), or softmax
            output = HEADS[net.head].output
            if output:
                values["y_out"] = output(no_overflow("alpha", values["alpha"]))
    return _spread(net, values, leading)


def backward(
    architecture: Architecture,
    parameters: Mapping[str, ArrayLike],
    values: Mapping[str, Array],
    image: ArrayLike,
    target: ArrayLike,
) -> Arrays:
    """The loss under ``loss``, and ∂L/∂(each place) under its name, example by example.

    Args:
        architecture, parameters, image: as for ``forward``.
        values: what ``forward`` gave for them.
        target: the label (..., K): in [0, 1], for ``softmax`` 1 for one class and 0 for the others,
            for ``squared`` any number. For ``given`` the gradient g in the shape of the last map.

    Raises:
        ValueError: as ``forward``, a label out of its range, or values of another batch.
    """
    net = architecture
    of_target = "label" if net.has_dense else "given"
    known, leading = _checked(
        net, {**parameters, "image": image, of_target: target}, ("parameter", "image", "target")
    )
    _, of_values = _checked(net, {**parameters, "image": image}, ("parameter", "image"))
    for name, value in values.items():
        wanted = (*of_values, *places(net)[name].shape)
        if value.shape != wanted:  # values of another batch would broadcast to a wrong gradient
            raise ValueError(f"values: {name}: got shape {value.shape}, wanted {wanted}")
    label = known[of_target]
    last = values[net.last_map]
    found: Arrays = {}
    with np.errstate(over="ignore", invalid="ignore"):
        if net.has_dense:
            _check_label(net, label)
            head, alpha = HEADS[net.head], values["alpha"]
            loss = head.loss(alpha, label)
            if head.by_output:
                found["y_out"] = head.by_output(alpha, label)
            found["alpha"] = delta = head.by_alpha(alpha, label)
            cells = last.reshape(*last.shape[:-3], -1)
            found["dense"] = dense.weight_gradient(cells, delta)
            if net.dense_bias:
                found["dense_bias"] = dense.bias_gradient(delta)
            delta = dense.cell_gradient(known["dense"], delta)
            delta = delta.reshape(*delta.shape[:-1], *last.shape[-3:])
        else:
            loss = given_gradient.loss(label, last)
            delta = given_gradient.by_last_map(label)
        if net.pool != "none":
            found["pooled"] = delta
            before = values["s" if net.activation == "none" else "o"]
            delta = pool.backward(net.pool, before, delta, net.pool_sides)
        if net.activation != "none":
            found["o"] = delta
            delta = activation.backward(net.activation, values["s"], delta)
        found["s"] = delta
        sides = (net.stride, net.padding_sides)
        found["kernel"] = convolution.kernel_gradient(
            known["image"], delta, net.kernel_shape, *sides
        )
        if net.kernel_bias:
            found["kernel_bias"] = convolution.bias_gradient(delta)
        found["image"] = convolution.image_gradient(
            known["kernel"], delta, (net.rows, net.columns), *sides
        )
    return {"loss": spread(no_overflow("loss", loss), leading, 0), **_spread(net, found, leading)}


def _checked(
    architecture: Architecture, arrays: Mapping[str, ArrayLike], roles: tuple[str, ...]
) -> tuple[Arrays, tuple[int, ...]]:
    """The arrays of these roles, each finite and of its place's shape; their leading shape."""
    found: Arrays = {}
    leading: dict[str, tuple[int, ...]] = {}
    for name, place in places(architecture).items():
        if place.role not in roles:
            continue
        wanted = f"(..., {', '.join(map(str, place.shape))})"
        if name not in arrays:
            raise ValueError(f"{name}: missing, wanted {wanted}")
        array = finite_array(name, arrays[name], len(place.shape), wanted)
        own = len(place.shape)
        if array.shape[array.ndim - own :] != place.shape:
            raise ValueError(f"{name}: got shape {array.shape}, wanted {wanted}")
        found[name], leading[name] = array, array.shape[: array.ndim - own]
    return found, broadcast_leading(**leading)


def _check_label(architecture: Architecture, label: Array) -> None:
    if architecture.head == "softmax":
        if not (((label == 0.0) | (label == 1.0)).all() and (label.sum(axis=-1) == 1.0).all()):
            raise ValueError("label: wanted 1 for one class and 0 for the others")
    elif architecture.head != "squared" and ((label < 0.0) | (label > 1.0)).any():
        raise ValueError("label: wanted numbers in [0, 1]")


def _spread(architecture: Architecture, arrays: Arrays, leading: tuple[int, ...]) -> Arrays:
    """Each array finite and with all leading axes."""
    shapes = places(architecture)
    return {
        name: spread(no_overflow(name, array), leading, len(shapes[name].shape))
        for name, array in arrays.items()
    }
