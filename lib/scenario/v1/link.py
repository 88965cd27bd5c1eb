"""The bytes of a link of version 1, between base64url and check sum.

    version  1 byte
    choices  language, precision, variable, tab: 1 byte each, as places in their lists
    walk     1 byte
    mask     8 bytes: bit k says that number k is written short
    numbers  image, kernel, dense, label and the probes, 35 in all;
             short: a whole number of thousandths in 2 bytes; else the float64 in 8
    step     4 bytes
    rates    1 byte: how many rate changes; then for each its step in 4 bytes, its rate in 8
    training the set-up, see training.py; empty where all is at its default

All numbers are big-endian.
"""

from __future__ import annotations

import struct
from typing import Any

from lib.scenario.v1.training import read_training

_HEAD = ">BBBBBBQ"
_NUMBERS = 35
_LANGUAGES = ("en", "zh")
_PRECISIONS = (3, 6, 17)
_TABS = ("unpack", "shortcut", "factors", "nudge", "code", "print")
_VARIABLES = (
    *(f"kernel-{m}-{n}" for m in range(3) for n in range(3)),
    *(f"dense-{k}" for k in range(4)),
    *(f"image-{p}-{q}" for p in range(4) for q in range(4)),
    *(f"{group}-{k}" for group in ("s", "o") for k in range(4)),
    *("alpha", "y_out"),
)


def values_of_version_1(body: bytes) -> dict[str, Any]:
    """What a link of version 2 would hold.

    Raises:
        ValueError, IndexError, struct.error: no bytes of version 1.
    """
    version, language, precision, variable, tab, walk, mask = struct.unpack_from(_HEAD, body)
    if version != 1 or mask >> _NUMBERS:
        raise ValueError("version or mask")
    place, numbers = struct.calcsize(_HEAD), []
    for k in range(_NUMBERS):
        if mask >> k & 1:
            numbers.append(struct.unpack_from(">h", body, place)[0] / 1000.0)
            place += 2
        else:
            numbers.append(struct.unpack_from(">d", body, place)[0])
            place += 8
    step, changes = struct.unpack_from(">IB", body, place)
    place += 5
    rates = [struct.unpack_from(">Id", body, place + 12 * k) for k in range(changes)]
    probes = ("probe_output", "probe_x", "probe_alpha", "probe_epsilon", "probe_rate")
    return {
        "image": numbers[:16],
        "kernel": numbers[16:25],
        "dense": numbers[25:29],
        "label": numbers[29],
        **dict(zip(probes, numbers[30:], strict=True)),
        "variable": _VARIABLES[variable],
        "precision": _PRECISIONS[precision],
        "language": _LANGUAGES[language],
        "look": _TABS[tab],
        "operations_done": walk,
        "training": read_training(body[place + 12 * changes :]),
        "step": step,
        "rate_changes": rates,
    }
