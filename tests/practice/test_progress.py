"""Ten characters hold what is known; hints cost nothing; the next question goes where it is due."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.derivation import Variable
from lib.practice.certified import exercises
from lib.practice.kind import SKILLS
from lib.practice.mistakes import KINDS, Mistake, mistakes_of
from lib.practice.next_item import next_item, skills_of
from lib.practice.progress import LENGTH, Attempt, Progress, counted
from lib.practice.verdict import Verdict

attempts = st.builds(
    Attempt,
    skill=st.sampled_from(SKILLS),
    seed=st.integers(0, 50),
    right=st.booleans(),
    aided=st.booleans(),
    mixed=st.booleans(),
)


def after(*made: Attempt) -> Progress:
    progress = Progress()
    for number, attempt in enumerate(made):
        progress = progress.after(attempt, made[:number])
    return progress


@given(st.lists(attempts, max_size=40))
def test_ten_characters_hold_every_progress(made: list[Attempt]) -> None:
    progress = after(*made)
    assert re.fullmatch("[0-9A-Za-z]{10}", progress.text)
    assert Progress.of_text(progress.text) == progress


@given(st.one_of(st.text(max_size=12), st.text("09AZaef-_", min_size=10, max_size=10)))
def test_another_text_is_refused_or_is_its_own_progress(text: str) -> None:
    if re.fullmatch("[0-9A-Za-e]{10}", text):
        assert Progress.of_text(text).text == text
    else:
        with pytest.raises(ValueError, match="wanted 10 characters from 0 to e"):
            Progress.of_text(text)


def test_links_stay_readable() -> None:
    assert LENGTH == len(SKILLS) == 10
    assert Progress().text == "0000000000"
    made = [Attempt("slope", seed, True, mixed=seed == 2) for seed in range(3)]
    assert after(*made, Attempt("sign", 9, False)).text == "00R0000100"
    assert Progress.of_text("00R000010e").level("slope") == "known"


def test_known_takes_three_of_three_one_of_them_mixed() -> None:
    made = [Attempt("slope", seed, True) for seed in range(3)]
    assert after(*made[:1]).level("slope") == "practised"
    assert after(*made).level("slope") == "practised"
    known = after(*made, Attempt("slope", 3, True, mixed=True))
    assert known.level("slope") == "known"
    assert known.after(Attempt("slope", 4, False)).level("slope") == "practised"
    assert known.level("dense") == "new"


def test_a_hint_costs_nothing_and_counts_as_practice() -> None:
    aided = Attempt("slope", 1, True, aided=True)
    assert after(aided).level("slope") == "practised"
    made = [Attempt("slope", seed, True, mixed=True) for seed in range(3)]
    assert after(*made).after(Attempt("slope", 8, False, aided=True)) == after(*made)
    assert after(aided, Attempt("slope", 2, True)).of("slope") == ("right",)


def test_the_same_instance_counts_once() -> None:
    first, again = Attempt("slope", 1, False), Attempt("slope", 1, True)
    assert after(first, again).of("slope") == ("wrong",)


def test_what_a_verdict_says_of_which_skill() -> None:
    assert counted(Verdict("right", 4), "slope") == (("slope", True), ("digits", True))
    assert counted(Verdict("rounded"), "slope") == (("slope", True), ("digits", False))
    named = Verdict("named", mistakes=(Mistake("sign"),))
    assert counted(named, "slope") == (("sign", False),)
    assert counted(Verdict("unknown"), "slope") == (("slope", False),)
    assert counted(Verdict("unreadable"), "slope") == ()
    assert counted(Verdict("ask", mistakes=(Mistake("sign"),)), "slope") == ()


def test_every_skill_has_mistakes_and_certified_questions() -> None:
    assert {kind.skill for kind in KINDS.values()} | {"digits"} == set(SKILLS)
    offered = {skill for e in exercises()[:50] for v in e.variables for skill in skills_of(v)}
    assert offered == set(SKILLS)


@given(st.lists(attempts, max_size=12), st.integers(-1, 6_000))
def test_the_next_question_fits_its_skill(made: list[Attempt], seed: int) -> None:
    suggestion = next_item(after(*made), seed=seed)
    assert suggestion == next_item(after(*made), seed=seed)
    assert suggestion.seed != seed
    exercise = next(e for e in exercises() if e.seed == suggestion.seed)
    assert suggestion.variable in exercise.variables
    if not suggestion.mixed:
        assert suggestion.skill in skills_of(suggestion.variable)


def test_the_last_named_mistake_comes_next_until_it_is_right() -> None:
    mistake = Mistake("flipped_kernel")
    wrong = after(Attempt("image_index", 1, False))
    suggestion = next_item(wrong, [Mistake("sign"), mistake], 5)
    assert suggestion.skill == "image_index"
    assert any(m.kind == "flipped_kernel" for m in mistakes_of(suggestion.variable))
    assert suggestion.seed > 5
    better = wrong.after(Attempt("image_index", suggestion.seed, True))
    assert next_item(better, [mistake], suggestion.seed).skill != "image_index"


def test_after_two_right_the_third_is_mixed() -> None:
    everything = Progress((("mixed", "right", "right"),) * 10)
    nearly = Progress((("right", "right"), *everything.records[1:]))
    suggestion = next_item(nearly)
    assert suggestion.skill == SKILLS[0]
    assert suggestion.mixed


@pytest.mark.parametrize("variable", [Variable("y_out"), Variable("kernel", (0, 1))])
def test_skills_of_a_partial(variable: Variable) -> None:
    assert {"label", "sign", "base", "digits"} <= skills_of(variable)
    assert ("windows" in skills_of(variable)) == (variable.group == "kernel")
