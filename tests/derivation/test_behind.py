"""What stands behind the names of any derivation: each is worth what the name is worth."""

from __future__ import annotations

import pytest

from lib.derivation import Expression, State, derive, variables
from lib.derivation.behind import forms_behind, standing_for
from lib.derivation.expression import Partial, Stable, Symbol
from lib.derivation.marked import marked
from lib.derivation.rules import rules
from lib.derivation.variable import symbols
from lib.network import Architecture
from tests.network.random_architectures import ONE_OF_EACH, filled

GIVEN = ("image", "kernel", "kernel_bias", "dense", "dense_bias", "label", "given")


def nodes(expression: Expression) -> list[Expression]:
    return [expression, *(inner for child in expression.children() for inner in nodes(child))]


def state_of(net: Architecture) -> State:
    case = filled(net, 5)
    return State.of_network(net, case.parameters, case.image, case.target)


@pytest.mark.parametrize("net", ONE_OF_EACH, ids=lambda net: f"{net.head}-{net.activation}")
def test_every_name_of_a_line_is_given_or_has_its_formula(net: Architecture) -> None:
    state = state_of(net)
    given = {name: v for v, name in symbols(net).items() if v.group in GIVEN}
    for variable in variables(net)[:: max(1, net.value_count // 20)]:
        for unrolled in (False, True):
            derivation = derive(variable, state, unrolled)
            forms = forms_behind(derivation, state)
            for line in derivation.shown:
                for node in nodes(line.expression):
                    if not isinstance(node, Symbol | Partial):
                        continue
                    name = node.latex()
                    if name in given:
                        assert node.number == state.number(given[name])
                    else:
                        scale = max(derivation.scale, abs(node.number))
                        form = forms(name)
                        assert form, name
                        assert form.value == pytest.approx(
                            node.number, rel=1e-9, abs=1e-12 * scale
                        ), name


@pytest.mark.parametrize("net", ONE_OF_EACH, ids=lambda net: f"{net.head}-{net.activation}")
def test_what_is_written_out_is_worth_what_it_stands_for(net: Architecture) -> None:
    state, seen = state_of(net), 0
    for variable in variables(net)[:: max(1, net.value_count // 20)]:
        derivation = derive(variable, state)
        known, forms = standing_for(derivation, state), forms_behind(derivation, state)
        numbers: dict[str, float] = {}

        def place_of(name: str, number: float, numbers: dict[str, float] = numbers) -> int:
            numbers[name] = number
            return 0

        for line in derivation.shown:
            marked(line.expression, known, place_of)
        for name in known.values():
            form = forms(name)
            if name in numbers and form:
                assert form.value == pytest.approx(numbers[name], rel=1e-9, abs=1e-12)
                seen += 1
    assert seen or not any(
        isinstance(node, Stable)
        for variable in variables(net)
        for line in derive(variable, state).lines
        for node in nodes(line.expression)
    )


@pytest.mark.parametrize("net", ONE_OF_EACH, ids=lambda net: f"{net.head}-{net.activation}")
def test_every_line_of_any_network_has_its_rule(net: Architecture) -> None:
    state = state_of(net)
    for variable in variables(net):
        for unrolled in (False, True):
            derivation = derive(variable, state, unrolled)
            assert len(rules(derivation, state)) == len(derivation.shown), variable
