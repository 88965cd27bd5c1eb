"""What stands on the screen for the notes' network stays, to the byte.

Only where all digits are shown may the last ones differ: another machine's exponential may round
another way.
"""

import json
import re
from typing import Any

import pytest

from tests.derivation.frozen import STATES, kept, said

ALL_DIGITS = re.compile(r"\d\.\d{11,}|\d{2,}\.\d{10,}")


def check_same(now: Any, before: Any, where: str) -> None:
    if now == before:
        return
    assert type(now) is type(before), where
    if isinstance(now, dict):
        assert now.keys() == before.keys(), where
        for key in now:
            check_same(now[key], before[key], f"{where}.{key}")
    elif isinstance(now, list):
        assert len(now) == len(before), where
        for place, pair in enumerate(zip(now, before, strict=True)):
            check_same(*pair, f"{where}.{place}")
    else:
        assert isinstance(now, str), (where, now, before)
        assert ALL_DIGITS.sub("#", now) == ALL_DIGITS.sub("#", before), where
        numbers = [float(number) for number in ALL_DIGITS.findall(now)]
        assert numbers == pytest.approx([float(x) for x in ALL_DIGITS.findall(before)], rel=1e-11)


@pytest.mark.parametrize("name", STATES)
def test_nothing_that_is_said_of_the_notes_network_has_changed(name: str) -> None:
    check_same(json.loads(json.dumps(said(STATES[name]()))), kept(name), name)


def test_a_changed_word_or_number_is_seen() -> None:
    before = kept("notes")
    for old, new in (("w_{00}", "w_{01}"), ("0.5", "0.6"), ("N12", "N11"), ("\\\\cdot", "")):
        text = json.dumps(before)
        assert old in text
        with pytest.raises(AssertionError):
            check_same(json.loads(text.replace(old, new, 1)), before, "")


def test_enough_is_kept() -> None:
    before = kept("notes")
    assert len(before["derivations"]) == 39
    assert len(before["walk"]) == 64
