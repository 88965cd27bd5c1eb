"""What stands on the screen for the notes' network stays, to the byte."""

import json

import pytest

from tests.derivation.frozen import STATES, kept, said


@pytest.mark.parametrize("name", STATES)
def test_nothing_that_is_said_of_the_notes_network_has_changed(name: str) -> None:
    now, before = json.loads(json.dumps(said(STATES[name]()))), kept(name)
    for key, derivation in before["derivations"].items():
        assert now["derivations"][key] == derivation, key
    assert now == before


def test_enough_is_kept() -> None:
    before = kept("notes")
    assert len(before["derivations"]) == 39
    assert len(before["walk"]) == 64
