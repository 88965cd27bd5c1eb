"""Published examples of pools, of softmax, of a neuron, and of a whole network."""

from __future__ import annotations

from lib.network import Architecture
from lib.network.architecture import Pool
from lib.scenario.worked.example import Published, Worked, scenario_of


def _pooled(pool: Pool) -> Architecture:
    """A pool over the image itself: the one kernel is a 1."""
    return Architecture(kernel_rows=1, kernel_columns=1, activation="none", pool=pool, head="given")


_NG = "Ng: Convolutional Neural Networks (DeepLearning.AI), week 1"
MAX_POOL = Worked(
    _NG,
    scenario_of(_pooled("max"), image="1 3 2 1  2 9 1 1  1 3 2 3  5 6 1 2", kernel="1"),
    (Published("pooled", "9 2; 6 3"),),
)
AVERAGE_POOL = Worked(
    _NG,
    scenario_of(_pooled("average"), image="1 3 2 1  2 9 1 1  1 4 2 3  5 6 1 2", kernel="1"),
    (Published("pooled", "3.75 1.25; 4 2"),),
)

LINE_DETECTOR = Worked(
    "Brownlee: A Gentle Introduction to Pooling Layers for Convolutional Neural Networks",
    scenario_of(
        Architecture(rows=8, columns=8, activation="relu", pool="average", head="given"),
        image=" ".join(["0 0 0 1 1 0 0 0"] * 8),
        kernel=" ".join(["0 1 0"] * 3),
    ),
    (
        Published("o", "; ".join(["0 0 3 3 0 0"] * 6)),
        Published("pooled", "; ".join(["0 3 0"] * 3)),
    ),
)

NEURON = Worked(
    "Stanford CS231n, course notes: Backpropagation, Intuitions",
    scenario_of(
        Architecture(
            rows=1, columns=2, kernel_rows=1, kernel_columns=2, kernel_bias=True, head="given"
        ),
        image="-1 -2",
        kernel="2 -3",
        kernel_bias="-3",
    ),
    (
        Published("o", "0.73"),
        Published("kernel", "-0.20 -0.39", is_gradient=True),
        Published("kernel_bias", "0.20", is_gradient=True),
        Published("image", "0.39 -0.59", is_gradient=True),
    ),
)


def _classifier(columns: int, outputs: int) -> Architecture:
    """Softmax of a row of numbers: the one kernel is a 1."""
    return Architecture(
        rows=1,
        columns=columns,
        kernel_rows=1,
        kernel_columns=1,
        activation="none",
        outputs=outputs,
        dense_bias=True,
        head="softmax",
    )


SOFTMAX = Worked(
    "Stanford CS231n, course notes: Linear Classification",
    scenario_of(
        _classifier(4, 3),
        image="-15 22 -44 56",
        kernel="1",
        dense="0.01 -0.05 0.1 0.05  0.7 0.2 0.05 0.16  0 -0.45 -0.2 0.03",
        dense_bias="0 0.2 -0.3",
        target="0 0 1",
    ),
    (
        Published("alpha", "-2.85 0.86 0.28"),
        Published("y_out", "0.016 0.631 0.353"),
        Published("loss", "1.04"),
    ),
)

SOFTMAX_GRADIENT = Worked(
    "MindSpore: ops.SoftmaxCrossEntropyWithLogits",
    scenario_of(
        _classifier(5, 5),
        image="2 4 1 4 5",
        kernel="1",
        dense="1 0 0 0 0  0 1 0 0 0  0 0 1 0 0  0 0 0 1 0  0 0 0 0 1",
        target="0 0 0 0 1",
    ),
    (
        Published("loss", "0.5899297"),
        Published(
            "alpha",
            "0.02760027 0.20393994 0.01015357 0.20393994 -0.44563377",
            is_gradient=True,
        ),
    ),
)

HIDDEN_LAYER = Worked(
    "Mazur: A Step by Step Backpropagation Example, 2015",
    scenario_of(
        Architecture(
            rows=1,
            columns=2,
            kernels=2,
            kernel_rows=1,
            kernel_columns=2,
            kernel_bias=True,
            outputs=2,
            dense_bias=True,
            head="sigmoid_squared",
        ),
        image="0.05 0.1",
        kernel="0.15 0.2  0.25 0.3",
        kernel_bias="0.35 0.35",
        dense="0.4 0.45  0.5 0.55",
        dense_bias="0.6 0.6",
        target="0.01 0.99",
    ),
    (
        Published("o", "0.593269992 0.596884378"),
        Published("y_out", "0.75136507 0.772928465"),
        Published("loss", "0.298371109", loss_halved=True),
        Published("dense", "0.082167041", (0, 0), is_gradient=True, loss_halved=True),
        Published("kernel", "0.000438568", (0, 0, 0), is_gradient=True, loss_halved=True),
    ),
)
