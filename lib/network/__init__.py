"""The notes' network: parameters, forward pass, backward pass, gradient check. NumPy only.

Its lines stand in ``forward`` and ``backward`` as they are shown beside the formulas. Any other
network is an :class:`Architecture`, run by :mod:`lib.network.passes`; tests hold the two equal.

>>> import numpy as np
>>> from lib.network import Parameters, backward, forward
>>> parameters = Parameters(kernel=np.ones((3, 3)), dense=np.ones(4))
>>> image = np.zeros((4, 4))
>>> values = forward(parameters, image)
>>> round(float(values.y_out), 6)  # σ(4 · σ(0)) = σ(2)
0.880797
>>> backward(parameters, values, image, label=1.0).kernel.shape
(3, 3)
"""

from lib.network.architecture import NOTES, Architecture
from lib.network.backward import Gradients, backward
from lib.network.check import NudgeCheck, check_gradients
from lib.network.fits import ArchitectureError
from lib.network.forward import Values, forward
from lib.network.geometry import GEOMETRY, Geometry, Pixel, Window
from lib.network.loss import binary_cross_entropy
from lib.network.nudge import central_difference, complex_step
from lib.network.parameters import Parameters
from lib.network.sigmoid import sigmoid, sigmoid_slope

__all__ = [
    "GEOMETRY",
    "NOTES",
    "Architecture",
    "ArchitectureError",
    "Geometry",
    "Gradients",
    "NudgeCheck",
    "Parameters",
    "Pixel",
    "Values",
    "Window",
    "backward",
    "binary_cross_entropy",
    "central_difference",
    "check_gradients",
    "complex_step",
    "forward",
    "sigmoid",
    "sigmoid_slope",
]
