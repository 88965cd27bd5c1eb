"""Store the UCI handwritten digits for the training page.

    python scripts/make_digits.py

scikit-learn carries the data set: 1797 images of 8×8 pixels, whole numbers 0…16, kept as they are.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.datasets import load_digits

TARGET = Path(__file__).parents[1] / "lib" / "training" / "digits.npy"


def digit_rows() -> NDArray[np.uint8]:
    """One row an image: its 64 pixels, row by row, then the digit; (1797, 65)."""
    digits = load_digits()
    return np.column_stack([digits.data, digits.target]).astype(np.uint8)


if __name__ == "__main__":
    np.save(TARGET, digit_rows(), allow_pickle=False)
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")
