"""The walk-through, the factors, the nudges, the document and the code of any network."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings

from lib.derivation import State, Variable, derive, variables
from lib.derivation.document import latex_document
from lib.derivation.expression import Expression, Iverson
from lib.derivation.factors import factors
from lib.derivation.lessons import value_form
from lib.derivation.nudge import nudge
from lib.derivation.quantity import UPDATED_LOSS, Quantity
from lib.derivation.snippets import numpy_snippet, torch_snippet
from lib.derivation.source import source_of_way
from lib.derivation.steps import walk
from lib.network import Architecture
from lib.network.places import places
from tests.derivation.reading import evaluate, names, symbolic
from tests.derivation.test_any_network import condition, elided, state_of
from tests.derivation.test_document import check_well_formed
from tests.derivation.test_snippets import needs_torch, run
from tests.network.random_architectures import ONE_OF_EACH, Case, cases, filled

RATE = 0.01


def number_of(quantity: Quantity, state: State, after: State) -> float:
    held = after if quantity.kind == "updated" else state
    if quantity.variable is None:
        return float(held.label) if quantity.label else held.loss
    if quantity.kind == "slope":
        return state.gradient(quantity.variable)
    return held.number(quantity.variable)


def inner_name(name: str) -> str:
    """What a name is a function of: s_{0} of tanh'(s_{0})."""
    return name.split("'(", 1)[-1].removesuffix(")") if "'(" in name else name


def check_walk(case: Case, read_back: bool = False) -> None:
    state = state_of(case)
    walked = walk(state, RATE)
    for position, step in enumerate(walked.steps):
        known = walked.known(position)
        assert step.computes not in known
        assert set(step.reads) <= known, step.computes.key
        want = number_of(step.computes, state, walked.after)
        assert step.left.value == want
        got = step.expression.value
        assert abs(got - want) <= 1e-9 * max(abs(want), 1.0), (step.computes.key, got, want)
        if step.computes != UPDATED_LOSS:
            read = {quantity.leaf(state).latex() for quantity in step.reads}
            used = {inner_name(name) for name in names(step.expression)} - {r"\eta"}
            assert used == read, step.computes.key
        if read_back and position % 3 == 0 and not elided(step.expression):
            check_reading(step.expression, condition(state))
    every = variables(case.net)
    computed = {step.computes.key for step in walked.steps}
    assert {f"slope:{variable.key}" for variable in every} <= computed
    keys = [quantity.key for quantity in walked.known(len(walked.steps))]
    assert len(set(keys)) == len(keys)


def check_reading(form: Expression, magnified: float) -> None:
    text, order = symbolic(form)
    held = names(form)
    got = evaluate(text, [held[name] for name in order])
    assert abs(got - form.value) <= 1e-12 * magnified * max(1.0, abs(form.value)), form.latex()


@settings(max_examples=15)
@given(cases(largest=6))
def test_every_step_of_any_network(case: Case) -> None:
    check_walk(case)


@pytest.mark.parametrize("net", ONE_OF_EACH[:-1], ids=str)
def test_one_of_each_kind(net: Architecture) -> None:
    check_walk(filled(net, 6), read_back=net.value_count < 80)


def test_the_order_of_the_steps() -> None:
    net = Architecture(rows=6, columns=6, pool="max", kernel_bias=True, dense_bias=True, outputs=2,
                       head="softmax")  # fmt: skip
    steps = walk(state_of(filled(net, 0)), RATE).steps
    groups = [step.computes.variable.group for step in steps if step.computes.variable]
    assert list(dict.fromkeys(groups)) == [
        "s", "o", "pooled", "alpha", "y_out", "dense", "dense_bias", "kernel", "kernel_bias",
        "image",
    ]  # fmt: skip
    backward = [s.computes.variable for s in steps if s.phase == "backward"]
    assert list(dict.fromkeys(variable.group for variable in backward if variable)) == [
        "y_out", "alpha", "dense", "dense_bias", "pooled", "o", "s", "kernel", "kernel_bias",
        "image",
    ]  # fmt: skip


@settings(max_examples=15)
@given(cases(largest=5))
def test_the_factors_multiply_to_the_gradient(case: Case) -> None:
    state = state_of(case)
    for variable in variables(case.net):
        derivation = derive(variable, state)
        found = factors(derivation, state)
        total = sum(term.contribution for term in found.terms)
        if not found.terms and variable.group in ("alpha", "dense_bias", "y_out"):
            total = float(np.prod([f.value for f in (*found.shared, *found.long_path[:1])][:1]))
        assert abs(total - state.gradient(variable)) <= 1e-11 * derivation.scale + 1e-290
        for term in found.terms:
            product = np.prod([f.value for f in (*found.shared, *term.factors)])
            assert abs(product - term.contribution) <= 1e-11 * derivation.scale + 1e-290


def test_a_dead_relu_and_a_cell_that_is_not_taken_are_named() -> None:
    net = Architecture(rows=6, columns=6, activation="relu", pool="max")
    state = state_of(filled(net, 1))
    dead = next(s for s in places(net)["s"].cells() if state.number(s) < 0.0)
    reasons = {f.reason for f in factors(derive(dead, state), state).all()}
    assert "dead" in reasons
    losers = [o for o in places(net)["o"].cells() if state.gradient(o) == 0.0]
    assert "not_taken" in {f.reason for f in factors(derive(losers[0], state), state).all()}


