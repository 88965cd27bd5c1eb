"""Every mistake is an edit of the right formula; the wrong numbers that learners bring come out."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings

from lib.derivation import State, Variable, derive, variables
from lib.derivation.expression import Expression
from lib.network import NOTES
from lib.practice.examples import Examples
from lib.practice.instance import examples_of_seeds
from lib.practice.mistakes import KINDS, Mistake, mistakes_of, spoilt, spoilt_formula
from lib.practice.tree import Gap, Marked, Place, places, unmarked
from lib.practice.work import Working
from lib.text import LANGUAGES
from lib.text.practice import MISTAKES
from tests.derivation.states import states
from tests.practice.states import notes

PROMISED = (
    "sign no_label no_output_slope output_slope_twice log_base_2 log_base_10 no_sigmoid_slope "
    "sigmoid_for_slope slope_at_o s_for_o output_slope_for_slope no_dense_weight dense_swapped "
    "one_window window_left_out averaged wrong_pixel transposed_image flipped_kernel "
    "reversed_kernel_gradient no_pixel no_kernel_weight"
)
OF_OTHERS = (
    "no_label_at_alpha no_factor_2 slope_after_softmax slope_one cell_for_slope no_square "
    "sigmoid_slope_for_another cell_spread tanh_slope_at_o no_leak activation_left_out no_map_cell "
    "next_map_cell no_given no_share max_to_all max_shared max_first one_kernel one_output "
    "kernel_bias_forgotten dense_bias_forgotten stride_ignored padding_ignored next_channel"
)
"""The kinds that mean nothing in the notes' network."""
BROUGHT = {
    Mistake("no_sigmoid_slope"): 0.0983432,
    Mistake("output_slope_twice"): 0.00259693,
    Mistake("one_window", 0): -0.0349148,
    Mistake("averaged"): 0.00274103,
    Mistake("reversed_kernel_gradient"): 0.0547928,
    Mistake("s_for_o"): -0.264472,
    Mistake("slope_at_o"): 0.0217145,
    Mistake("no_dense_weight"): -0.230413,
    Mistake("log_base_2"): 0.0158179,
}
"""Wrong values of ∂L/∂w_00 on the notes' preset that were brought by learners."""


@pytest.mark.parametrize(("mistake", "value"), BROUGHT.items())
def test_what_learners_bring_comes_out(mistake: Mistake, value: float) -> None:
    work = Working(Variable("kernel", (0, 0)), Examples.of_state(notes()))
    found = {s.mistake: float(s.values(work.examples)) for s in spoilt(work)}
    assert found[mistake] == pytest.approx(value, rel=4e-6)


def test_ids_words_and_numbers_of_kinds() -> None:
    assert set(PROMISED.split()) <= set(KINDS)
    assert len(KINDS) >= 30
    assert set(KINDS) == set(MISTAKES)
    of_each = {variable: mistakes_of(variable) for variable in variables(NOTES)}
    kinds = {mistake.kind for found in of_each.values() for mistake in found}
    assert kinds == set(KINDS) - set(OF_OTHERS.split())
    assert all(len(found) >= 8 for found in of_each.values())


@settings(max_examples=25)
@given(states())
def test_the_right_formula_is_the_derivation_s(state: State) -> None:
    examples = Examples.of_state(state)
    for variable in variables(state.geometry):
        derivation, work = derive(variable, state), Working(variable, examples)
        value = work.tree.value
        # below the normal numbers float64 has fewer digits
        room = 1e-12 * derivation.scale + 1e-290
        assert value == pytest.approx(derivation.value, rel=1e-12, abs=room)
        if variable.group not in ("y_out", "alpha"):
            written = work.tree.latex().partition(r"\sigma'(\alpha) \cdot ")[2]
            short = derivation.short.latex().partition(r"(y_{out} - yy) \cdot ")[2]
            assert written == short


@settings(max_examples=10)
@given(states())
def test_marked_and_unmarked_formulas_agree(state: State) -> None:
    examples = Examples.of_state(state)
    for variable in variables(state.geometry)[::3]:
        for formula in spoilt(Working(variable, examples)):
            bare = unmarked(formula.tree)
            assert r"\underline" in formula.tree.latex()
            assert r"\underline" not in bare.latex()
            assert not any(isinstance(node, Place | Marked | Gap) for node in walked(bare))
            with np.errstate(all="ignore"):
                of_bare = bare.evaluate(textbook=False)
            np.testing.assert_allclose(
                formula.values(examples), of_bare, rtol=1e-9, atol=1e-12, equal_nan=True
            )


def test_a_batch_says_what_each_example_says() -> None:
    examples = examples_of_seeds(range(6))
    for variable in variables(examples.architecture):
        together = {s.mistake: s.values(examples) for s in spoilt(Working(variable, examples))}
        for index in range(len(examples)):
            one = Examples.of_state(examples.state(index))
            for formula in spoilt(Working(variable, one)):
                alone = float(formula.values(one))
                assert together[formula.mistake][index] == pytest.approx(alone, rel=1e-12)


def test_places_keep_their_roles_under_an_edit() -> None:
    work = Working(Variable("image", (2, 1)), Examples.of_state(notes()))
    lines = ("whole", "output_slope", "alpha_slope", "sum", "term")
    right = {(p.role, p.window) for p in work.places if p.role in lines}
    assert len(right) == 8
    for formula in spoilt(work):
        assert {(p.role, p.window) for p in places(formula.tree)} >= right


def test_one_formula_for_the_page() -> None:
    variable = Variable("kernel", (0, 0))
    tree = spoilt_formula(Mistake("no_sigmoid_slope"), variable, notes())
    assert tree is not None
    assert tree.latex().count(r"\underline{\phantom{\sigma'(s_{") == 4
    assert float(tree.value) == pytest.approx(0.0983432, rel=4e-6)
    assert r"\phantom{0.236}" in tree.latex(3) or r"\phantom{0.237}" in tree.latex(3)
    assert spoilt_formula(Mistake("flipped_kernel"), variable, notes()) is None


def test_every_kind_has_words_in_both_languages() -> None:
    for kind in KINDS:
        for language in LANGUAGES:
            assert "{window}" not in Mistake(kind, 2).words(language)


def walked(node: Expression) -> Iterator[Expression]:
    yield node
    for child in node.children():
        yield from walked(child)
