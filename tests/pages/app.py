"""The whole app under Streamlit's own test runner: one browser tab, without the browser."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pandas as pd
import streamlit as st
from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest, app_test
from streamlit.testing.v1.element_tree import Markdown

from lib.derivation.marked import MARKS
from lib.scenario import Scenario, encode, preset, randomised
from lib.ui.frame import pages
from lib.ui.state import keys
from lib.ui.state.session import LINK, SEED
from tests.pages.reading import FORMULA

ROOT = Path(__file__).parents[2]
PAGES = tuple(pages.PAGES)
SLOWEST = 60


class Served:
    """Streamlit's page manager on a server that has run app.py before.

    AppTest forgets that at every run, so that each would begin as the first request to a fresh
    server does: with a page file run alone, and a button's click used up by it.
    """

    uses_pages_directory: bool | None = False

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        PagesManager.uses_pages_directory = False
        return PagesManager(*args, **kwargs)


class App:
    """A tab of the app.

    Args:
        scenario: what the link that it is opened with holds.
        link: the link itself; none when both are left out.
        seed: the seed in the address, if there is one.
        fresh_server: whether each run is the first request that its server gets.
        page: the page to open.
        locale: the browser's language.
    """

    def __init__(
        self,
        scenario: Scenario | None = None,
        page: str = "network",
        locale: str = "en",
        link: str | None = None,
        fresh_server: bool = False,
        seed: str | None = None,
    ) -> None:
        self.moves = 0
        self.manager = PagesManager if fresh_server else Served
        self.test = AppTest.from_file(str(ROOT / "app.py"), default_timeout=SLOWEST)
        self.test.context["locale"] = locale
        if scenario is not None:
            link = encode(scenario)
        if link is not None:
            self.test.query_params[LINK] = link
        if seed is not None:
            self.test.query_params[SEED] = seed
        self.run()
        if page != "network":
            self.open(page)

    def held(self, base: str) -> str:
        """The key that a widget has now which clicks elsewhere set too."""
        counts: dict[str, int] = self.test.session_state[keys.HELD]
        return keys.held(base, counts.get(base, 0))

    def run(self, *sent: WidgetState) -> App:
        """Run the page again, as after a click; no page may end in an exception.

        ``sent`` is what our own components send, which AppTest cannot click.
        """
        if keys.SCENARIO in self.test.session_state:
            # AppTest names options outside the run, where there is no session to ask
            st.session_state[keys.SCENARIO] = self.scenario
        states = self.test._tree.get_widget_states()
        states.widgets.extend(sent)
        with patch.object(app_test, "PagesManager", self.manager):
            self.test._run(states)
        assert not self.test.exception, self.test.exception
        return self

    def open(self, page: str) -> App:
        """Go to another page."""
        self.test.switch_page(f"pages/{page}.py")
        return self.run()

    def link(self, text: str) -> App:
        """Put another link into the address bar."""
        self.test.query_params[LINK] = text
        return self.run()

    @property
    def scenario(self) -> Scenario:
        """What the tab holds."""
        found: Scenario = self.test.session_state[keys.SCENARIO]
        return found

    @property
    def header(self) -> str:
        """The page's title."""
        (header,) = self.test.header
        return str(header.value)

    @property
    def warnings(self) -> list[str]:
        """Every warning on the page."""
        on_sheets = [block[1] for block in self._blocks if block[0] == "warning"]
        return [str(warning.value) for warning in self.test.warning] + on_sheets

    @property
    def markdown(self) -> list[str]:
        """Every text in the main part as Markdown, formulas included, top to bottom."""
        found: list[str] = []
        for element in self.test.main:
            if isinstance(element, Markdown):
                found.append(str(element.value))
            elif element.type == "bidi_component":
                found += [as_markdown(block) for block in _blocks_of(element)]
        return [text for text in found if text]

    @property
    def labels(self) -> set[str]:
        """The notes' labels that formulas bear: N1 … N13."""
        found = (FORMULA.match(text) for text in self.markdown)
        return {match[2] for match in found if match and match[2]}

    @property
    def metrics(self) -> dict[str, str]:
        """Every metric: label and value."""
        found = {str(metric.label): str(metric.value) for metric in self.test.metric}
        for block in self._blocks:
            if block[0] == "metrics":
                found |= {_dollars(label): value for label, value, _ in block[1]}
        return found

    @property
    def tables(self) -> list[pd.DataFrame]:
        """Every table, formulas between dollars."""
        on_sheets = [
            pd.DataFrame([[_cell(cell) for cell in row] for row in rows], columns=heads)
            for kind, heads, rows in (block for block in self._blocks if block[0] == "table")
        ]
        return [table.value for table in self.test.table] + on_sheets

    @property
    def _blocks(self) -> list[list[Any]]:
        """What stands on the sheets, top to bottom."""
        return [b for one in self.test.get("bidi_component") for b in _blocks_of(one)]

    def component(self, key: str) -> dict[str, Any]:
        """What a component of ours shows."""
        data = self.data(key)
        found: dict[str, Any] = data.get("now", data)
        return found

    def data(self, key: str) -> dict[str, Any]:
        """All that a component of ours was given."""
        (data,) = json.loads(self._component(key).json)
        found: dict[str, Any] = data
        return found

    @property
    def keys(self) -> list[str]:
        """The key of every component of ours, top to bottom."""
        return [_key(element) for element in self.test.get("bidi_component")]

    def _component(self, key: str) -> Any:
        found = [
            element.proto for element in self.test.get("bidi_component") if _key(element) == key
        ]
        (proto,) = found
        return proto

    def send(self, key: str, state: Any) -> App:
        """What a component's JavaScript sends: its whole state, whatever it is."""
        return self.run(WidgetState(id=self._component(key).id, json_value=json.dumps(state)))

    def slide(self, key: str, values: list[float]) -> App:
        """Move the sliders of a panel to these values."""
        return self.send(keys.ADDRESS, {"moves": [self.move(key, values)]})

    def move(self, key: str, values: list[float]) -> dict[str, Any]:
        """What a hand sends that moves the sliders of a panel to these values."""
        self.moves += 1
        data = self.data(key)
        revision, (epoch, _) = data["now"]["revision"], data["stamp"]
        place = {"epoch": epoch, "revision": revision, "count": self.moves}
        return {"key": key, "values": values} | place

    def pick(self, key: str, picked: Any) -> App:
        """Click a tile of a component."""
        return self.trigger(key, "picked", picked)

    def trigger(self, key: str, event: str, value: Any) -> App:
        """What a component's JavaScript tells once."""
        events = _make_trigger_id(self._component(key).id, "events")
        payload = json.dumps([{"event": event, "value": value}])
        return self.run(WidgetState(id=events, json_trigger_value=payload))

    def press(self, label: str, place: int = 0) -> App:
        """Press a button by its words."""
        found = [button for button in self.test.button if button.label == label]
        found[place].click()
        return self.run()


