"""Networks beside the notes' one, the same for us and for PyTorch."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from lib.network import Architecture

BIASED = {"kernel_bias": True, "dense_bias": True, "activation": "relu"}
NETWORKS: dict[str, Architecture] = {
    "two_kernels": Architecture(kernels=2, **BIASED),  # type: ignore[arg-type]
    "max_pool": Architecture(rows=6, columns=6, kernels=2, pool="max", **BIASED),  # type: ignore[arg-type]
    "softmax": Architecture(
        rows=8, columns=8, kernels=3, pool="max", outputs=3, head="softmax", **BIASED,  # type: ignore[arg-type]
    ),
}  # fmt: skip

Arrays = tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]


def numbers_of(net: Architecture, count: int) -> Arrays:
    """First weights (parameters,), images (count, C, H, W) and labels (count, K)."""
    random = np.random.default_rng(count)
    weights = 0.5 * random.standard_normal(net.parameter_count)
    classes = np.arange(count) % max(net.outputs, 2)
    labels = np.eye(net.outputs)[classes] if net.outputs > 1 else classes[:, None].astype(float)
    return weights, random.random((count, *net.image_shape)), labels
