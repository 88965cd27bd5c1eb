"""What a browser tab knows: the pages, the widgets by key, the sliders' numbers, the timers."""

from __future__ import annotations

import json
from typing import Any

from streamlit.proto.AppPage_pb2 import AppPage
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

KEPT_RUNS = 2  # a browser forgets a message that two runs did not use
PANEL, ADDRESS = "panel", "address"


class Screen:
    """Follows the messages of one session, as the browser's code would."""

    def __init__(self) -> None:
        self.session_id = ""
        self.pages: dict[str, AppPage] = {}
        self.ids: dict[str, str] = {}
        """A widget's id by the key that the app gave it."""
        self.timers: dict[str, float] = {}
        """Seconds between two runs of a fragment, by the fragment's id."""
        self.panel: dict[str, Any] = {}
        """The data that the sliders' component got last."""
        self.parts: list[str] = []
        """The keys of the components on the page."""
        self.link = ""
        """The parameter that a component keeps in the address bar."""
        self.exceptions: list[str] = []
        self._kept: dict[str, tuple[int, ForwardMsg]] = {}
        self._run = 0

    @property
    def kept_hashes(self) -> list[str]:
        """The messages that the server may name by their hash alone."""
        return list(self._kept)

    @property
    def numbers(self) -> list[float]:
        """The sliders' numbers, as the server drew them last."""
        return [float(value) for value in self.panel.get("now", {}).get("values", [])]

    def show(self, message: ForwardMsg) -> None:
        """Take in one message."""
        kind = message.WhichOneof("type")
        if kind == "ref_hash":
            _, message = self._kept[message.ref_hash]
            self._kept[message.hash] = (self._run, message)  # used again
            kind = message.WhichOneof("type")
        elif message.metadata.cacheable:
            self._kept[message.hash] = (self._run, message)
        if kind == "new_session":
            self.session_id = message.new_session.initialize.session_id
            if not message.metadata.run.fragment_ids:
                self.timers.clear()
                self.parts.clear()
        elif kind == "navigation":
            self.pages = {page.url_pathname or "": page for page in message.navigation.app_pages}
        elif kind == "auto_rerun":
            self.timers[message.auto_rerun.fragment_id] = message.auto_rerun.interval
        elif kind == "stop_auto_rerun":
            for fragment in message.stop_auto_rerun.fragment_ids:
                self.timers.pop(fragment, None)
        elif kind == "script_finished":
            if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                self._forget()
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._draw(message.delta.new_element)

    def _draw(self, element: Any) -> None:
        kind = element.WhichOneof("type")
        if kind == "exception":
            self.exceptions.append(f"{element.exception.type}: {element.exception.message}")
            return
        body = getattr(element, kind) if kind else None
        widget: str = getattr(body, "id", "") or ""
        if widget.startswith("$$ID-"):
            self.ids[widget.split("-", 2)[2]] = widget
        if kind == "bidi_component" and body is not None and body.json:
            (data,) = json.loads(body.json)
            if "key" in data:
                self.parts.append(data["key"])
            self.link = data.get("now", {}).get("link", self.link)
            if widget.endswith(f"-{PANEL}"):
                self.panel = data

    def _forget(self) -> None:
        self._run += 1
        self._kept = {
            key: (used, message)
            for key, (used, message) in self._kept.items()
            if self._run - used <= KEPT_RUNS
        }
