"""A training set-up as a few bytes: each choice that is not at version 1's default, by its place.

The defaults of version 1 stand here, apart from those of ``TrainingSetup``: when a later version
starts runs differently, an old link still means what it meant.
"""

from __future__ import annotations

import struct
from typing import Any

from lib.training import TrainingSetup

CHOICES_V1: dict[str, tuple[str, ...]] = {
    "data": ("digits", "bars", "sides", "diagonals", "textures", "xor", "own"),
    "optimiser": ("descent", "momentum", "nesterov", "rmsprop", "adam"),
    "schedule": ("constant", "step", "exponential", "cosine"),
    "initial": ("normal", "uniform", "xavier", "zeros"),
}

DEFAULTS_V1: dict[str, Any] = {
    "data": "digits",
    "first_digit": 0,
    "second_digit": 1,
    "split_seed": 0,
    "train_share": 0.7,
    "noise": 0.0,
    "size": 0,
    "optimiser": "descent",
    "learning_rate": 2.0,
    "momentum": 0.9,
    "decay": 0.99,
    "beta1": 0.9,
    "beta2": 0.999,
    "epsilon": 1e-8,
    "schedule": "constant",
    "schedule_steps": 1000,
    "schedule_factor": 0.5,
    "l1": 0.0,
    "l2": 0.0,
    "batch_size": 0,
    "batch_seed": 0,
    "initial": "normal",
    "initial_scale": 0.5,
    "initial_seed": 0,
    "stop_loss": 0.0,
    "stop_steps": 2000,
    "stop_plateau": 0,
}
"""Every field in the order that gives it its place; the order is part of version 1."""

_NAMES = tuple(DEFAULTS_V1)


def write_training(setup: TrainingSetup) -> bytes:
    """The set-up's choices that differ from version 1's defaults; empty where none does."""
    written = bytearray()
    for place, (name, default) in enumerate(DEFAULTS_V1.items()):
        value = getattr(setup, name)
        if value != default:
            written.append(place)
            written += _pack(name, value, default)
    return bytes(written)


def read_training(body: bytes) -> TrainingSetup:
    """The set-up that :func:`write_training` wrote.

    Raises:
        ValueError, IndexError, struct.error: anything else.
    """
    values, place = dict(DEFAULTS_V1), 0
    last = -1
    while place < len(body):
        field = body[place]
        if field <= last:
            raise ValueError("training: fields out of order")
        last, name = field, _NAMES[field]
        values[name], place = _unpack(name, body, place + 1)
    return TrainingSetup(**values)


def _pack(name: str, value: Any, default: Any) -> bytes:
    if name in CHOICES_V1:
        return bytes([CHOICES_V1[name].index(value)])
    return struct.pack(">I", value) if isinstance(default, int) else struct.pack(">d", value)


def _unpack(name: str, body: bytes, place: int) -> tuple[Any, int]:
    if name in CHOICES_V1:
        return CHOICES_V1[name][body[place]], place + 1
    if isinstance(DEFAULTS_V1[name], int):
        return struct.unpack_from(">I", body, place)[0], place + 4
    return struct.unpack_from(">d", body, place)[0], place + 8
