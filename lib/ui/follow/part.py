"""A part of a page: a component, and what it shows of any scenario."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lib.ui.bridge.component import Component
from lib.ui.follow.snapshot import Moment


@dataclass(frozen=True, slots=True)
class Part:
    """What stands on a page and follows the sliders.

    ``build`` gives the component's data from a moment and from nothing else: the same numbers give
    the same data, in a run of the page or outside of one.
    """

    component: Component
    build: Callable[[Moment], dict[str, Any]]
