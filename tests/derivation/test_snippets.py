"""The programs to take away: run, they print the derivative that is shown."""

import importlib.util
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lib.derivation import State, Variable, variables
from lib.derivation.snippets import numpy_snippet, torch_snippet
from tests.derivation.states import (
    OTHERS,
    Shape,
    condition,
    saturated_state,
    scale_of,
    seeded_state,
)

Snippet = Callable[[Variable, State], str]

ONE_OF_EACH = [
    Variable("kernel", (1, 2)),
    Variable("dense", (2,)),
    Variable("image", (2, 1)),
    Variable("s", (3,)),
    Variable("o", (1,)),
    Variable("alpha"),
    Variable("y_out"),
]

needs_torch = pytest.mark.skipif(
    importlib.util.find_spec("torch") is None, reason="PyTorch is not installed here"
)


def run(programs: list[str], folder: Path) -> list[float]:
    """What the programs print, run on their own outside the project, one process for all."""
    script = folder / "snippet.py"
    parts = [f"exec({program!r}, {{}})" for program in programs]
    script.write_text("\n".join(parts), encoding="utf-8")
    output = subprocess.run(
        [sys.executable, "-I", "-W", "error", str(script)],
        capture_output=True, text=True, timeout=120, check=False, cwd=folder,
    )  # fmt: skip
    assert output.returncode == 0, output.stderr
    found = [float(line) for line in output.stdout.split()]
    assert len(found) == len(programs)
    return found


def check_prints(snippet: Snippet, state: State, chosen: list[Variable], folder: Path) -> None:
    found = run([snippet(variable, state) for variable in chosen], folder)
    for variable, got in zip(chosen, found, strict=True):
        want = state.gradient(variable)
        # the PyTorch program's y_out reads 1 − y_out, which loses digits; nothing else does
        magnified = condition(state) if variable.group == "y_out" else 1.0
        tolerance = 1e-14 * magnified * scale_of(variable, state)
        assert abs(got - want) <= tolerance, (variable, got, want)


def test_a_single_file_runs_as_it_is_copied(tmp_path: Path) -> None:
    state = seeded_state(6)
    script = tmp_path / "copied.py"
    script.write_text(numpy_snippet(Variable("image", (2, 1)), state), encoding="utf-8")
    output = subprocess.run(
        [sys.executable, "-I", str(script)],
        capture_output=True, text=True, timeout=60, check=True, cwd=tmp_path,
    )  # fmt: skip
    assert float(output.stdout) == pytest.approx(float(state.gradients.image[2, 1]), rel=1e-13)


@pytest.mark.parametrize("label", [1.0, 0.3])
def test_the_numpy_program_prints_every_derivative(label: float, tmp_path: Path) -> None:
    state = seeded_state(6, label=label)
    check_prints(numpy_snippet, state, list(variables(state.geometry)), tmp_path)


@pytest.mark.parametrize("shape", OTHERS)
def test_the_numpy_program_prints_every_derivative_of_any_shape(
    shape: Shape, tmp_path: Path
) -> None:
    state = seeded_state(7, shape)
    check_prints(numpy_snippet, state, list(variables(state.geometry)), tmp_path)


@pytest.mark.parametrize("alpha", [-800.0, -40.0, 40.0, 800.0])
@pytest.mark.parametrize("label", [0.0, 0.5, 1.0])
def test_the_numpy_program_keeps_its_digits_at_saturation(
    alpha: float, label: float, tmp_path: Path
) -> None:
    state = saturated_state(alpha, label)
    chosen = [Variable("alpha"), Variable("y_out"), Variable("dense", (0,))]
    found = run([numpy_snippet(variable, state) for variable in chosen], tmp_path)
    want = [state.gradient(variable) for variable in chosen]
    assert found == pytest.approx(want, rel=1e-14, abs=0)


@needs_torch
def test_the_torch_program_prints_every_derivative(tmp_path: Path) -> None:
    state = seeded_state(6, label=0.3)
    check_prints(torch_snippet, state, list(variables(state.geometry)), tmp_path)


@needs_torch
@pytest.mark.parametrize("alpha", [-40.0, 40.0])
def test_the_torch_program_keeps_its_digits_at_saturation(alpha: float, tmp_path: Path) -> None:
    state = saturated_state(alpha, 1.0)
    chosen = [Variable("alpha"), Variable("dense", (0,))]
    found = run([torch_snippet(variable, state) for variable in chosen], tmp_path)
    want = [state.gradient(variable) for variable in chosen]
    assert found == pytest.approx(want, rel=1e-14, abs=0)


@pytest.mark.parametrize("snippet", [numpy_snippet, torch_snippet])
@pytest.mark.parametrize("variable", ONE_OF_EACH)
def test_a_program_holds_every_number_with_all_its_digits(
    snippet: Snippet, variable: Variable
) -> None:
    state = seeded_state(8, label=1 / 3)
    text = snippet(variable, state)
    compile(text, "snippet", "exec")
    given = text[: text.index("label =")]
    held = [float(number) for number in re.findall(r"-?\d+\.\d+(?:e-?\d+)?", given)]
    assert held == [
        *state.image.ravel(),
        *state.parameters.kernel.ravel(),
        *state.parameters.dense,
    ]
    assert f"label = {state.label!r}" in text
    assert max(map(len, text.splitlines())) <= 110
