"""The NumPy lines beside the formulas are those that run."""

import ast
import linecache
from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest

from lib.derivation import Variable, derive, variables
from lib.derivation.source import (
    RETURNED,
    ROOT,
    SourceLine,
    source_line,
    source_of_lines,
    source_of_slope,
    source_of_update,
    source_of_value,
)
from lib.derivation.variable import GROUPS, Group
from lib.network import Architecture, backward, forward, sigmoid
from lib.network.convolution import correlate, image_gradient, kernel_gradient
from tests.derivation.states import seeded_state

VALUES = ("s", "o", "alpha", "y_out", "loss")
EVERY_LINE = [
    *(line for name in VALUES for line in source_of_value(name)),
    *(line for group in GROUPS for line in source_of_slope(group)),
    *source_of_update(),
]


@pytest.mark.parametrize("found", EVERY_LINE, ids=lambda found: f"{found.function}-{found.line}")
def test_a_line_stands_in_the_file_where_it_says(found: SourceLine) -> None:
    first, *rest = found.text.splitlines()
    assert linecache.getline(str(ROOT / found.path), found.line).strip() == first
    assert not first.startswith((" ", "#"))
    if rest:
        last = linecache.getline(str(ROOT / found.path), found.line + len(rest))
        assert last.strip() == rest[-1].strip()
    (statement,) = ast.parse(found.text.replace("return ", "returned = ", 1)).body
    assert isinstance(statement, ast.Assign)


@pytest.mark.parametrize(
    ("group", "piece"),
    [
        ("y_out", "loss_slope_at_output(values.alpha, label)"),
        ("alpha", "loss_slope_at_alpha(values.alpha, label)"),
        ("dense", "* values.o"),
        ("o", "* dense"),
        ("s", "d_o * sigmoid_slope(values.s)"),
        ("kernel", "np.einsum("),
        ("image", "kernel[..., ::-1, ::-1]"),
    ],
)
def test_the_line_is_the_one_that_computes_the_derivative(group: Group, piece: str) -> None:
    assert any(piece in line.text for line in source_of_slope(group))


@pytest.mark.parametrize(
    ("function", "names", "target"),
    [
        (correlate, ("image", "kernel"), "s"),
        (kernel_gradient, ("image", "delta"), "gradient"),
    ],
)
def test_the_lines_of_a_convolution_run_and_give_its_result(
    function: Callable[..., object], names: tuple[str, str], target: str
) -> None:
    rng = np.random.default_rng(0)
    arrays = (rng.normal(size=(4, 4)), rng.normal(size=(3, 3)))
    scope: dict[str, object] = {
        "np": np,
        "sliding_window_view": np.lib.stride_tricks.sliding_window_view,
        **dict(zip(names, arrays, strict=True)),
    }
    for name in ("windows", target):
        exec(source_line(function, name).text, scope)
    assert np.array_equal(scope[target], function(*arrays))


def test_a_derivation_has_program_lines_beside_each_of_its_lines() -> None:
    state = seeded_state(0)
    for variable in variables(state.geometry):
        beside = source_of_lines(variable)
        assert len(beside) == len(derive(variable, state).shown)
        assert all(beside)
        for shorter, longer in pairwise(beside):
            assert set(shorter) <= set(longer)  # the program opens as the formula does
        assert set(source_of_slope(variable.group)) <= set(beside[-1])


def test_the_written_out_line_of_a_weight_has_the_whole_way_back() -> None:
    functions = [line.function for line in source_of_lines(Variable("kernel", (0, 0)))[-1]]
    assert functions == [
        "backward", "loss_slope_at_alpha",
        "backward",
        "backward", "sigmoid_slope",
        "kernel_gradient", "kernel_gradient",
    ]  # fmt: skip
    assert image_gradient.__name__ not in functions


def test_what_no_line_computes_is_refused() -> None:
    with pytest.raises(LookupError, match="d_bias"):
        source_line(backward, "d_bias")
    with pytest.raises(LookupError, match="image"):
        source_of_value("image")
    assert source_line(sigmoid, RETURNED).text.startswith("return ")


def test_the_line_that_computes_comes_before_one_that_reshapes() -> None:
    assert source_line(forward, "s").text == "s = correlate(image, kernel)"


def test_any_network_shows_the_lines_of_its_own_layers() -> None:
    def texts(group: Group, **kinds: object) -> str:
        net = Architecture(rows=6, columns=6, **kinds)
        return " ".join(line.text for line in source_of_slope(group, net))

    assert "argmax" in texts("o", pool="max")
    assert "1.0 / cells" in texts("o", pool="average")
    assert texts("o", head="given") == "return given"
    (line,) = source_of_value("loss", Architecture(head="given"))
    assert line.text.startswith("return (given * last).sum")
