"""The loss as a surface over two directions in the space of the 13 weights."""

from __future__ import annotations

import numpy as np

from lib.network import GEOMETRY
from lib.network.validate import Array, finite_array
from lib.training.gradient import cut_columns
from lib.training.measure import Measure

WEIGHTS = GEOMETRY.weight_count


def weight_directions(first: int, second: int) -> Array:
    """The directions in which two of the weights 0 … 12 grow alone, shape (2, 13).

    Raises:
        ValueError: the same weight twice, or no such weight.
    """
    if first == second or not {first, second} <= set(range(WEIGHTS)):
        raise ValueError(f"weights: got {first} and {second}, wanted two of 0…{WEIGHTS - 1}")
    return np.eye(WEIGHTS)[[first, second]]


def random_directions(seed: int) -> Array:
    """Two directions at right angles, each of length 1, shape (2, 13)."""
    random = np.random.default_rng(seed)
    columns, _ = np.linalg.qr(random.standard_normal((WEIGHTS, 2)))
    return np.asarray(columns.T)


def loss_landscape(
    center: Array, directions: Array, first: Array, second: Array, images: Array, labels: Array
) -> Array:
    """Mean loss at center + first·directions[0] + second·directions[1].

    (Li and others, *Visualizing the Loss Landscape of Neural Nets*, NeurIPS 2018.)

    Args:
        center: shape (13,): kernel row by row, then dense.
        directions: shape (2, 13).
        first, second: how far along each, shapes (n,) and (m,).
        images: shape (images, 4, 4), at least one.
        labels: shape (images,).

    Returns:
        Shape (m, n), nats: rows go along the second direction.

    Raises:
        ValueError: NaN, infinity or a wrong shape.
    """
    center = finite_array("center", center, 1, "(13,)")
    directions = finite_array("directions", directions, 2, "(2, 13)")
    first, second = (finite_array("steps", steps, 1, "(n,)") for steps in (first, second))
    if center.shape != (WEIGHTS,) or directions.shape != (2, WEIGHTS):
        raise ValueError(
            f"got center {center.shape} and directions {directions.shape}, wanted (13,), (2, 13)"
        )
    offsets = second[:, None, None] * directions[1] + first[None, :, None] * directions[0]
    points = (center + offsets).reshape(-1, WEIGHTS)
    measure = Measure(cut_columns(images, GEOMETRY), labels)
    loss, _ = measure.all(points)
    return loss.reshape(len(second), len(first))


def on_landscape(weights: Array, center: Array, directions: Array) -> Array:
    """Where weights of shape (n, 13), such as a run's path, fall on the surface: shape (n, 2).

    The distances along the two directions; what leads out of their plane is left out.
    """
    return np.asarray(np.linalg.lstsq(directions.T, (weights - center).T, rcond=None)[0].T)
