"""The walk-through: in order, complete, and each step's formula gives what the step computes."""

from collections import Counter

import pytest
from hypothesis import given, settings

from lib.derivation import State, Variable, variables
from lib.derivation.expression import Symbol
from lib.derivation.quantity import LABEL, LOSS, UPDATED_LOSS, Quantity, slope, updated, value
from lib.derivation.steps import Step, walk
from lib.network import forward
from tests.derivation.checks import check_substituted
from tests.derivation.reading import names
from tests.derivation.states import (
    OTHERS,
    SHAPES,
    Shape,
    condition,
    saturated_state,
    scale_of,
    seeded_state,
    states,
)

RATE = 0.5


def number_of(quantity: Quantity, state: State, after: State) -> float:
    """The number that lib.network has for the quantity."""
    held = after if quantity.kind == "updated" else state
    if quantity.variable is None:
        return held.label if quantity.label else float(held.gradients.loss)
    if quantity.kind == "slope":
        return state.gradient(quantity.variable)
    return held.number(quantity.variable)


def test_the_notes_network_in_64_operations() -> None:
    state = seeded_state(0)
    steps = walk(state, RATE).steps
    assert Counter(step.phase for step in steps) == {
        "forward": 10, "loss": 1, "backward": 39, "update": 14,
    }  # fmt: skip
    assert [step.computes.key for step in steps[:12]] == [
        "s-0", "s-1", "s-2", "s-3", "o-0", "o-1", "o-2", "o-3", "alpha", "y_out", "loss",
        "slope:y_out",
    ]  # fmt: skip
    groups = list(
        dict.fromkeys(s.computes.variable.group for s in steps[11:50] if s.computes.variable)
    )
    assert groups == ["y_out", "alpha", "dense", "o", "s", "kernel", "image"]
    assert steps[-1].computes == UPDATED_LOSS


@pytest.mark.parametrize("shape", SHAPES)
def test_everything_is_computed_once_and_only_from_what_is_known(shape: Shape) -> None:
    state = seeded_state(1, shape)
    walked = walk(state, RATE)
    for position, step in enumerate(walked.steps):
        known = walked.known(position)
        assert step.computes not in known
        assert set(step.reads) <= known
        assert walked.position_of(step.computes) == position
    every = variables(state.geometry)
    weights = [v for v in every if v.group in ("kernel", "dense")]
    assert walked.known(len(walked.steps)) == {
        *map(value, every), *map(slope, every), *map(updated, weights), LOSS, LABEL, UPDATED_LOSS,
    }  # fmt: skip
    assert walked.known(0) == {
        LABEL,
        *(value(v) for v in every if v.group in ("kernel", "dense", "image")),
    }


@settings(max_examples=30)
@given(states())
def test_every_step_s_formula_gives_the_network_s_number(state: State) -> None:
    walked = walk(state, RATE)
    for step in walked.steps:
        want = number_of(step.computes, state, walked.after)
        variable = step.computes.variable
        if step.phase == "backward" and variable:
            tolerance = 1e-12 * scale_of(variable, state) + 1e-290
        else:
            tolerance = 1e-12 * max(1.0, abs(want))
        assert step.left.value == want
        assert abs(step.expression.value - want) <= tolerance, step.computes.key


@settings(max_examples=20)
@given(states())
def test_every_name_in_a_formula_is_read_by_its_step(state: State) -> None:
    walked = walk(state, RATE)
    for step in walked.steps:
        if step.computes == UPDATED_LOSS:
            continue  # a whole forward pass in one step: its formula starts at the new y_out
        read = {q.leaf(state).latex(): number_of(q, state, walked.after) for q in step.reads}
        for name, number in names(step.expression).items():
            inner = name.removeprefix(r"\sigma'(").removesuffix(")")
            if name == r"\eta":
                assert number == RATE
            elif inner != name:
                assert read.pop(inner) is not None
            else:
                assert read.pop(name) == number
        assert not read, step.computes.key  # nothing is read that the formula does not have


@pytest.mark.parametrize("shape", [((4, 4), (3, 3)), OTHERS[3]])
def test_with_all_digits_in_every_step_reads_back(shape: Shape) -> None:
    state = seeded_state(2, shape, label=0.35)
    walked = walk(state, RATE)
    for step in walked.steps:
        tolerance = 1e-13 * max(condition(state), condition(walked.after))
        check_substituted(step.expression, step.expression.value, tolerance)


def test_the_update_shows_before_and_after() -> None:
    state = seeded_state(3)
    walked = walk(state, RATE)
    steps = {step.computes: step for step in walked.steps if step.phase == "update"}
    step: Step = steps[updated(Variable("kernel", (1, 1)))]
    assert step.left == Symbol("w_{11}", float(walked.after.parameters.kernel[1, 1]))
    moved = state.parameters.kernel[1, 1] - RATE * state.gradients.kernel[1, 1]
    assert step.expression.value == pytest.approx(moved, rel=1e-15)
    again = forward(walked.after.parameters, state.image)
    assert again.y_out == walked.after.values.y_out
    last = walked.steps[-1]
    assert last.left.value == walked.after.gradients.loss
    assert last.left.value < state.gradients.loss


@pytest.mark.parametrize("alpha", [-800.0, 40.0, 800.0])
@pytest.mark.parametrize("label", [0.0, 1.0])
def test_the_walk_stays_right_at_saturation(alpha: float, label: float) -> None:
    state = saturated_state(alpha, label)
    walked = walk(state, RATE)
    for step in walked.steps:
        want = number_of(step.computes, state, walked.after)
        assert step.expression.value == pytest.approx(want, rel=1e-12, abs=0), step.computes.key


def test_every_step_names_the_program_s_line() -> None:
    for step in walk(seeded_state(0), RATE).steps:
        assert step.source
        assert all(line.path.startswith("lib/") for line in step.source)


def test_every_key_is_its_own() -> None:
    walked = walk(seeded_state(0), RATE)
    known = walked.known(len(walked.steps))
    assert len({quantity.key for quantity in known}) == len(known)


def test_what_no_step_computes_is_refused() -> None:
    walked = walk(seeded_state(0), RATE)
    with pytest.raises(LookupError, match="image-0-0"):
        walked.position_of(value(Variable("image", (0, 0))))
