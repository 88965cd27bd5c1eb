"""What each name in a formula stands for, found without lib.derivation and without the chain rule.

The network stands here once more, name by name; a partial derivative is a complex step of it.
"""

from __future__ import annotations

import cmath
import re
from functools import cached_property

from lib.derivation import State

STEP = 1e-20

PARTIAL = re.compile(r"\\frac\{\\partial (.+)\}\{\\partial (.+)\}")
SLOPE = re.compile(r"\\sigma'\((.+)\)")


class Oracle:
    """The number behind any name of one state's formulas (indices below 10)."""

    def __init__(self, state: State) -> None:
        self.state = state
        self._moved: dict[str, dict[str, complex]] = {}

    def number(self, name: str) -> float:
        """The value of ``w_{00}``, ``\\sigma'(s_{0})``, ``\\frac{\\partial L}{\\partial y}``."""
        if partial := PARTIAL.fullmatch(name):
            return self._slope(*partial.groups())
        if slope := SLOPE.fullmatch(name):
            return self._slope(f"sigmoid of {slope[1]}", slope[1])
        return self.named[name].real

    @cached_property
    def named(self) -> dict[str, complex]:
        """Every name with its value."""
        return self._run("")

    def _slope(self, top: str, bottom: str) -> float:
        if bottom not in self._moved:
            assert bottom in self.named, bottom
            self._moved[bottom] = self._run(bottom)
        return self._moved[bottom][top].imag / STEP

    def _run(self, moved: str) -> dict[str, complex]:
        named: dict[str, complex] = {}

        def put(name: str, value: complex) -> complex:
            named[name] = value + (1j * STEP if name == moved else 0.0)
            return named[name]

        (h, w), (kh, kw) = self.state.geometry.image_shape, self.state.geometry.kernel_shape
        for p in range(h):
            for q in range(w):
                put(f"a_{{{p}{q}}}", self.state.image[p, q])
        for m in range(kh):
            for n in range(kw):
                put(f"w_{{{m}{n}}}", self.state.parameters.kernel[m, n])
        alpha: complex = 0.0
        k = 0
        for i in range(h - kh + 1):
            for j in range(w - kw + 1):
                products = [
                    named[f"w_{{{m}{n}}}"] * named[f"a_{{{i + m}{j + n}}}"]
                    for m in range(kh)
                    for n in range(kw)
                ]
                s = put(f"s_{{{k}}}", sum(products))
                named[f"sigmoid of s_{{{k}}}"] = 1 / (1 + cmath.exp(-s))
                o = put(f"o_{{{i}{j}}}", 1 / (1 + cmath.exp(-s)))
                dense = f"w_{{{'abcdefghijklmnop'[k]}}}"
                weighted = put(dense, self.state.parameters.dense[k]) * o
                named[rf"({dense} \cdot o_{{{i}{j}}})"] = weighted
                alpha += weighted
                k += 1
        alpha = put(r"\alpha", alpha)
        y_out = put("y_{out}", 1 / (1 + cmath.exp(-alpha)))
        yy = put("yy", self.state.label)
        named["L"] = -(yy * cmath.log(y_out) + (1 - yy) * cmath.log(1 - y_out))
        named.update({"P_{1}(x)": yy, "P_{0}(x)": 1 - yy, r"\ln 2": cmath.log(2)})
        named.update({"Q_{1}(x)": y_out, "Q_{0}(x)": 1 - y_out})
        return named
