"""What the network says of each image."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lib.network import Parameters, binary_cross_entropy, forward
from lib.network.validate import Array


@dataclass(frozen=True, slots=True, eq=False)
class Gallery:
    """Images in order of loss, the worst first.

    Attributes:
        order: numbers of the images, shape (n,).
        y_out: what the network says of them, in that order, shape (n,).
        loss: their losses in nats, in that order, shape (n,).
        right: whether y_out is on the label's side of ½, in that order, shape (n,).
    """

    order: NDArray[np.int64]
    y_out: Array
    loss: Array
    right: NDArray[np.bool_]


def gallery(parameters: Parameters, images: ArrayLike, labels: ArrayLike) -> Gallery:
    """Sort images of shape (n, H, W) with labels (n,) by the loss of one network.

    Raises:
        ValueError: a wrong shape, NaN, infinity or a label outside [0, 1].
    """
    values = forward(parameters, images)
    labels = np.asarray(labels, dtype=np.float64)
    loss = binary_cross_entropy(values.alpha, labels)
    order = np.argsort(-loss, kind="stable")
    right = (values.alpha > 0) == (labels >= 0.5)
    return Gallery(order, values.y_out[order], loss[order], right[order])
