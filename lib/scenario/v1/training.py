"""The set-up in a link of version 1: each choice that is not at its default, after its place."""

from __future__ import annotations

import json
import struct
from typing import Any

_CHOICES: dict[str, tuple[str, ...]] = {
    "data": ("digits", "bars", "sides", "diagonals", "textures", "xor", "own"),
    "optimiser": ("descent", "momentum", "nesterov", "rmsprop", "adam"),
    "schedule": ("constant", "step", "exponential", "cosine"),
    "initial": ("normal", "uniform", "xavier", "zeros"),
}

_DEFAULTS: dict[str, Any] = json.loads("""{
    "data": "digits", "first_digit": 0, "second_digit": 1, "split_seed": 0, "train_share": 0.7,
    "noise": 0.0, "size": 0, "optimiser": "descent", "learning_rate": 2.0, "momentum": 0.9,
    "decay": 0.99, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "schedule": "constant",
    "schedule_steps": 1000, "schedule_factor": 0.5, "l1": 0.0, "l2": 0.0, "batch_size": 0,
    "batch_seed": 0, "initial": "normal", "initial_scale": 0.5, "initial_seed": 0,
    "stop_loss": 0.0, "stop_steps": 2000, "stop_plateau": 0
}""")
"""Every field in the order that gives it its place."""

_NAMES = tuple(_DEFAULTS)


def read_training(body: bytes) -> dict[str, Any]:
    """Every field of the set-up.

    Raises:
        ValueError, IndexError, struct.error: no bytes of version 1.
    """
    values, place, last = dict(_DEFAULTS), 0, -1
    while place < len(body):
        field = body[place]
        if field <= last:
            raise ValueError("training: fields out of order")
        last, name = field, _NAMES[field]
        values[name], place = _unpack(name, body, place + 1)
    return values


def _unpack(name: str, body: bytes, place: int) -> tuple[Any, int]:
    if name in _CHOICES:
        return _CHOICES[name][body[place]], place + 1
    if isinstance(_DEFAULTS[name], int):
        return struct.unpack_from(">I", body, place)[0], place + 4
    return struct.unpack_from(">d", body, place)[0], place + 8