def _key(element: Any) -> str:
    """The key that we gave to a component."""
    return str(element.proto.id.partition("-")[2].partition("-")[2])


def _blocks_of(element: Any) -> list[list[Any]]:
    """The blocks of a sheet; none for another component."""
    proto = element.proto
    if proto.component_name != "backprop_sheet":
        return []
    (data,) = json.loads(proto.json)
    return [row for block in data["now"]["blocks"] for row in _rows_of(block)]


def _rows_of(block: list[Any]) -> list[list[Any]]:
    """Lines under one left side as the formulas that they are; any other block as it is."""
    if block[0] != "equation":
        return [block]
    _, left, rows = block
    return [
        ["formula", f"{left if n == 0 else ''} {latex}".strip(), badge]
        for n, (latex, badge) in enumerate(rows)
    ]


def as_markdown(block: list[Any]) -> str:
    """A formula or a text of a sheet as the Markdown that it stands for."""
    match block:
        case ["formula", latex, badge, *_]:
            return rf"$\displaystyle {MARKS.sub('', latex)}$" + _badge(badge)
        case ["text", text, "bold" | "heading"]:
            return f"**{text}**"
        case ["text", text, _]:
            return str(text)
    return ""


def _badge(text: str) -> str:
    return f" [:blue-badge[{text}]](notes#{text.split()[-1].lower()})" if text else ""


def _cell(content: Any) -> str:
    return as_markdown(["formula", *content, ""]) if isinstance(content, list) else str(content)


def _dollars(content: Any) -> str:
    return f"${content[0]}$" if isinstance(content, list) else str(content)


def ordinary(seed: int) -> Scenario:
    """A scenario like those that learners make; the same one for the same seed."""
    return randomised(preset("notes"), seed)


__all__ = ["PAGES", "App", "ordinary", "replace"]
