"""Which window sees which pixel through which kernel weight: the index structure of the network.

Every derivation is built from these few lines, so a formula for another image or kernel size needs
no new code.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Pixel(NamedTuple):
    """Row and column of one entry of an image, of a kernel, or of the feature map."""

    row: int
    column: int


class Window(NamedTuple):
    """One position of the kernel on the image."""

    k: int
    """Its number in row-major order: the k of ``s_k``."""
    i: int
    j: int


@dataclass(frozen=True, slots=True)
class Geometry:
    """The shapes of a network: image H×W, kernel kh×kw, stride 1, no padding.

    Raises:
        ValueError: a side below 1, or a kernel larger than the image.
    """

    image_shape: tuple[int, int]
    kernel_shape: tuple[int, int]

    def __post_init__(self) -> None:
        (h, w), (kh, kw) = self.image_shape, self.kernel_shape
        if min(h, w, kh, kw) < 1 or kh > h or kw > w:
            raise ValueError(
                f"kernel: got shape {self.kernel_shape}, wanted at least (1, 1) and "
                f"at most the image's shape {self.image_shape}"
            )

    @property
    def map_shape(self) -> tuple[int, int]:
        """The feature map: (H − kh + 1, W − kw + 1); 2×2 in the notes."""
        (h, w), (kh, kw) = self.image_shape, self.kernel_shape
        return h - kh + 1, w - kw + 1

    @property
    def pixel_count(self) -> int:
        """How many pixels there are: 16 in the notes."""
        h, w = self.image_shape
        return h * w

    @property
    def kernel_count(self) -> int:
        """How many weights the kernel has: 9 in the notes."""
        kh, kw = self.kernel_shape
        return kh * kw

    @property
    def weight_count(self) -> int:
        """How many numbers are learnt, kernel and dense weights: 13 in the notes."""
        return self.kernel_count + self.window_count

    @property
    def window_count(self) -> int:
        """How many windows there are, and so how many dense weights: 4 in the notes."""
        rows, columns = self.map_shape
        return rows * columns

    def windows(self) -> list[Window]:
        """All windows in row-major order: ``s_k`` with k = i·columns + j."""
        rows, columns = self.map_shape
        return [Window(i * columns + j, i, j) for i in range(rows) for j in range(columns)]

    def pixels(self) -> list[Pixel]:
        """All pixels ``a_{pq}`` in row-major order."""
        h, w = self.image_shape
        return [Pixel(p, q) for p in range(h) for q in range(w)]

    def kernel_entries(self) -> list[Pixel]:
        """All kernel weights ``w_{mn}`` in row-major order."""
        kh, kw = self.kernel_shape
        return [Pixel(m, n) for m in range(kh) for n in range(kw)]

    def pixel_under(self, window: Window, entry: Pixel) -> Pixel:
        """The pixel that weight ``w_{mn}`` meets in window (i, j): ``a_{i+m, j+n}``."""
        return Pixel(window.i + entry.row, window.j + entry.column)

    def windows_of(self, pixel: Pixel) -> list[tuple[Window, Pixel]]:
        """The windows that contain the pixel, each with the weight that meets it: ``w_{p-i, q-j}``.

        1 window for a corner of the notes' image, 2 on an edge, 4 in the middle (N13).
        """
        kh, kw = self.kernel_shape
        return [
            (window, Pixel(pixel.row - window.i, pixel.column - window.j))
            for window in self.windows()
            if 0 <= pixel.row - window.i < kh and 0 <= pixel.column - window.j < kw
        ]


GEOMETRY = Geometry(image_shape=(4, 4), kernel_shape=(3, 3))
"""The notes' network, which every page shows and every run trains: the one place of its size."""
