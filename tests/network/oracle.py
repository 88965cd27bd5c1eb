"""The outside oracle: the notes' network in plain formulas, differentiated by HIPS autograd."""

from __future__ import annotations

from collections.abc import Callable

import autograd.numpy as anp
import numpy as np
from autograd import grad

from lib.network.validate import Array
from tests.network.random_networks import Example


def sigmoid(x: Array) -> Array:
    return 1 / (1 + anp.exp(-x))


def pre_activations(image: Array, kernel: Array) -> Array:
    (h, w), (kh, kw) = image.shape, kernel.shape
    return anp.array(
        [
            anp.sum(image[i : i + kh, j : j + kw] * kernel)
            for i in range(h - kh + 1)
            for j in range(w - kw + 1)
        ]
    )


def loss_of_alpha(alpha: Array, label: float) -> Array:
    return label * anp.logaddexp(0, -alpha) + (1 - label) * anp.logaddexp(0, alpha)


def gradients_of_one(image: Array, kernel: Array, dense: Array, label: float) -> dict[str, Array]:
    """All partial derivatives of one example, by group."""
    s = pre_activations(image, kernel)
    o = sigmoid(s)
    alpha = np.asarray(np.sum(dense * o))
    y_out, complement = sigmoid(alpha), sigmoid(-alpha)

    def of_y_out(y: Array) -> Array:
        # 1 − y, written so that it keeps its digits where y is close to 1
        return -(label * anp.log(y) + (1 - label) * anp.log(complement - (y - y_out)))

    def of_o(o: Array) -> Array:
        return loss_of_alpha(anp.sum(dense * o), label)

    stages: dict[str, tuple[Callable[[Array], Array], Array]] = {
        "y_out": (of_y_out, y_out),
        "alpha": (lambda alpha: loss_of_alpha(alpha, label), alpha),
        "o": (of_o, o),
        "s": (lambda s: of_o(sigmoid(s)), s),
        "dense": (lambda dense: loss_of_alpha(anp.sum(dense * o), label), dense),
        "kernel": (lambda kernel: of_o(sigmoid(pre_activations(image, kernel))), kernel),
        "image": (lambda image: of_o(sigmoid(pre_activations(image, kernel))), image),
    }
    found = {name: np.asarray(grad(loss)(point)) for name, (loss, point) in stages.items()}
    return {"loss": np.asarray(loss_of_alpha(alpha, label)), **found}


def gradients(example: Example) -> dict[str, Array]:
    """All partial derivatives of a batch, one example after another."""
    kernel, dense = example.parameters.kernel, example.parameters.dense
    image, label = example.image, example.label
    leading = np.broadcast_shapes(
        kernel.shape[:-2], dense.shape[:-1], image.shape[:-2], label.shape
    )
    kernels = np.broadcast_to(kernel, (*leading, *kernel.shape[-2:]))
    denses = np.broadcast_to(dense, (*leading, *dense.shape[-1:]))
    images = np.broadcast_to(image, (*leading, *image.shape[-2:]))
    labels = np.broadcast_to(label, leading)
    one_by_one = [
        gradients_of_one(images[at], kernels[at], denses[at], float(labels[at]))
        for at in np.ndindex(leading)
    ]
    return {
        name: np.reshape(np.stack([one[name] for one in one_by_one]), (*leading, *own.shape))
        for name, own in one_by_one[0].items()
    }
