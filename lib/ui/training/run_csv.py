"""A run as a table: every curve and every weight at every step, with all their digits."""

from __future__ import annotations

import numpy as np

from lib.network.places import weights_of
from lib.training import Run
from lib.training.history import BLOCK

MOST_ROWS = 100_000
"""A longer run is thinned evenly: a file of a million steps would fill the server's memory."""
_TOGETHER = 16 * BLOCK


def run_csv(run: Run) -> str:
    """The run so far, a row a state; see docs/files.md for the columns."""
    table = run.history.table()
    last = len(table["step"]) - 1
    stride = -(-(last + 1) // MOST_ROWS)
    weights_by_key = (variable.key for variable in weights_of(run.setup.architecture))
    lines = [",".join((*table, *weights_by_key))]
    for first in range(0, last + 1, _TOGETHER):
        until = min(last, first + _TOGETHER - 1)
        weights = run.path(first, until)
        for step in range(-(-first // stride) * stride, until + 1, stride):
            numbers = (*(column[step] for column in table.values()), *weights[step - first])
            lines.append(",".join(_cell(float(number)) for number in numbers))
    return "\n".join(lines) + "\n"


def _cell(number: float) -> str:
    if np.isnan(number):
        return ""
    return str(int(number)) if number == int(number) and abs(number) < 2**53 else repr(number)