@pytest.mark.parametrize("net", ONE_OF_EACH, ids=str)
def test_a_nudge_of_one_of_each_place_agrees(net: Architecture) -> None:
    state = state_of(filled(net, 2))
    for place in places(net).values():
        if place.role == "target":
            continue
        for variable in place.cells()[:3]:
            found = nudge(variable, state)
            scale = max(1.0, abs(found.analytic))
            assert abs(found.complex_step - found.analytic) <= 1e-10 * scale, variable
            assert abs(found.central - found.analytic) <= 1e-5 * scale, variable
            assert found.here == pytest.approx(state.loss, rel=1e-12)


@pytest.mark.parametrize("net", ONE_OF_EACH, ids=str)
def test_the_document_is_well_formed(net: Architecture) -> None:
    state = state_of(filled(net, 3))
    some = [place.cells()[-1] for place in places(net).values() if place.role != "target"]
    source = latex_document([derive(variable, state) for variable in some], state, 3)
    check_well_formed(source)
    for variable, name in state.names.items():
        assert f"{name} = " in source, variable


def test_the_forms_of_the_values() -> None:
    net = Architecture(rows=6, columns=6, pool="max", activation="relu", outputs=2, head="softmax")
    state = state_of(filled(net, 0))
    assert value_form(Variable("o", (3,)), state).latex() == r"\max(0, s_{3})"
    pooled = value_form(Variable("pooled", (1,)), state)
    assert pooled.latex() == r"\max(o_{02}, o_{03}, o_{12}, o_{13})"
    assert value_form(Variable("y_out", (1,)), state).latex() == (
        r"\frac{e^{\alpha_{1}}}{e^{\alpha_{0}} + e^{\alpha_{1}}}"
    )
    mean = Architecture(rows=6, columns=6, pool="average", activation="tanh", kernel_bias=True)
    state = state_of(filled(mean, 0))
    assert value_form(Variable("pooled", (0,)), state).latex() == (
        r"\frac{o_{00} + o_{01} + o_{10} + o_{11}}{4}"
    )
    assert value_form(Variable("o", (0,)), state).latex() == (
        r"\frac{e^{s_{0}} - e^{-s_{0}}}{e^{s_{0}} + e^{-s_{0}}}"
    )
    assert value_form(Variable("s", (0,)), state).latex().endswith(r"w_{22} \cdot a_{22} + b")
    assert Iverson(state.symbol(Variable("s", (0,)))).latex() == "[s_{0} > 0]"


@pytest.mark.parametrize("net", ONE_OF_EACH, ids=str)
def test_the_program_s_lines_stand_beside(net: Architecture) -> None:
    for place in places(net).values():
        if place.role == "target":
            continue
        beside = source_of_way(place.cells()[0], net)
        assert beside
        assert all(line.path.startswith("lib/network/") for line in beside)


def test_the_way_back_through_the_layers() -> None:
    net = Architecture(rows=6, columns=6, pool="max", activation="relu", kernel_bias=True)
    functions = [line.function for line in source_of_way(Variable("kernel", (0, 0)), net)]
    assert functions == [
        "by_output", "by_alpha", "cell_gradient", "share_of_largest", "backward", "backward",
        "relu_slope", "kernel_gradient",
    ]  # fmt: skip
    functions = [line.function for line in source_of_way(Variable("dense", (0,)), net)]
    assert functions == ["by_output", "by_alpha", "weight_gradient"]


def check_programs(programs: list[str], wanted: list[float], folder: Path) -> None:
    for got, want in zip(run(programs, folder), wanted, strict=True):
        assert abs(got - want) <= 1e-10 * max(1.0, abs(want))


@pytest.mark.parametrize("seed", [0, 1])
def test_the_numpy_program_prints_the_derivative(seed: int, tmp_path: Path) -> None:
    programs, wanted = programs_of_each(numpy_snippet, seed)
    check_programs(programs, wanted, tmp_path)


@needs_torch
def test_the_pytorch_program_prints_the_derivative(tmp_path: Path) -> None:
    programs, wanted = programs_of_each(torch_snippet, 0)
    check_programs(programs, wanted, tmp_path)


def programs_of_each(snippet: object, seed: int) -> tuple[list[str], list[float]]:
    programs, wanted = [], []
    for net in ONE_OF_EACH:
        state = state_of(filled(net, seed))
        for place in places(net).values():
            if place.role != "target":
                variable = place.cells()[-1]
                programs.append(snippet(variable, state))  # type: ignore[operator]
                wanted.append(state.gradient(variable))
    return programs, wanted


def test_the_pytorch_programs_are_python(tmp_path: Path) -> None:
    programs, _ = programs_of_each(torch_snippet, 0)
    for program in programs:
        compile(program, "program", "exec")
    script = tmp_path / "names.py"
    script.write_text(programs[0], encoding="utf-8")
    checked = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--isolated", "--select", "F", str(script)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout
