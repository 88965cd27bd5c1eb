"""The backward pass: one line of the notes' chain rule after another, from L to the pixels."""

from __future__ import annotations

from dataclasses import dataclass

from numpy.typing import ArrayLike

from lib.network.convolution import image_gradient, kernel_gradient
from lib.network.forward import Values
from lib.network.loss import (
    binary_cross_entropy,
    loss_slope_at_alpha,
    loss_slope_at_output,
)
from lib.network.parameters import Parameters
from lib.network.sigmoid import sigmoid_slope
from lib.network.validate import Array, broadcast_leading, finite_array, label_array, spread


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
        ValueError: a wrong shape, NaN, infinity, a label outside [0, 1], values of another batch,
            or numbers so large that a sum exceeds float64.
    """
    image = finite_array("image", image, 2, "(..., H, W)")
    label = label_array(label)
    geometry = parameters.geometry(image.shape)
    kernel, dense = parameters.kernel, parameters.dense
    of_values = broadcast_leading(
        image=image.shape[:-2], kernel=kernel.shape[:-2], dense=dense.shape[:-1]
    )
    wanted = (*of_values, geometry.window_count)
    if values.s.shape != wanted:  # values of another batch would broadcast to a wrong gradient
        raise ValueError(f"values.s: got shape {values.s.shape}, wanted {wanted}")
    leading = broadcast_leading(label=label.shape, values=of_values)

    d_y_out = loss_slope_at_output(values.alpha, label)
    # ∂L/∂α = ∂L/∂y_out · ∂y_out/∂α = y_out − yy: the collapsed product, which keeps its digits
    d_alpha = loss_slope_at_alpha(values.alpha, label)
    # α = Σ_k w_k·o_k
    d_dense = d_alpha[..., None] * values.o
    d_o = d_alpha[..., None] * dense
    # o_k = σ(s_k)                                                                        (N12)
    d_s = d_o * sigmoid_slope(values.s)

    delta = d_s.reshape(*d_s.shape[:-1], *geometry.map_shape)
    # ∂L/∂w_{mn} = Σ_{ij} ∂L/∂s_{ij} · a_{i+m, j+n}
    d_kernel = kernel_gradient(image, delta)
    # ∂L/∂a_{pq} = Σ_{ij} ∂L/∂s_{ij} · w_{p-i, q-j}                                      (N13)
    d_image = image_gradient(kernel, delta)

    return Gradients(
        loss=spread(binary_cross_entropy(values.alpha, label), leading, 0),
        y_out=spread(d_y_out, leading, 0),
        alpha=spread(d_alpha, leading, 0),
        o=spread(d_o, leading, 1),
        s=spread(d_s, leading, 1),
        dense=spread(d_dense, leading, 1),
        kernel=spread(d_kernel, leading, 2),
        image=spread(d_image, leading, 2),
    )
