"""Formulas: one expression tree that prints its LaTeX, prints it with numbers in, and evaluates.

In what order to read: ``expression`` (a node prints and evaluates itself), ``variable`` and
``state`` (what there is to differentiate by, and its numbers), ``pieces``, ``activation`` and
``ends`` (the notes' factors as trees), then ``ways``, ``terms`` and ``chain`` (:func:`derive`: the
factors along each way to the loss). On these stand ``operations`` and ``steps`` (the walk-through),
``factors``, ``nudge``, ``source``, ``snippets``, ``programs``, ``document`` (the looks).

>>> import numpy as np
>>> from lib.derivation import State, Variable, derive
>>> from lib.network import Parameters
>>> state = State.of(Parameters(np.ones((3, 3)), np.ones(4)), np.eye(4), label=1.0)
>>> corner = derive(Variable("image", (0, 0)), state)
>>> print(corner.short.latex())
(y_{out} - yy) \\cdot w_{a} \\cdot \\sigma'(s_{0}) \\cdot w_{00}
>>> print(corner.short.latex(3))
(0.975 - 1) \\cdot 1 \\cdot 0.0452 \\cdot 1
>>> abs(corner.value - float(state.gradients.image[0, 0])) < 1e-17
True
"""

from lib.derivation.chain import Derivation, Line, Term, collapse, derive
from lib.derivation.expression import Expression
from lib.derivation.number import (
    PRECISIONS,
    Precision,
    computed_number,
    latex_number,
    plain_number,
)
from lib.derivation.plain import plain_symbol
from lib.derivation.state import State
from lib.derivation.variable import Variable, symbol_of, variable_from_key, variables

__all__ = [
    "PRECISIONS",
    "Derivation",
    "Expression",
    "Line",
    "Precision",
    "State",
    "Term",
    "Variable",
    "collapse",
    "computed_number",
    "derive",
    "latex_number",
    "plain_number",
    "plain_symbol",
    "symbol_of",
    "variable_from_key",
    "variables",
]
