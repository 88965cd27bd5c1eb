"""Everything that lib.derivation says of the notes' network, as data that can be kept.

``python -m tests.derivation.frozen`` keeps a state that is not kept yet; one that is never changes.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from lib.derivation import PRECISIONS, Expression, State, collapse, derive, variables
from lib.derivation.document import latex_document
from lib.derivation.snippets import numpy_snippet, torch_snippet
from lib.derivation.source import SourceLine, source_of_lines
from lib.derivation.steps import walk
from lib.network import Parameters
from tests.derivation.states import saturated_state, seeded_state

FOLDER = Path(__file__).parent / "golden"
RATE = 0.5


def notes_state() -> State:
    """Numbers a hand can work with."""
    image = [[0.2, 0.5, 0.1, 0.4], [0.9, 0.3, 0.8, 0.6], [0.7, 1.0, 0.0, 0.5], [0.1, 0.6, 0.4, 0.2]]
    kernel = [[0.5, -0.3, 0.2], [-0.6, 0.8, 0.1], [0.4, -0.5, 0.7]]
    return State.of(Parameters(kernel, [1.2, -0.8, 0.5, -1.5]), np.array(image), 1.0)


STATES: dict[str, Callable[[], State]] = {
    "notes": notes_state,
    "saturated": lambda: saturated_state(40.0, 0.0),
    "overflowing": lambda: saturated_state(-800.0, 0.3),
    "random": lambda: seeded_state(7, label=0.35),
}


def path_of(name: str) -> Path:
    """Where a state's words are kept."""
    return FOLDER / f"{name}.json.gz"


def kept(name: str) -> dict[str, Any]:
    """What was kept of a state."""
    return json.loads(gzip.decompress(path_of(name).read_bytes()))


def said(state: State) -> dict[str, Any]:
    """All derivations, the walk-through, the code and the document of one state."""
    derivations = {variable.key: derive(variable, state) for variable in variables(state.geometry)}
    return {
        "derivations": {
            key: {
                "left": written(derivation.left),
                "lines": [(line.label, written(line.expression)) for line in derivation.lines],
                "short": written(derivation.short),
                "long": written(derivation.long),
                "value": repr(derivation.value),
                "loses_digits": derivation.loses_digits,
                "terms": [
                    (tuple(term.window), written(term.short), term.meets and term.meets.key)
                    for term in derivation.terms
                ],
                "beside": [
                    [source(line) for line in lines]
                    for lines in source_of_lines(derivation.variable)
                ],
                "numpy": numpy_snippet(derivation.variable, state),
                "torch": torch_snippet(derivation.variable, state),
            }
            for key, derivation in derivations.items()
        },
        "collapse": [written(line.expression) for line in collapse(state)],
        "walk": [
            {
                "phase": step.phase,
                "computes": step.computes.key,
                "reads": [quantity.key for quantity in step.reads],
                "left": written(step.left),
                "expression": written(step.expression),
                "source": [source(line) for line in step.source],
                "label": step.label,
            }
            for step in walk(state, RATE).steps
        ],
        "document": latex_document(list(derivations.values()), state, 6),
    }


def written(expression: Expression) -> list[str]:
    """With symbols, then with its numbers at every precision."""
    return [expression.latex(), *(expression.latex(precision) for precision in PRECISIONS)]


def source(line: SourceLine) -> tuple[str, str]:
    return line.function, line.text


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, state in STATES.items():
        if not path_of(name).exists():
            text = json.dumps(said(state()), ensure_ascii=False, sort_keys=True)
            path_of(name).write_bytes(gzip.compress(text.encode(), mtime=0))


if __name__ == "__main__":
    main()
