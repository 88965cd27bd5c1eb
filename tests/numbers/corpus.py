"""Spellings of numbers, each with what is right, for lib/numbers and number.js alike."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

SPELLINGS: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("spellings.json").read_text(encoding="utf-8")
)
"""``text`` with ``value`` and ``digits``, or with ``refusal``."""
