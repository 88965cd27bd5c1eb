"""The format of version 2: one JSON object, in a link as in a file. See docs/format.md.

What is left out stands for its default, so a link holds what differs and a hand may write little.
"""

from __future__ import annotations

import json
from typing import Any

from lib.scenario.kinds import misplaced
from lib.scenario.record import Record
from lib.scenario.value import Scenario
from lib.text import file as words

VERSION = 2
SCENARIO = Record(Scenario)


def parse(text: str) -> Any:
    """JSON as Python's own values.

    Raises:
        json.JSONDecodeError: no JSON.
        FieldError: a key twice in one object.
        ValueError: a whole number of thousands of digits.
        RecursionError: brackets within brackets, thousands deep.
    """
    return json.loads(text, object_pairs_hook=_no_key_twice)


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise misplaced(key, words.KEY_ONCE, words.KEYS_ONCE)
        found[key] = value
    return found
