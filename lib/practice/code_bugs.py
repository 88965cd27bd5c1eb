"""Find the bug in code: the NumPy lines of the backward pass with one of them wrong.

The lines are those that a learner takes away from the page. What a wrong line does to each partial
is the same mistake in the formula: a test runs every spoilt program and compares all of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from lib.derivation import Variable
from lib.derivation.snippets import NUMPY
from lib.derivation.variable import Group
from lib.network import central_difference
from lib.practice.bugs import NOTICED
from lib.practice.item import Instance
from lib.practice.mistakes import Mistake

_FROM_S: tuple[Group, ...] = ("s", "kernel", "image")
_FROM_O: tuple[Group, ...] = ("o", *_FROM_S)
_FROM_ALPHA: tuple[Group, ...] = ("alpha", "dense", *_FROM_O)

_REACHES: dict[str, tuple[Group, ...]] = {
    "d_y_out": ("y_out",),
    "d_alpha": _FROM_ALPHA,
    "d_dense": ("dense",),
    "d_o": _FROM_O,
    "d_s": _FROM_S,
    "d_kernel": ("kernel",),
    "d_image": ("image",),
}
"""Which partials a line's result flows into."""

_ALPHA = "(1.0 - label) * sigmoid(alpha) - label * sigmoid(-alpha)"

_WRONG: dict[str, dict[Mistake, str]] = {
    "d_y_out =": {
        Mistake("first_class_only"): "-odds(label, -alpha)",
        Mistake("second_class_only"): "odds(1.0 - label, alpha)",
        Mistake("no_inner_minus"): "-odds(1.0 - label, alpha) - odds(label, -alpha)",
    },
    "d_alpha =": {
        Mistake("sign"): "label * sigmoid(-alpha) - (1.0 - label) * sigmoid(alpha)",
        Mistake("no_label"): "sigmoid(alpha)",
        Mistake("no_output_slope"): "d_y_out",
        Mistake("output_slope_twice"): f"({_ALPHA}) * y_out * (1.0 - y_out)",
        Mistake("log_base_2"): f"({_ALPHA}) / np.log(2.0)",
        Mistake("log_base_10"): f"({_ALPHA}) / np.log(10.0)",
        Mistake("alpha_for_output"): "alpha - label",
    },
    "d_dense =": {
        Mistake("s_for_cell"): "d_alpha * s",
        Mistake("no_cell"): "d_alpha * np.ones_like(o)",
        Mistake("cell_times_weight"): "d_alpha * dense * o",
    },
    "d_o =": {
        Mistake("no_dense_weight"): "d_alpha * np.ones_like(dense)",
        Mistake("dense_swapped"): "d_alpha * dense.T",
        Mistake("next_dense_weight"): "d_alpha * np.roll(dense, -1)",
    },
    "d_s =": {
        Mistake("no_sigmoid_slope"): "d_o",
        Mistake("sigmoid_for_slope"): "d_o * sigmoid(s)",
        Mistake("complement_for_slope"): "d_o * sigmoid(-s)",
        Mistake("s_for_o"): "d_o * s * (1.0 - s)",
        Mistake("slope_at_o"): "d_o * sigmoid(o) * sigmoid(-o)",
        Mistake("output_slope_for_slope"): "d_o * sigmoid(alpha) * sigmoid(-alpha)",
        Mistake("slope_twice"): "d_o * (sigmoid(s) * sigmoid(-s)) ** 2",
        Mistake("plus_in_slope"): "d_o * o * (1.0 + o)",
    },
    "d_kernel +=": {
        Mistake("no_pixel"): "d_s[i, j]",
        Mistake("averaged"): "d_s[i, j] * windows[i, j] / s.size",
        Mistake("reversed_kernel_gradient"): "d_s[i, j] * windows[i, j, ::-1, ::-1]",
        Mistake("transposed_index"): "d_s[i, j] * windows[i, j].T",
        Mistake("reversed_map"): "d_s[-1 - i, -1 - j] * windows[i, j]",
    },
    "d_image[i : i + rows, j : j + columns] +=": {
        Mistake("no_kernel_weight"): "d_s[i, j]",
        Mistake("flipped_kernel"): "d_s[i, j] * kernel[::-1, ::-1]",
        Mistake("transposed_kernel"): "d_s[i, j] * kernel.T",
    },
}
"""By the left side of the line: what stands on its right side when the mistake is made."""


@dataclass(frozen=True, slots=True)
class CodeBug:
    """The backward pass with one wrong line."""

    mistake: Mistake
    lines: tuple[str, ...]
    """The program's lines, the wrong one among them."""
    at: int
    """Which of them is wrong."""
    repaired: str
    """How that line should read."""
    reaches: tuple[Group, ...]
    """The groups of partials that come out of it."""

    def wrong_partials(self, instance: Instance) -> dict[Variable, float]:
        """Each partial that the bug changes on these numbers, with the value it gets."""
        items = [instance.item(v) for v in instance.variables if v.group in self.reaches]
        return {
            item.variable: item.wrong[self.mistake] for item in items if self.mistake in item.wrong
        }

    def noticed(self, instance: Instance) -> tuple[Variable, ...]:
        """The partials whose nudge, a central difference, shows that something is wrong."""
        state = instance.state
        nudged = central_difference(state.parameters, state.image, state.label)
        found = []
        for variable, wrong in self.wrong_partials(instance).items():
            right = float(getattr(nudged, variable.group)[variable.index])
            if abs(wrong - right) > NOTICED * max(abs(wrong), abs(right)):
                found.append(variable)
        return tuple(found)


def backward_lines() -> tuple[str, ...]:
    """The lines of the backward pass, as in the program that a learner takes away."""
    text = NUMPY.partition("# backward\n")[2].partition("\n\n# dL/d")[0]
    return tuple(line.partition("  #")[0] for line in text.splitlines())


def code_bugs(instance: Instance) -> tuple[CodeBug, ...]:
    """Every bug of the code that a nudge can notice on these numbers."""
    return tuple(bug for bug in all_code_bugs() if bug.noticed(instance))


def all_code_bugs() -> tuple[CodeBug, ...]:
    """Every bug, whatever the numbers.

    Raises:
        LookupError: the program has no line with that left side any more.
    """
    lines, found = backward_lines(), []
    for left, mistakes in _WRONG.items():
        at = next((n for n, line in enumerate(lines) if line.strip().startswith(left)), None)
        if at is None:
            raise LookupError(f"the backward pass has no line {left}")
        indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
        for mistake, right_side in mistakes.items():
            spoilt = (*lines[:at], f"{indent}{left} {right_side}", *lines[at + 1 :])
            reaches = _REACHES[left.partition("[")[0].partition(" ")[0]]
            found.append(CodeBug(mistake, spoilt, at, lines[at], reaches))
    return tuple(found)
