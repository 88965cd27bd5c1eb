"""The convolution: kernels that slide over an image of several channels, with stride and padding.

The kernel is not flipped (cross-correlation). Outside the image stand zeros, ``p`` of them on each
side; the windows lie ``t`` apart.
"""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from lib.network.validate import Array

Sides = tuple[int, int]


def forward(image: Array, kernel: Array, bias: Array | None, stride: int, padding: Sides) -> Array:
    """s_{f,ij} = b_f + Σ_{c,m,n} w_{fc,mn} · a_{c, i·t+m−p, j·t+n−p}.

    Args:
        image: ``a``, shape (..., C, H, W).
        kernel: ``w``, shape (..., F, C, kh, kw).
        bias: ``b``, shape (..., F), or None.
        stride: ``t``.
        padding: ``p`` by rows and by columns.

    Returns:
        ``s``, shape (..., F, R, S).
    """
    windows = cut(image, kernel.shape[-2:], stride, padding)
    s = np.einsum("...cijmn,...fcmn->...fij", windows, kernel)
    return s if bias is None else s + bias[..., None, None]


def kernel_gradient(image: Array, delta: Array, sides: Sides, stride: int, padding: Sides) -> Array:
    """∂L/∂w_{fc,mn} = Σ_{i,j} ∂L/∂s_{f,ij} · a_{c, i·t+m−p, j·t+n−p}: what the weight met.

    Args:
        image: ``a``, shape (..., C, H, W).
        delta: ``∂L/∂s``, shape (..., F, R, S).
        sides: kh and kw.
        stride, padding: as in ``forward``.

    Returns:
        Shape (..., F, C, kh, kw).
    """
    windows = cut(image, sides, stride, padding)
    return np.einsum("...cijmn,...fij->...fcmn", windows, delta)


def bias_gradient(delta: Array) -> Array:
    """∂L/∂b_f = Σ_{i,j} ∂L/∂s_{f,ij}, shape (..., F)."""
    return delta.sum(axis=(-2, -1))


def image_gradient(kernel: Array, delta: Array, sides: Sides, stride: int, padding: Sides) -> Array:
    """∂L/∂a_{c,pq} = Σ ∂L/∂s_{f,ij} · w_{fc,mn} over all i·t+m−p̂ = p, j·t+n−q̂ = q.

    Each window gives its delta back to the pixels that it read, through the weight that it read
    them with; what falls on the padding is lost.

    Args:
        kernel: ``w``, shape (..., F, C, kh, kw).
        delta: ``∂L/∂s``, shape (..., F, R, S).
        sides: H and W.
        stride, padding: as in ``forward``.

    Returns:
        Shape (..., C, H, W).
    """
    (h, w), (up, left) = sides, padding
    rows, columns = delta.shape[-2:]
    leading = np.broadcast_shapes(kernel.shape[:-4], delta.shape[:-3])
    padded = np.zeros((*leading, kernel.shape[-3], h + 2 * up, w + 2 * left))
    for m, n in np.ndindex(kernel.shape[-2:]):
        met = np.einsum("...fij,...fc->...cij", delta, kernel[..., m, n])
        padded[..., m : m + rows * stride : stride, n : n + columns * stride : stride] += met
    return padded[..., up : up + h, left : left + w]


def cut(image: Array, sides: tuple[int, ...], stride: int, padding: Sides) -> Array:
    """What each window sees, shape (..., C, R, S, kh, kw): a view of the padded image."""
    up, left = padding
    margin = [(0, 0)] * (image.ndim - 2) + [(up, up), (left, left)]
    padded = np.pad(image, margin) if up or left else image
    windows = sliding_window_view(padded, sides, axis=(-2, -1))
    return windows[..., ::stride, ::stride, :, :]
