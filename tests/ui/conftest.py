"""A browser tab for the code in lib/ui, without Streamlit's machinery round it."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st

from lib.ui.state import session


@dataclass
class Tab:
    """What Streamlit keeps for one tab."""

    state: dict[str, Any] = field(default_factory=dict)
    address: dict[str, str] = field(default_factory=dict)
    context: SimpleNamespace = field(default_factory=lambda: SimpleNamespace(locale="en"))

    def run(self, link: str | None = None) -> Tab:
        """Begin another run of the page, with this link in the address bar if there is one."""
        if link is not None:
            self.address[session.LINK] = link
        session.start()
        return self


@pytest.fixture
def tab(monkeypatch: pytest.MonkeyPatch) -> Tab:
    """A new tab, before its first run."""
    new = Tab()
    monkeypatch.setattr(st, "session_state", new.state)
    monkeypatch.setattr(st, "query_params", new.address)
    monkeypatch.setattr(st, "context", new.context)
    return new
