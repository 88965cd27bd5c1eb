"""The loss as a surface over two directions in the space of the weights."""

from __future__ import annotations

import numpy as np

from lib.network import GEOMETRY, NOTES, Architecture
from lib.network.validate import Array, finite_array
from lib.training.objective import measure_of

WEIGHTS = GEOMETRY.weight_count


def weight_directions(first: int, second: int, count: int = WEIGHTS) -> Array:
    """The directions in which two of the weights 0, 1, … grow alone, shape (2, count).

    Raises:
        ValueError: the same weight twice, or no such weight.
    """
    if first == second or not {first, second} <= set(range(count)):
        raise ValueError(f"weights: got {first} and {second}, wanted two of 0…{count - 1}")
    return np.eye(count)[[first, second]]


def random_directions(seed: int, count: int = WEIGHTS) -> Array:
    """Two directions at right angles, each of length 1, shape (2, count)."""
    random = np.random.default_rng(seed)
    columns, _ = np.linalg.qr(random.standard_normal((count, 2)))
    return np.asarray(columns.T)


def loss_landscape(
    center: Array,
    directions: Array,
    first: Array,
    second: Array,
    images: Array,
    labels: Array,
    architecture: Architecture = NOTES,
) -> Array:
    """Mean loss at center + first·directions[0] + second·directions[1].

    (Li and others, *Visualizing the Loss Landscape of Neural Nets*, NeurIPS 2018.)

    Args:
        center: shape (weights,): layer by layer; in the notes 13, kernel row by row, then dense.
        directions: shape (2, weights).
        first, second: how far along each, shapes (n,) and (m,).
        images: shape (images, H, W) or (images, C, H, W), at least one.
        labels: shape (images,) or (images, K).
        architecture: what the network is made of.

    Returns:
        Shape (m, n), nats: rows go along the second direction.

    Raises:
        ValueError: NaN, infinity or a wrong shape.
    """
    count = architecture.parameter_count
    center = finite_array("center", center, 1, f"({count},)")
    directions = finite_array("directions", directions, 2, f"(2, {count})")
    first, second = (finite_array("steps", steps, 1, "(n,)") for steps in (first, second))
    if center.shape != (count,) or directions.shape != (2, count):
        raise ValueError(
            f"got center {center.shape} and directions {directions.shape}, "
            f"wanted ({count},), (2, {count})"
        )
    offsets = second[:, None, None] * directions[1] + first[None, :, None] * directions[0]
    points = (center + offsets).reshape(-1, count)
    measure = measure_of(architecture, images, labels)
    loss, _ = measure.all(points)
    return loss.reshape(len(second), len(first))


def on_landscape(weights: Array, center: Array, directions: Array) -> Array:
    """Where weights of shape (n, weights), such as a run's path, fall on the surface: shape (n, 2).

    The distances along the two directions; what leads out of their plane is left out.
    """
    return np.asarray(np.linalg.lstsq(directions.T, (weights - center).T, rcond=None)[0].T)
