"""What a network is made of: one convolution, an activation, a pool, a dense layer, a head.

A value of plain numbers and words, checked when it is made: nothing is allocated for sizes that do
not fit or are too many.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any, Literal, get_args

from lib.network import fits
from lib.network.fits import RANGES, ArchitectureError
from lib.network.geometry import GEOMETRY

Activation = Literal["sigmoid", "tanh", "relu", "leaky_relu", "none"]
Pool = Literal["none", "max", "average"]
Head = Literal["cross_entropy", "softmax", "squared", "sigmoid_squared", "given"]
"""``cross_entropy``: y = σ(α) and binary cross-entropy. ``softmax``: one class of several and
cross-entropy. ``squared``: (α − yy)². ``sigmoid_squared``: (σ(α) − yy)². Each is summed over the
outputs. ``given``: L = Σ g·o, the gradient g given; there is no dense layer."""

CHOICES: dict[str, tuple[Any, ...]] = {
    "kernel_bias": (False, True),
    "activation": get_args(Activation),
    "pool": get_args(Pool),
    "dense_bias": (False, True),
    "head": get_args(Head),
}


@dataclass(frozen=True, slots=True)
class Architecture:
    """The sizes and kinds of a network's layers; the defaults are the notes' network.

    Attributes:
        channels, rows, columns: the image, C×H×W: 1–3 × 1–8 × 1–8. One row is a signal: kernel and
            pool have one row then, and the zeros of the padding stand left and right of it only.
        kernels: F, 1–4.
        kernel_rows, kernel_columns: kh and kw, 1–5.
        stride: how far a window lies from the next, 1–3, both ways.
        padding: rings of zeros round the image, 0–2, fewer than the kernel has rows and columns.
        kernel_bias: whether each kernel adds a number b.
        activation: what makes o of s; with ``none`` there is no o.
        pool: ``max``, ``average`` or none, over pool_side×pool_side cells side by side.
        pool_side: 2 or 3; 2 where there is no pool.
        outputs: K, 1–5, at least 2 for ``softmax``; 1 where there is no dense layer.
        dense_bias: whether each output adds a number c; not where there is no dense layer.
        head: the output and the loss in one.

    Raises:
        ArchitectureError: a size out of its range, sizes that do not fit, more than 200 numbers or
            450 values. It names the sizes that would fit.
    """

    channels: int = 1
    rows: int = GEOMETRY.image_shape[0]
    columns: int = GEOMETRY.image_shape[1]
    kernels: int = 1
    kernel_rows: int = GEOMETRY.kernel_shape[0]
    kernel_columns: int = GEOMETRY.kernel_shape[1]
    stride: int = 1
    padding: int = 0
    kernel_bias: bool = False
    activation: Activation = "sigmoid"
    pool: Pool = "none"
    pool_side: int = 2
    outputs: int = 1
    dense_bias: bool = False
    head: Head = "cross_entropy"

    def __post_init__(self) -> None:
        for name, (least, most) in RANGES.items():
            number = getattr(self, name)
            if type(number) is not int or not least <= number <= most:
                numbers = {"field": name, "least": least, "most": most}
                raise ArchitectureError("range", numbers, {name: tuple(range(least, most + 1))})
        for name, choices in CHOICES.items():
            choice = getattr(self, name)
            if not any(type(choice) is type(one) and choice == one for one in choices):
                raise ArchitectureError("choice", {"field": name, "choices": choices}, {})
        if self.pool == "none":  # what has no meaning here must not tell two equal networks apart
            object.__setattr__(self, "pool_side", 2)
        if self.head == "given":
            object.__setattr__(self, "outputs", 1)
            object.__setattr__(self, "dense_bias", False)
        fields = _fields(self)
        fault = fits.fault_of(fields)
        if fault:
            raise ArchitectureError(*fault, fits.alternatives(fields))

    @property
    def image_shape(self) -> tuple[int, int, int]:
        """C, H, W."""
        return self.channels, self.rows, self.columns

    @property
    def kernel_shape(self) -> tuple[int, int]:
        """kh, kw."""
        return self.kernel_rows, self.kernel_columns

    @property
    def is_signal(self) -> bool:
        """Whether the image is one row."""
        return fits.is_signal(_fields(self))

    @property
    def padding_sides(self) -> tuple[int, int]:
        """Zeros above and below, zeros left and right."""
        return fits.padding_sides(_fields(self))

    @property
    def map_shape(self) -> tuple[int, int]:
        """R, S: rows and columns of windows."""
        return fits.map_shape(_fields(self))

    @property
    def pool_sides(self) -> tuple[int, int]:
        """Rows and columns of cells that become one; (1, 1) without a pool."""
        return fits.pool_sides(_fields(self))

    @property
    def last_map_shape(self) -> tuple[int, int]:
        """Rows and columns of the map that the dense layer reads."""
        return fits.last_map_shape(_fields(self))

    @property
    def has_dense(self) -> bool:
        """Whether there is a dense layer, and so an α."""
        return self.head != "given"

    @property
    def has_output(self) -> bool:
        """Whether there is a y beside α."""
        return self.head in ("cross_entropy", "softmax", "sigmoid_squared")

    @property
    def last_map(self) -> Literal["s", "o", "pooled"]:
        """The place that the dense layer, or the given gradient, reads."""
        if self.pool != "none":
            return "pooled"
        return "s" if self.activation == "none" else "o"

    @property
    def number_count(self) -> int:
        """Image, parameters and label together: 30 for the notes."""
        return fits.number_count(_fields(self))

    @property
    def value_count(self) -> int:
        """What the loss is differentiated by: 39 for the notes."""
        return fits.value_count(_fields(self))

    @property
    def parameter_count(self) -> int:
        """What is learned: 13 for the notes."""
        return fits.parameter_count(_fields(self))


@lru_cache(maxsize=64)
def _fields(architecture: Architecture) -> dict[str, Any]:
    return asdict(architecture)


NOTES = Architecture()
"""One 3×3 kernel over a 4×4 image, σ, four dense weights, σ and cross-entropy."""
