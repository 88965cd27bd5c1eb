"""A part of a page: a component, and what it shows of any scenario."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lib.ui.bridge.component import Component
from lib.ui.follow.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Part:
    """What stands on a page and follows the sliders.

    Attributes:
        key: the component's key; no other part of any page has it.
        component: what shows the data.
        build: gives the component's data from a snapshot and from nothing else: the same numbers
            give the same data, in a run of the page or outside of one.
        beside: another part that the same component shows when it is looked into: each run brings
            it, but a moving hand asks for it only while it is looked at.
    """

    key: str
    component: Component
    build: Callable[[Snapshot], dict[str, Any]]
    beside: Part | None = None
