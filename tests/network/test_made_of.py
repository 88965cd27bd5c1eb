"""What each number is made of: evaluated cell by cell it is the forward pass."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from lib.network.architecture import NOTES, Architecture
from lib.network.cell_by_cell import evaluate, loss_along
from lib.network.corners import corners
from lib.network.made_of import LOSS, made_of
from lib.network.places import Variable, by_cell, places
from tests.network.random_architectures import ONE_OF_EACH, Case, cases, filled

STEP = 1e-60


def check(case: Case) -> None:
    found, want = evaluate(case.net, case.given()), case.numbers()
    assert found.keys() == want.keys()
    for cell, number in want.items():
        assert abs(found[cell] - number) <= 1e-12 * max(1.0, abs(number)), cell


def check_nudges(case: Case) -> None:
    """∂L/∂(every cell) by a complex step of the cells is the gradient of the layers."""
    numbers = case.numbers()
    gradients = {name: g for name, g in case.gradients.items() if name != "loss"}
    for cell, slope in by_cell(case.net, gradients).items():
        nudged = loss_along(case.net, numbers, cell)(np.array([1j * STEP]))[0].imag / STEP
        scale = max(1.0, np.abs(gradients[cell.group]).max())
        assert abs(nudged - slope) <= 1e-11 * scale, (cell, nudged, slope)


@settings(max_examples=40)
@given(cases())
def test_cell_by_cell_it_is_the_forward_pass(case: Case) -> None:
    check(case)


@settings(max_examples=15)
@given(cases(largest=5))
def test_a_nudge_of_any_cell_agrees(case: Case) -> None:
    check_nudges(case)


@pytest.mark.parametrize("net", ONE_OF_EACH[:-1], ids=str)
def test_one_of_each_kind(net: Architecture) -> None:
    case = filled(net, 1)
    check(case)
    check_nudges(case)


def test_the_notes_index_structure() -> None:
    made = made_of(NOTES)
    assert len(made) == 11
    read_in = [cell for cell, of in made.items() if Variable("kernel", (2, 1)) in of.reads]
    assert read_in == [Variable("s", (k,)) for k in range(4)]
    assert made[Variable("s", (1,))].reads[:4] == (
        Variable("kernel", (0, 0)), Variable("image", (0, 1)),
        Variable("kernel", (0, 1)), Variable("image", (0, 2)),
    )  # fmt: skip
    assert made[LOSS].reads == (Variable("y_out", ()),)


def test_an_index_whose_range_is_one_is_not_written() -> None:
    def first(net: Architecture, place: str) -> tuple[int, ...]:
        return places(net)[place].cells()[-1].index

    two = Architecture(kernels=2, channels=2, outputs=2)
    assert first(NOTES, "kernel") == (2, 2)
    assert first(two, "kernel") == (1, 1, 2, 2)
    assert first(Architecture(kernels=2), "kernel") == (1, 2, 2)
    assert first(Architecture(channels=2), "kernel") == (1, 2, 2)
    assert first(NOTES, "s") == (3,)
    assert first(two, "s") == (1, 3)
    assert first(NOTES, "alpha") == ()
    assert first(two, "alpha") == (1,)
    assert first(two, "dense") == (1, 7)


def test_corners_are_found() -> None:
    net = Architecture(rows=6, columns=6, activation="relu", pool="max")
    case = filled(net, 0)
    black = Case(net, case.parameters, np.zeros((1, 6, 6)), case.target)
    found = corners(net, black.values)
    assert [corner.kind for corner in found] == ["zero"] * 16 + ["tie"] * 4
    assert found[0].cell == Variable("s", (0,))
    tie = found[-1]
    assert tie.cell == Variable("pooled", (3,))
    assert tie.members == tuple(Variable("o", (k,)) for k in (10, 11, 14, 15))
    assert corners(NOTES, filled(NOTES, 0).values) == ()


def test_at_a_corner_the_two_sides_differ() -> None:
    net = Architecture(activation="relu")
    case = filled(net, 0)
    black = Case(net, case.parameters, np.zeros((1, 4, 4)), case.target)
    (first, *_) = corners(net, black.values)
    losses = loss_along(net, black.numbers(), first.cell)
    left, here, right = losses(np.array([-1e-6, 0.0, 1e-6]))
    assert left == here
    assert right != here
