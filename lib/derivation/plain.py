"""Symbols and short formulas as plain text, for where there is no LaTeX: a chart, a button."""

from __future__ import annotations

import re
from functools import lru_cache

from lib.derivation.number import MINUS
from lib.derivation.variable import Network, Variable, symbol_of

_PLAIN = (
    (r"\sigma'", "σ′"),
    (r"\tanh'", "tanh′"),
    (r"\alpha", "α"),
    (r"\le ", "≤ "),
    (r" \cdot ", "·"),
    ("-", MINUS),
)
_PARTIAL = re.compile(r"^\\frac\{\\partial (.+)\}\{\\partial (.+)\}$")
_FRACTION = re.compile(r"\\frac\{([0-9]+)\}\{([0-9]+)\}")
_LOWERED = str.maketrans("0123456789out", "₀₁₂₃₄₅₆₇₈₉ₒᵤₜ")
_RAISED = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")
_LETTER = re.compile("[a-z]")


@lru_cache(maxsize=8192)
def symbol_parts(variable: Variable, network: Network) -> tuple[str, str]:
    """The symbol as base and subscript: ``("w", "00")``, ``("α", "")``, ``("w⁽¹⁾", "00")``."""
    base, _, subscript = symbol_of(variable, network).partition("_")
    return plain(base), subscript.strip("{}")


@lru_cache(maxsize=8192)
def plain_symbol(variable: Variable, network: Network) -> str:
    """The symbol as text: w₀₀, a₂₁, w_a, yₒᵤₜ; with several kernels w⁽¹⁾₀₀."""
    return plain(symbol_of(variable, network))


def plain(latex: str) -> str:
    """A short formula as text: ``σ′(s₀)``, ``yₒᵤₜ − yy``, ``∂L/∂w₀₀``."""
    latex = _PARTIAL.sub(r"∂\1/∂\2", latex)
    latex = _FRACTION.sub(r"\1/\2", latex)
    for tex, text in _PLAIN:
        latex = latex.replace(tex, text)
    latex = re.sub(r"\^\{(\([0-9]+\))\}", lambda found: found[1].translate(_RAISED), latex)
    return re.sub(r"_\{([^}]*)\}", lambda found: lowered(found[1]), latex)


def lowered(subscript: str) -> str:
    """A subscript in small letters below the line: ``₀₀``, ``ₒᵤₜ``.

    Unicode has not all letters lowered, so dense weights keep their underscore: ``_a``, ``_0a``.
    """
    whole = subscript == "out" or not _LETTER.search(subscript)
    return subscript.translate(_LOWERED) if whole else f"_{subscript}"
