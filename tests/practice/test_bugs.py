"""A bug always changes something, is found in its line, and a nudge tells."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from lib.derivation import Variable
from lib.derivation.snippets import numpy_snippet
from lib.practice.bugs import bugs
from lib.practice.certified import exercises
from lib.practice.code_bugs import all_code_bugs, backward_lines, code_bugs
from lib.practice.item import Instance
from lib.practice.lines import line_keys
from lib.practice.mistakes import KINDS, Mistake
from tests.practice.states import notes
from tests.practice.test_diagnose import certified_items, on_notes


def test_every_bug_changes_the_value_and_a_nudge_notices() -> None:
    seen = set()
    for item in certified_items()[::15]:
        for bug in bugs(item):
            seen.add(bug.mistake.kind)
            assert bug.noticed
            assert bug.line in line_keys(item)
            assert r"\underline" in bug.marked.latex()
            assert bug.shown.latex() not in (bug.marked.latex(), bug.repaired.latex())
            assert bug.shown.value == pytest.approx(bug.wrong, rel=1e-9)
            assert bug.nudged == pytest.approx(item.right, rel=1e-6)
    assert len(seen) > 40


def test_what_changes_nothing_is_no_bug() -> None:
    found = {bug.mistake for bug in bugs(on_notes())}
    assert Mistake("no_inner_minus") not in found  # label 1: the other class is not there
    assert Mistake("no_sigmoid_slope") in found


@pytest.mark.parametrize(
    ("mistake", "line"),
    [
        (Mistake("no_label"), "output_slope"),
        (Mistake("log_base_2"), "output_slope"),
        (Mistake("output_slope_twice"), "alpha_slope"),
        (Mistake("no_sigmoid_slope"), "term-0"),
        (Mistake("wrong_pixel", 0), "term-0"),
        (Mistake("one_window", 2), "sum"),
        (Mistake("averaged"), "sum"),
        (Mistake("no_loss_slope"), "product"),
        (Mistake("sign"), "product"),
    ],
)
def test_the_line_that_is_wrong(mistake: Mistake, line: str) -> None:
    assert {bug.mistake: bug.line for bug in bugs(on_notes())}[mistake] == line


def test_the_program_with_each_bug_gives_what_the_formula_gives(tmp_path: Path) -> None:
    """Each spoilt program is run as a learner would run it."""
    instance = Instance.of_seed(exercises()[0].seed)
    program = numpy_snippet(Variable("alpha"), instance.state)
    start = program.partition("# backward\n")[0]
    groups = ("y_out", "alpha", "dense", "o", "s", "kernel", "image")
    saves = ", ".join(f"{group}=d_{group}" for group in groups)
    found = all_code_bugs()
    parts = [start]
    for number, bug in enumerate(found):
        parts += ["# backward", *bug.lines, f"np.savez(r'{tmp_path}/{number}.npz', {saves})"]
    path = tmp_path / "bugs.py"
    path.write_text("\n".join(parts), "utf-8")
    subprocess.run([sys.executable, str(path)], check=True, timeout=60)
    for number, bug in enumerate(found):
        with np.load(tmp_path / f"{number}.npz") as saved:
            wrong = bug.wrong_partials(instance)
            assert wrong, bug.mistake
            for variable in instance.variables:
                flat = variable.group in ("dense", "o", "s")
                got = saved[variable.group].ravel() if flat else saved[variable.group]
                expected = wrong.get(variable, instance.item(variable).right)
                assert float(got[variable.index]) == pytest.approx(expected, rel=1e-12), (
                    bug.mistake,
                    variable.key,
                )


def test_a_nudge_in_one_place_may_miss_what_another_shows() -> None:
    instance = Instance.of_state(notes())
    found = {bug.mistake: bug for bug in code_bugs(instance)}
    swapped = found[Mistake("dense_swapped")].noticed(instance)
    assert Variable("s", (1,)) in swapped
    assert Variable("s", (0,)) not in swapped
    assert Mistake("no_inner_minus") not in found
    assert Variable("y_out") not in found[Mistake("sign")].noticed(instance)


def test_the_bugs_are_in_the_lines_they_say() -> None:
    right = backward_lines()
    kinds = set()
    for bug in all_code_bugs():
        kinds.add(bug.mistake.kind)
        different = [n for n, line in enumerate(bug.lines) if line != right[n]]
        assert different == [bug.at]
        assert bug.repaired == right[bug.at]
    assert len(kinds) >= 25
    assert kinds <= set(KINDS)
