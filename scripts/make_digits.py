"""Shrink the UCI handwritten digits to 4×4 and store them for the training page.

    python scripts/make_digits.py

scikit-learn carries the data set: 1797 images of 8×8 pixels, 0…16. Each 2×2 block is averaged and
scaled to 0…1. What is stored is the block's sum, a whole number 0…64, so that no digit is lost:
pixel = sum / 64.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.datasets import load_digits

TARGET = Path(__file__).parents[1] / "lib" / "training" / "digits.npy"


def shrunken_digits() -> NDArray[np.uint8]:
    """One row an image: the 16 sums of its 2×2 blocks, row by row, then the digit; (1797, 17)."""
    digits = load_digits()
    images = digits.images.astype(np.int64)
    sums = images.reshape(-1, 4, 2, 4, 2).sum(axis=(2, 4))
    return np.column_stack([sums.reshape(-1, 16), digits.target]).astype(np.uint8)


if __name__ == "__main__":
    np.save(TARGET, shrunken_digits(), allow_pickle=False)
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")
