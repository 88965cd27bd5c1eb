"""What the network says of each image."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lib.network import NOTES, Architecture, Parameters, binary_cross_entropy, forward, passes
from lib.network.heads import HEADS
from lib.network.places import split
from lib.network.validate import Array
from lib.training.gradient import as_parameters
from lib.training.head_loss import predicted
from lib.training.layered_objective import as_batch


@dataclass(frozen=True, slots=True, eq=False)
class Gallery:
    """Images in order of loss, the worst first.

    Attributes:
        order: numbers of the images, shape (n,).
        y_out: what the network says of them, in that order, shape (n,): of several outputs that of
            the class that is said; α where there is no y.
        loss: their losses in nats, in that order, shape (n,).
        right: whether y_out is on the label's side of ½, or the largest of several that of the
            class, in that order, shape (n,).
        said: the class that is said, 0…, in that order, shape (n,).
    """

    order: NDArray[np.int64]
    y_out: Array
    loss: Array
    right: NDArray[np.bool_]
    said: NDArray[np.int64]


def gallery(parameters: Parameters, images: ArrayLike, labels: ArrayLike) -> Gallery:
    """Sort images of shape (n, H, W) with labels (n,) by the loss of one of the notes' networks.

    Raises:
        ValueError: a wrong shape, NaN, infinity or a label outside [0, 1].
    """
    values = forward(parameters, images)
    labels = np.asarray(labels, dtype=np.float64)
    loss = binary_cross_entropy(values.alpha, labels)
    said = (values.alpha > 0).astype(np.int64)
    return _sorted(values.y_out, loss, said == (labels >= 0.5), said)


def gallery_of(net: Architecture, weights: Array, images: Array, labels: Array) -> Gallery:
    """The same of any network with a dense layer, its weights in a row.

    Args:
        net: what the network is made of.
        weights: shape (weights,).
        images: shape (n, H, W) or (n, C, H, W).
        labels: shape (n,) or (n, K).

    Raises:
        ValueError: as ``gallery``.
    """
    if net == NOTES:
        return gallery(as_parameters(weights), images, labels)
    images, labels = as_batch(net, images, labels)
    alpha = passes.forward(net, split(net, weights), images)["alpha"]
    head = HEADS[net.head]
    y = head.output(alpha) if head.output else alpha
    said = predicted(net.head, alpha.T).astype(np.int64)
    of_said = y[np.arange(len(y)), said] if net.outputs > 1 else y[:, 0]
    right = said == predicted("squared", labels.T)
    return _sorted(of_said, head.loss(alpha, labels), right, said)


def _sorted(
    y_out: Array, loss: Array, right: NDArray[np.bool_], said: NDArray[np.int64]
) -> Gallery:
    order = np.argsort(-loss, kind="stable")
    return Gallery(order, y_out[order], loss[order], right[order], said[order])
