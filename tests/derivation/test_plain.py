"""Symbols as plain text: the notes' own, and those of any network."""

from __future__ import annotations

import pytest

from lib.derivation import Variable, plain_symbol, variables
from lib.derivation.plain import plain, symbol_parts
from lib.network import GEOMETRY, NOTES, Architecture

SEVERAL = Architecture(channels=2, kernels=3, outputs=4, pool="max")


@pytest.mark.parametrize(
    ("variable", "text", "parts"),
    [
        (Variable("kernel", (0, 2)), "w₀₂", ("w", "02")),
        (Variable("image", (2, 1)), "a₂₁", ("a", "21")),
        (Variable("dense", (3,)), "w_d", ("w", "d")),
        (Variable("o", (1,)), "o₀₁", ("o", "01")),
        (Variable("s", (3,)), "s₃", ("s", "3")),
        (Variable("alpha"), "α", ("α", "")),
        (Variable("y_out"), "yₒᵤₜ", ("y", "out")),
    ],
)
def test_the_notes_symbols(variable: Variable, text: str, parts: tuple[str, str]) -> None:
    assert plain_symbol(variable, GEOMETRY) == plain_symbol(variable, NOTES) == text
    assert symbol_parts(variable, GEOMETRY) == parts


def test_every_variable_of_any_network_has_its_own_text_without_latex() -> None:
    for network in (GEOMETRY, NOTES, SEVERAL):
        texts = {plain_symbol(v, network) for v in variables(network)}
        assert len(texts) == len(variables(network))
        assert not any(set("\\{}^$") & set(text) for text in texts)


def test_a_short_formula() -> None:
    assert plain(r"y_{out} - yy") == "yₒᵤₜ − yy"
    assert plain("w_{0e}") == "w_0e"
    assert plain(r"\sigma'(s_{0}) \cdot w_{00}") == "σ′(s₀)·w₀₀"
