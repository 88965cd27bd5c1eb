"""The answer key gives the network's own numbers, and says in one sentence why it cannot."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lib.derivation import variables
from lib.scenario import Saved, Scenario, encode, preset, randomised, write_file
from lib.scenario.__main__ import main

EXERCISE = randomised(preset("notes"), 4711)
STATE = EXERCISE.state()
KEYS = [variable.key for variable in variables(STATE.geometry)]


def sources(folder: Path) -> list[str]:
    """The same example as a file, as a link, and as the address of a page."""
    file, link = folder / "exercise.json", encode(EXERCISE)
    file.write_bytes(write_file(Saved(EXERCISE)))
    return [str(file), link, f"{link}).", f"https://example.com/backward?embed=true&s={link}"]


def test_values_partials_and_loss_as_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for source in sources(tmp_path):
        assert main([source, "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert list(told["values"]) == list(told["partials"]) == KEYS
        assert told["values"]["y_out"] == float(STATE.values.y_out)
        assert told["values"]["image-3-1"] == EXERCISE.image[13]
        assert told["partials"]["kernel-1-2"] == float(STATE.gradients.kernel[1, 2])
        assert told["loss"] == float(STATE.gradients.loss)


def test_the_table_says_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([sources(tmp_path)[0]])
    _, *lines, loss = capsys.readouterr().out.splitlines()
    rows = {key: (float(value), float(partial)) for key, value, partial in map(str.split, lines)}
    assert rows == {
        variable.key: (STATE.number(variable), STATE.gradient(variable))
        for variable in variables(STATE.geometry)
    }
    assert loss.split() == ["loss", repr(float(STATE.gradients.loss))]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "There is no such file, and it is no link that can be read."),
        (b"[", "That file stops being JSON at line 1, column 2"),
        (b'{"version": 2, "label": 7}', "`label` has to be a number from 0 to 1"),
    ],
)
def test_an_error_is_one_sentence(
    content: bytes | None, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "x.json"
    if content is not None:
        file.write_bytes(content)
    assert main([str(file)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert sentence in told.err
    assert told.err.count("\n") == 1


def test_a_file_by_hand_needs_no_more_than_its_version(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "x.json"
    file.write_text('{"version": 2}')
    main([str(file), "--json"])
    assert json.loads(capsys.readouterr().out)["loss"] == float(Scenario().state().gradients.loss)
