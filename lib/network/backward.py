"""The backward pass: one line of the notes' chain rule after another, from L to the pixels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import ArrayLike

from lib.network.forward import Values
from lib.network.loss import (
    binary_cross_entropy,
    loss_slope_at_alpha,
    loss_slope_at_output,
)
from lib.network.parameters import Parameters
from lib.network.sigmoid import sigmoid_slope
from lib.network.validate import Array, broadcast_leading, finite_array, label_array


@dataclass(frozen=True, slots=True, eq=False)
class Gradients:
    """The loss, and its partial derivative by every value of the network, example by example.

    ``...`` is the common leading shape of parameters, image and label: nothing is summed or
    averaged over a batch.

    Attributes:
        loss: ``L`` itself, shape (...).
        y_out: ``∂L/∂y_out``, shape (...).
        alpha: ``∂L/∂α``, shape (...).
        o: ``∂L/∂o_{ij}``, shape (..., windows).
        s: ``∂L/∂s_k``, shape (..., windows).
        dense: ``∂L/∂w_a, …``, shape (..., windows).
        kernel: ``∂L/∂w_{mn}``, shape (..., kh, kw).
        image: ``∂L/∂a_{pq}``, shape (..., H, W).
    """

    loss: Array
    y_out: Array
    alpha: Array
    o: Array
    s: Array
    dense: Array
    kernel: Array
    image: Array


def backward(
    parameters: Parameters, values: Values, image: ArrayLike, label: ArrayLike
) -> Gradients:
    """Differentiate the loss of ``values = forward(parameters, image)`` against ``label``.

    Args:
        parameters: kernel (..., kh, kw) and dense weights (..., windows).
        values: the forward pass of the same parameters and image.
        image: ``a_{pq}``, shape (..., H, W).
        label: ``yy``, shape (...), in [0, 1].

    Raises:
        ValueError: a wrong shape, NaN, infinity, or a label outside [0, 1].
    """
    image = finite_array("image", image, 2, "(..., H, W)")
    label = label_array(label)
    geometry = parameters.geometry(image.shape)
    kernel, dense = parameters.kernel, parameters.dense
    if values.s.shape[-1] != geometry.window_count:
        raise ValueError(
            f"values.s: got shape {values.s.shape}, wanted (..., {geometry.window_count})"
        )
    leading = broadcast_leading(
        label=label.shape,
        image=image.shape[:-2],
        kernel=kernel.shape[:-2],
        dense=dense.shape[:-1],
        values=values.alpha.shape,
    )

    d_y_out = loss_slope_at_output(values.alpha, label)
    # ∂L/∂α = ∂L/∂y_out · ∂y_out/∂α = y_out − yy: the collapsed product, which keeps its digits
    d_alpha = loss_slope_at_alpha(values.alpha, label)
    # α = Σ_k w_k·o_k
    d_dense = d_alpha[..., None] * values.o
    d_o = d_alpha[..., None] * dense
    # o_k = σ(s_k)                                                                        (N12)
    d_s = d_o * sigmoid_slope(values.s)

    delta = d_s.reshape(*d_s.shape[:-1], *geometry.map_shape)
    # ∂L/∂w_{mn} = Σ_{ij} ∂L/∂s_{ij} · a_{i+m, j+n}: the image in windows of the map's size
    over_map = sliding_window_view(image, geometry.map_shape, axis=(-2, -1))
    d_kernel = np.einsum("...mnij,...ij->...mn", over_map, delta)
    # ∂L/∂a_{pq} = Σ_{ij} ∂L/∂s_{ij} · w_{p-i, q-j}: the flipped kernel over a padded delta    (N13)
    kh, kw = geometry.kernel_shape
    margin = [(0, 0)] * (delta.ndim - 2) + [(kh - 1, kh - 1), (kw - 1, kw - 1)]
    over_kernel = sliding_window_view(np.pad(delta, margin), (kh, kw), axis=(-2, -1))
    d_image = np.einsum("...pqmn,...mn->...pq", over_kernel, kernel[..., ::-1, ::-1])

    def full(array: Array, own_axes: int) -> Array:
        """Give every gradient the same leading axes, as an array of its own."""
        own = array.shape[array.ndim - own_axes :]
        return np.array(np.broadcast_to(array, (*leading, *own)))

    return Gradients(
        loss=full(binary_cross_entropy(values.alpha, label), 0),
        y_out=full(d_y_out, 0),
        alpha=full(d_alpha, 0),
        o=full(d_o, 1),
        s=full(d_s, 1),
        dense=full(d_dense, 1),
        kernel=full(d_kernel, 2),
        image=full(d_image, 2),
    )
