"""A given gradient: L = Σ g·o over the last map, as in exercises that say "suppose ∂L/∂o is …"."""

from __future__ import annotations

from lib.network.validate import Array


def loss(given: Array, last: Array) -> Array:
    """L = Σ g·o, from two arrays of shape (..., F, R, S) to (...)."""
    return (given * last).sum(axis=(-3, -2, -1))


def by_last_map(given: Array) -> Array:
    """∂L/∂o = g."""
    return given
