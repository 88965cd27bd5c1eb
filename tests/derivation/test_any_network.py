"""Every derivation of any network, held as the notes' are: by its numbers, names and its LaTeX."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from lib.derivation import Derivation, Expression, State, Variable, derive, variables
from lib.derivation.expression import MOST_TERMS, Negative, Product, Stable, Sum
from lib.network import NOTES, Architecture
from lib.network.layers.activation import tanh_slope
from lib.network.places import places
from tests.derivation.checks import forms
from tests.derivation.names import Names
from tests.derivation.reading import evaluate, names, substituted, symbolic
from tests.network.random_architectures import ONE_OF_EACH, Case, cases, filled


def state_of(case: Case) -> State:
    return State.of_network(case.net, case.parameters, case.image, case.target)


def condition(state: State) -> float:
    """How much the textbook forms magnify the rounding of an output: they divide by y·(1 − y)."""
    found = 10.0
    if state.architecture.has_output:
        y = np.ravel(state.values.y_out)
        found += float((1.0 / np.minimum(y, 1.0 - y)).max())
    if state.architecture.activation == "tanh":  # 1 − o²
        found += float((1.0 / tanh_slope(state.values.s)).max())
    return found


def elided(form: Expression) -> bool:
    return getattr(form, "elided", False) or any(elided(child) for child in form.children())


def check_values(derivation: Derivation, state: State) -> None:
    want = state.gradient(derivation.variable)
    for form in forms(derivation):
        assert abs(form.value - want) <= 1e-11 * derivation.scale + 1e-290, form.latex()


def check_names(form: Expression, oracle: Names) -> None:
    for name, number in names(form).items():
        want = oracle.number(name)
        assert abs(number - want) <= 1e-9 * max(abs(want), abs(number), 1e-3), (name, number, want)


def check_reading(form: Expression, derivation: Derivation, state: State) -> None:
    """The LaTeX with symbols and with all digits, read by SymPy, is the gradient."""
    want = state.gradient(derivation.variable)
    tolerance = 1e-13 * condition(state) * max(derivation.scale, abs(want)) + 1e-290
    text, order = symbolic(form)
    held = names(form)
    got = evaluate(text, [held[name] for name in order])
    assert abs(got - want) <= tolerance, (form.latex(), got, want)


def check_numbers_in(form: Expression, want: float, tolerance: float) -> None:
    text, literals = substituted(form, 17)
    got = evaluate(text, literals)
    assert abs(got - want) <= tolerance, (form.latex(17), got, want)


def check(case: Case, stride: int = 1) -> None:
    state = state_of(case)
    oracle = Names(state)
    for variable in variables(case.net)[::stride]:
        derivation = derive(variable, state)
        check_values(derivation, state)
        for form in (derivation.left, *forms(derivation)):
            check_names(form, oracle)
            if form is not derivation.left and not elided(form):
                check_reading(form, derivation, state)


# SymPy takes a second for a long line: what fails is not made smaller
@settings(max_examples=3, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(cases(largest=4))
def test_every_line_of_any_network(case: Case) -> None:
    check(case, stride=1 + case.net.value_count // 8)


@pytest.mark.parametrize("net", ONE_OF_EACH, ids=str)
def test_one_of_each_kind(net: Architecture) -> None:
    check(filled(net, 4), stride=1 + net.value_count // 3)


@pytest.mark.parametrize("net", ONE_OF_EACH[1:10], ids=str)
def test_with_all_digits_in_a_line_reads_back(net: Architecture) -> None:
    state = state_of(filled(net, 2))
    for group in ("kernel", "s", "alpha", "y_out"):
        if group in places(net):
            derivation = derive(places(net)[group].cells()[0], state)
            tolerance = 1e-12 * condition(state) * max(derivation.scale, 1e-3)
            for form in (derivation.lines[-1].expression, derivation.short):
                if not elided(form):
                    check_numbers_in(form, derivation.value, tolerance)


@settings(max_examples=40)
@given(cases(), st.data())
def test_every_value_of_any_network(case: Case, data: st.DataObject) -> None:
    state = state_of(case)
    for variable in data.draw(st.lists(st.sampled_from(variables(case.net)), max_size=10)):
        check_values(derive(variable, state), state)
        check_values(derive(variable, state, unrolled=True), state)


def test_a_state_of_the_notes_network_is_the_same_either_way() -> None:
    case = filled(NOTES, 0)
    state = state_of(case)
    assert state.geometry.window_count == 4
    for variable in variables(NOTES):
        assert derive(variable, state).left.value == state.gradient(variable)
    assert variables(NOTES) == variables(state.geometry)


def changed(form: Expression) -> Expression:
    """The formula with a sign of its first sum turned: a lie in print and in value."""
    match form:
        case Stable(inner, number):
            return Stable(changed(inner), number)
        case Sum(terms):
            return Sum((*terms[:-1], Negative(terms[-1])))
        case Product(factors):
            return Product((*factors[:-1], changed(factors[-1])))
    return Negative(form)


@pytest.mark.parametrize("net", ONE_OF_EACH[1:7], ids=str)
def test_a_lie_in_a_line_is_caught(net: Architecture) -> None:
    case = filled(net, 4)
    state = state_of(case)
    variable = Variable("kernel", places(net)["kernel"].cells()[0].index)
    honest = derive(variable, state)
    assert honest.value != 0.0
    for place, line in enumerate(honest.lines):
        lie = replace(line, expression=changed(line.expression))
        lying = replace(honest, lines=(*honest.lines[:place], lie, *honest.lines[place + 1 :]))
        with pytest.raises(AssertionError):
            check_reading(lying.lines[place].expression, lying, state)


def latex(variable: Variable, net: Architecture, seed: int = 0) -> list[str]:
    state = state_of(filled(net, seed))
    return [line.expression.latex() for line in derive(variable, state).lines]


def test_several_kernels_and_biases_in_the_notes_form() -> None:
    net = Architecture(kernels=2, kernel_bias=True, dense_bias=True, activation="relu")
    assert latex(Variable("kernel_bias", (1,)), net)[2] == (
        r"\frac{\partial L}{\partial y_{out}} \cdot \frac{\partial y_{out}}{\partial \alpha} \cdot "
        r"\Bigl( \frac{\partial (w_{e} \cdot o^{(1)}_{00})}{\partial s^{(1)}_{0}} \cdot "
        r"\frac{\partial s^{(1)}_{0}}{\partial b_{1}} + "
        r"\frac{\partial (w_{f} \cdot o^{(1)}_{01})}{\partial s^{(1)}_{1}} \cdot "
        r"\frac{\partial s^{(1)}_{1}}{\partial b_{1}} + "
        r"\frac{\partial (w_{g} \cdot o^{(1)}_{10})}{\partial s^{(1)}_{2}} \cdot "
        r"\frac{\partial s^{(1)}_{2}}{\partial b_{1}} + "
        r"\frac{\partial (w_{h} \cdot o^{(1)}_{11})}{\partial s^{(1)}_{3}} \cdot "
        r"\frac{\partial s^{(1)}_{3}}{\partial b_{1}} \Bigr)"
    )
    short = derive(Variable("kernel", (1, 0, 0)), state_of(filled(net, 0))).short
    assert short.latex().startswith(
        r"(y_{out} - yy) \cdot (w_{e} \cdot [s^{(1)}_{0} > 0] \cdot a_{00} + "
    )
    assert derive(Variable("dense_bias"), state_of(filled(net, 0))).short.latex() == (
        r"(y_{out} - yy) \cdot 1"
    )


def test_a_max_pool_keeps_the_winners_alone_and_an_average_all_with_their_share() -> None:
    net = Architecture(rows=6, columns=6, pool="max")
    state = state_of(filled(net, 1))
    largest = derive(Variable("kernel", (0, 0)), state)
    assert len(largest.terms) == 4
    for term, corner in zip(largest.terms, (0, 2, 8, 10), strict=True):
        members = [corner, corner + 1, corner + 4, corner + 5]
        assert term.window.k == max(members, key=lambda k: state.values.o[k])
    mean = derive(Variable("kernel", (0, 0)), state_of(filled(replace(net, pool="average"), 1)))
    assert len(mean.terms) == 16
    assert mean.short.latex().count(r"\frac{1}{4}") == 16
    losers = [k for k in range(16) if k not in {term.window.k for term in largest.terms}]
    loser = derive(Variable("o", (losers[0],)), state)
    assert loser.value == 0.0
    assert loser.short.latex() == r"(y_{out} - yy) \cdot w_{a} \cdot 0"


def test_softmax_goes_through_the_true_class() -> None:
    net = Architecture(outputs=3, head="softmax")
    case = replace(filled(net, 0), target=np.array([0.0, 1.0, 0.0]))
    derivation = derive(Variable("dense", (2, 0)), state_of(case))
    assert [line.expression.latex() for line in derivation.lines] == [
        r"\frac{\partial L}{\partial y_{1}} \cdot \frac{\partial y_{1}}{\partial w_{2a}}",
        r"\frac{\partial L}{\partial y_{1}} \cdot \frac{\partial y_{1}}{\partial \alpha_{2}} \cdot "
        r"\frac{\partial \alpha_{2}}{\partial w_{2a}}",
        r"\frac{\partial L}{\partial y_{1}} \cdot \frac{\partial y_{1}}{\partial \alpha_{2}} \cdot "
        r"\frac{\partial (w_{2a} \cdot o_{00})}{\partial w_{2a}}",
        r"\Bigl( -\frac{yy_{1}}{y_{1}} \Bigr) \cdot (-y_{1} \cdot y_{2}) \cdot o_{00}",
    ]
    assert derivation.short.latex() == r"(y_{2} - yy_{2}) \cdot o_{00}"
    pixel = derive(Variable("image", (0, 0)), state_of(case))
    assert pixel.short.latex() == (
        r"(y_{0} - yy_{0}) \cdot w_{0a} \cdot \sigma'(s_{0}) \cdot w_{00} + "
        r"(y_{1} - yy_{1}) \cdot w_{1a} \cdot \sigma'(s_{0}) \cdot w_{00} + "
        r"(y_{2} - yy_{2}) \cdot w_{2a} \cdot \sigma'(s_{0}) \cdot w_{00}"
    )


def test_the_squared_errors() -> None:
    squared = Architecture(head="squared")
    assert derive(Variable("dense", (0,)), state_of(filled(squared, 0))).short.latex() == (
        r"2 \cdot (\alpha - yy) \cdot o_{00}"
    )
    assert len(latex(Variable("kernel", (0, 0)), squared)) == 3
    lines = latex(Variable("dense", (0,)), Architecture(head="sigmoid_squared"))
    assert lines[3] == (
        r"2 \cdot (y_{out} - yy) \cdot \frac{e^{-\alpha}}{(1 + e^{-\alpha})^{2}} \cdot o_{00}"
    )


def test_a_given_gradient_has_no_lines_about_an_output() -> None:
    net = Architecture(head="given", activation="none", rows=3, columns=3, kernel_rows=2,
                       kernel_columns=2)  # fmt: skip
    named, written = latex(Variable("kernel", (0, 1)), net)
    assert named.startswith(
        r"\frac{\partial (g_{0} \cdot s_{0})}{\partial s_{0}} \cdot "
        r"\frac{\partial s_{0}}{\partial w_{01}} + "
    )
    assert written == (
        r"g_{0} \cdot a_{01} + g_{1} \cdot a_{02} + g_{2} \cdot a_{11} + g_{3} \cdot a_{12}"
    )


def test_a_signal_s_row_is_not_written() -> None:
    net = Architecture(rows=1, columns=5, kernel_rows=1, padding=1)
    state = state_of(filled(net, 0))
    assert state.name(Variable("kernel", (0, 2))) == "w_{2}"
    assert derive(Variable("image", (0, 0)), state).short.latex() == (
        r"(y_{out} - yy) \cdot (w_{a} \cdot \sigma'(s_{0}) \cdot w_{1} + "
        r"w_{b} \cdot \sigma'(s_{1}) \cdot w_{0})"
    )


def test_more_terms_than_a_line_should_have_fold_into_one_layer_back() -> None:
    net = Architecture(rows=6, columns=6, outputs=2)
    state = state_of(filled(net, 0))
    weight = Variable("kernel", (0, 0))
    folded, whole = derive(weight, state), derive(weight, state, unrolled=True)
    assert folded.folded
    assert not whole.folded
    assert len(folded.terms) == 16
    assert len(whole.terms) == 32
    assert folded.short.latex().startswith(
        r"\frac{\partial L}{\partial s_{0}} \cdot a_{00} + "
        r"\frac{\partial L}{\partial s_{1}} \cdot a_{01}"
    )
    assert folded.lines[:2] == whole.lines[:2]
    assert whole.lines[3].expression.latex().count("e^{-s_{") == 64
    for form in (line.expression for line in folded.lines):
        check_reading(form, folded, state)
    large = Architecture(rows=8, columns=8)
    state = state_of(filled(large, 0))
    folded = derive(weight, state)
    assert len(folded.terms) == 36 > MOST_TERMS
    assert folded.short.latex() == (
        r"\frac{\partial L}{\partial s_{0}} \cdot a_{00} + "
        r"\frac{\partial L}{\partial s_{1}} \cdot a_{01} + \cdots + "
        r"\frac{\partial L}{\partial s_{35}} \cdot a_{55}"
    )
    assert r"\cdots" not in derive(weight, state, unrolled=True).lines[3].expression.latex()


def test_what_reaches_nothing_has_the_derivative_zero() -> None:
    net = Architecture(rows=4, columns=4, kernel_rows=1, kernel_columns=1, stride=3)
    derivation = derive(Variable("image", (1, 1)), state_of(filled(net, 0)))
    assert derivation.value == 0.0
    assert derivation.short.latex() == r"(y_{out} - yy) \cdot 0"


@pytest.mark.parametrize("net", ONE_OF_EACH[1:], ids=str)
def test_no_label_where_the_equation_is_not_the_notes(net: Architecture) -> None:
    state = state_of(filled(net, 0))
    for place in places(net).values():
        if place.role != "target" and place.name != "y_out":
            assert {line.label for line in derive(place.cells()[0], state).lines} == {""}


@pytest.mark.parametrize("net", ONE_OF_EACH, ids=str)
def test_no_two_symbols_or_keys_are_the_same(net: Architecture) -> None:
    state = state_of(filled(net, 0))
    assert len(set(state.names.values())) == len(state.names)
    assert len({variable.key for variable in state.names}) == len(state.names)
    assert tuple(v for v in state.names if v.group not in ("label", "given")) == variables(net)


def test_a_state_tells_its_corners() -> None:
    net = Architecture(rows=6, columns=6, activation="relu", pool="max")
    case = filled(net, 0)
    assert state_of(case).corners == ()
    black = state_of(replace(case, image=np.zeros((1, 6, 6))))
    assert [corner.kind for corner in black.corners] == ["zero"] * 16 + ["tie"] * 4
    assert state_of(filled(NOTES, 0)).corners == ()


@pytest.mark.parametrize("net", ONE_OF_EACH, ids=str)
def test_numbers_come_with_all_axes_as_indexed_or_in_one_row(net: Architecture) -> None:
    case = filled(net, 0)
    known = places(net)
    flat = {name: array.ravel() for name, array in case.parameters.items()}
    indexed = {name: array.reshape(known[name].written) for name, array in case.parameters.items()}
    states = [
        state_of(case),
        State.of_network(net, flat, case.image.ravel(), case.target.ravel()),
        State.of_network(net, indexed, case.image.reshape(known["image"].written), case.target),
    ]
    for variable in variables(net):
        assert len({state.gradient(variable) for state in states}) == 1
    with pytest.raises(ValueError, match="image"):
        State.of_network(net, flat, case.image.ravel()[1:], case.target)
