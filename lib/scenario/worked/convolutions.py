"""Published convolutions: padding, stride, channels, kernels, one row, and their gradients."""

from __future__ import annotations

from typing import Any

import numpy as np

from lib.network import Architecture
from lib.network.validate import Array
from lib.scenario.worked.example import Published, Worked, scenario_of

_D2L = "Zhang, Lipton, Li, Smola: Dive into Deep Learning, 2023"


def _text(array: Array) -> str:
    return " ".join(repr(float(number)) for number in array.flat)


def _net(**sizes: Any) -> Architecture:
    """A convolution alone: no activation, and the gradient of its sums given."""
    return Architecture(activation="none", head="given", **sizes)


_COUNT = "0 1 2 3 4 5 6 7 8"
CROSS_CORRELATION = Worked(
    f"{_D2L}, 7.2",
    scenario_of(
        _net(rows=3, columns=3, kernel_rows=2, kernel_columns=2), image=_COUNT, kernel="0 1 2 3"
    ),
    (Published("s", "19 25; 37 43"),),
)
PADDED = Worked(
    f"{_D2L}, 7.3",
    scenario_of(
        _net(rows=3, columns=3, kernel_rows=2, kernel_columns=2, padding=1),
        image=_COUNT,
        kernel="0 1 2 3",
    ),
    (Published("s", "0 3 8 4; 9 19 25 10; 21 37 43 16; 6 7 8 0"),),
)
CHANNELS = Worked(
    f"{_D2L}, 7.4",
    scenario_of(
        _net(channels=2, rows=3, columns=3, kernels=3, kernel_rows=2, kernel_columns=2),
        image=f"{_COUNT} 1 2 3 4 5 6 7 8 9",
        kernel="0 1 2 3 1 2 3 4  1 2 3 4 2 3 4 5  2 3 4 5 3 4 5 6",
    ),
    (
        Published("s", "56 72; 104 120", (0,)),
        Published("s", "76 100; 148 172", (1,)),
        Published("s", "96 128; 192 224", (2,)),
    ),
)

_EDGES = "3 0 1 2 7 4  1 5 8 9 3 1  2 7 2 5 1 3  0 1 3 1 7 8  4 2 1 6 2 8  2 4 5 2 3 9"
VERTICAL_EDGES = Worked(
    "Ng: Convolutional Neural Networks (DeepLearning.AI), week 1",
    scenario_of(_net(rows=6, columns=6), image=_EDGES, kernel="1 0 -1  1 0 -1  1 0 -1"),
    (Published("s", "-5 -4 0 8; -10 -2 2 3; 0 -2 -4 -7; -3 -2 -3 -16"),),
)

SIGNAL = Worked(
    "Brownlee: How Do Convolutional Layers Work in Deep Learning Neural Networks?",
    scenario_of(
        _net(rows=1, columns=8, kernel_rows=1, kernel_columns=3),
        image="0 0 0 1 1 0 0 0",
        kernel="0 1 0",
    ),
    (Published("s", "0 0 1 1 0 0"),),
)

_TENSORFLOW = "TensorFlow: conv_ops_test.py, 2015"
BOTH_GRADIENTS = Worked(
    f"{_TENSORFLOW}, Conv2D2x2Depth1Valid",
    scenario_of(
        _net(rows=2, columns=3, kernel_rows=2, kernel_columns=2),
        image="1 2 3 4 5 6",
        kernel="1 2 3 4",
        target="1 2",
    ),
    (
        Published("kernel", "5 8; 14 17", is_gradient=True),
        Published("image", "1 4 4; 3 10 8", is_gradient=True),
    ),
)

# there the channels come last: pixel (row, column, channel), weight (row, column, channel, kernel)
_PIXELS = np.arange(1.0, 19.0).reshape(2, 3, 3).transpose(2, 0, 1)
_WEIGHTS = np.arange(1.0, 37.0).reshape(2, 2, 3, 3).transpose(3, 2, 0, 1)
THREE_CHANNELS = Worked(
    f"{_TENSORFLOW}, Conv2D2x2Depth3Valid",
    scenario_of(
        _net(channels=3, rows=2, columns=3, kernels=3, kernel_rows=2, kernel_columns=2),
        image=_text(_PIXELS),
        kernel=_text(_WEIGHTS),
        target="1 4 2 5 3 6",
    ),
    (
        Published("s", "2271 2901; 2367 3033; 2463 3165"),
        Published("image", "14 100 167; 122 478 437", (0,), is_gradient=True),
        Published("image", "32 163 212; 140 541 482", (1,), is_gradient=True),
        Published("image", "50 226 257; 158 604 527", (2,), is_gradient=True),
        Published("kernel", "17 32; 62 77", (0, 0), is_gradient=True),
        Published("kernel", "45 72; 126 153", (2, 2), is_gradient=True),
    ),
)

STRIDE_AND_PADDING = Worked(
    "Stanford CS231n, assignment 2: conv_forward_naive",
    scenario_of(
        _net(
            channels=3,
            kernels=3,
            kernel_rows=4,
            kernel_columns=4,
            stride=2,
            padding=1,
            kernel_bias=True,
            pool="max",  # with a gradient given for every sum there would be too many numbers
        ),
        image=_text(np.linspace(-0.1, 0.5, 96)[:48]),
        kernel=_text(np.linspace(-0.2, 0.3, 144)),
        kernel_bias=_text(np.linspace(-0.1, 0.2, 3)),
    ),
    (
        Published("s", "-0.08759809 -0.10987781; -0.18387192 -0.2109216", (0,)),
        Published("s", "0.21027089 0.21661097; 0.22847626 0.23004637", (1,)),
        Published("s", "0.50813986 0.54309974; 0.64082444 0.67101435", (2,)),
    ),
)
