"""A convolution layer's three lines: its output, and the two gradients that go back through it.

All three slide one array over another and sum products; only which over which differs. The kernel
is not flipped (cross-correlation), the stride is 1, nothing is padded.
"""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from lib.network.validate import Array, no_overflow


def correlate(image: Array, kernel: Array) -> Array:
    """s_{ij} = Σ_{m,n} w_{mn} · a_{i+m, j+n}: the kernel over the image.

    Args:
        image: ``a_{pq}``, shape (..., H, W).
        kernel: ``w_{mn}``, shape (..., kh, kw).

    Returns:
        The map, shape (..., H − kh + 1, W − kw + 1).

    Raises:
        ValueError: a sum exceeds float64.
    """
    windows = sliding_window_view(image, kernel.shape[-2:], axis=(-2, -1))
    with np.errstate(over="ignore", invalid="ignore"):
        s = np.einsum("...ijmn,...mn->...ij", windows, kernel)
    return no_overflow("s", s)


def kernel_gradient(image: Array, delta: Array) -> Array:
    """∂L/∂w_{mn} = Σ_{i,j} ∂L/∂s_{ij} · a_{i+m, j+n}: delta over the image (N12).

    Args:
        image: ``a_{pq}``, shape (..., H, W).
        delta: ``∂L/∂s_{ij}`` in the shape of the map.

    Returns:
        Shape (..., kh, kw).

    Raises:
        ValueError: a sum exceeds float64.
    """
    windows = sliding_window_view(image, delta.shape[-2:], axis=(-2, -1))
    with np.errstate(over="ignore", invalid="ignore"):
        gradient = np.einsum("...mnij,...ij->...mn", windows, delta)
    return no_overflow("∂L/∂kernel", gradient)


def image_gradient(kernel: Array, delta: Array) -> Array:
    """∂L/∂a_{pq} = Σ_{i,j} ∂L/∂s_{ij} · w_{p-i, q-j}: the flipped kernel over a padded delta (N13).

    Args:
        kernel: ``w_{mn}``, shape (..., kh, kw).
        delta: ``∂L/∂s_{ij}`` in the shape of the map.

    Returns:
        Shape (..., H, W).

    Raises:
        ValueError: a sum exceeds float64.
    """
    kh, kw = kernel.shape[-2:]
    margin = [(0, 0)] * (delta.ndim - 2) + [(kh - 1, kh - 1), (kw - 1, kw - 1)]
    windows = sliding_window_view(np.pad(delta, margin), (kh, kw), axis=(-2, -1))
    with np.errstate(over="ignore", invalid="ignore"):
        gradient = np.einsum("...pqmn,...mn->...pq", windows, kernel[..., ::-1, ::-1])
    return no_overflow("∂L/∂image", gradient)
