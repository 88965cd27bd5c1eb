"""number.js answers as lib/numbers does, on the list and on texts that nobody wrote."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from lib.numbers import Reading, read_number
from tests.numbers.corpus import SPELLINGS

ROOT = Path(__file__).parents[2]
SIGNS = "0123456789.,'eExX+-−–*·×^/%()[]{} \u00a0\u202f\t\n;&|\\$_⁻⁷½０．，。infa∞"
ASK = """
const source = require("node:fs").readFileSync("lib/ui/bridge/number.js", "utf8");
const readNumber = new Function(source + "; return readNumber;")();
const texts = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(texts.map(readNumber)));
"""


def answers(texts: list[str]) -> list[dict[str, Any]]:
    """What number.js answers to each text; the test is skipped where there is no Node."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("no Node here: number.js was not compared with lib/numbers")
    done = subprocess.run(
        [node, "-e", ASK],
        cwd=ROOT,
        input=json.dumps(texts),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    return json.loads(done.stdout)


def test_the_list() -> None:
    wanted = [
        {key: spelling[key] for key in ("value", "refusal") if key in spelling}
        for spelling in SPELLINGS
    ]
    assert answers([spelling["text"] for spelling in SPELLINGS]) == wanted


def test_texts_that_nobody_wrote() -> None:
    """Spellings of the list with a few signs changed."""
    chance = random.Random(20)
    texts = []
    for _ in range(4000):
        letters = list(chance.choice(SPELLINGS)["text"][:80])
        for _ in range(chance.randint(1, 3)):
            place = chance.randint(0, len(letters))
            letters[place : place + chance.randint(0, 1)] = chance.choice(SIGNS)
        texts.append("".join(letters))
    found = answers(texts)
    expected = [
        {"value": read.value} if isinstance(read, Reading) else {"refusal": read.reason}
        for read in map(read_number, texts)
    ]
    assert [
        (text, one, other)
        for text, one, other in zip(texts, found, expected, strict=True)
        if one != other
    ] == []
    assert sum("value" in answer for answer in expected) > 200
