"""One tab's connection to the server: ask for a run, wait until it is finished."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from benchmarks.load.http import Connection
from benchmarks.load.screen import ADDRESS, PANEL, Screen

LOST = (OSError, WebSocketException, ConnectionError)
QUESTION = "/_backprop/numbers"
REST = 0.2
"""Seconds after which a hand rests, and the session takes its move."""


class ScriptError(Exception):
    """The app showed an exception, or did not finish its run."""


class Session:
    """A WebSocket to ``/_stcore/stream``."""

    def __init__(self, base: str, cookies: dict[str, str] | None = None) -> None:
        self.base = base
        self.cookies = cookies or {}
        self.screen = Screen()
        self.page = ""
        self.frames = 0
        """Fragment runs that drew something on the screen, finished or overtaken by the next."""
        self.bytes_received = 0
        self._states: dict[str, WidgetState] = {}
        self._socket: ClientConnection | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self._timers: dict[str, asyncio.Task[None]] = {}
        self._waiting: asyncio.Future[None] | None = None
        self._run_id = ""
        self._in_fragment = False
        """Whether a fragment runs that has drawn nothing yet."""
        self._moves = 0
        self._questions = Connection(base, self.cookies)

    async def open(self) -> None:
        """Connect; a session that was here before asks for itself again."""
        protocols = ["streamlit", "PLACEHOLDER_AUTH_TOKEN"]
        if self.screen.session_id:
            protocols.append(self.screen.session_id)
        address = self.base.replace("http", "ws", 1) + "/_stcore/stream"
        cookie = "; ".join(f"{key}={value}" for key, value in self.cookies.items())
        self._socket = await connect(
            address,
            subprotocols=protocols,  # type: ignore[arg-type]
            additional_headers={"Cookie": cookie} if cookie else None,
            max_size=None,
            compression=None,  # as the server answers a browser, too
            open_timeout=60,
            ping_interval=None,
        )
        self._tasks = [asyncio.create_task(self._listen(self._socket))]

    async def close(self) -> None:
        """Leave, as a closed tab does."""
        for task in [*self._tasks, *self._timers.values()]:
            task.cancel()
        self._timers.clear()
        self._questions.close()
        if self._socket:
            with contextlib.suppress(*LOST):
                await self._socket.close()

    async def run(self, timeout: float = 60.0) -> float:
        """Ask for a run of the page, with all that the tab holds.

        Returns:
            How many seconds it took.

        Raises:
            ScriptError: an exception is on the screen.
            OSError, WebSocketException: the connection is gone.
            TimeoutError: not finished in time.
        """
        assert self._socket
        self._waiting = asyncio.get_running_loop().create_future()
        started = time.perf_counter()
        await self._send()
        async with asyncio.timeout(timeout):
            await self._waiting
        if self.screen.exceptions:
            raise ScriptError(self.screen.exceptions.pop())
        return time.perf_counter() - started

    @property
    def asks(self) -> bool:
        """Whether a hand on this page gets its numbers by a question, without a run."""
        return not self.screen.panel["whole"]

    async def ask(self, values: list[float]) -> bool:
        """Ask for the numbers of the page with sliders at ``values``; whether they came."""
        question = {
            "link": self.screen.link,
            "key": PANEL,
            "values": values,
            "parts": self.screen.parts,
        }
        answer = await self._questions.post(QUESTION, json.dumps(question).encode())
        self.bytes_received += len(answer.body)
        return answer.status == 200

    async def set_sliders(self, values: list[float]) -> float:
        """Let the session take the move of the sliders to ``values``; return the seconds."""
        self._moves += 1
        panel = self.screen.panel
        move = {
            "key": PANEL,
            "epoch": panel["stamp"][0],
            "revision": panel["now"]["revision"],
            "count": self._moves,
            "values": values,
        }
        widget = WidgetState(id=self.screen.ids[ADDRESS])
        widget.json_value = json.dumps({"moves": [move]})
        self._states[widget.id] = widget
        return await self.run()

    async def press(self, key: str) -> float:
        """Press the button with that key."""
        widget = WidgetState(id=self.screen.ids[key], trigger_value=True)
        self._states[widget.id] = widget
        try:
            return await self.run()
        finally:
            del self._states[widget.id]

    async def turn_to(self, path: str) -> float:
        """Go to another page through the menu."""
        self.page = path
        return await self.run()

    async def _send(self, fragment: str = "") -> None:
        message = BackMsg()
        state: ClientState = message.rerun_script
        state.query_string = f"s={self.screen.link}" if self.screen.link else ""
        state.widget_states.widgets.extend(self._states.values())
        state.context_info.url = f"{self.base}/{self.page}"
        state.context_info.locale = "en-US"
        state.context_info.timezone = "UTC"
        state.cached_message_hashes.extend(self.screen.kept_hashes)
        if self.page in self.screen.pages:
            state.page_script_hash = self.screen.pages[self.page].page_script_hash
        else:
            state.page_name = self.page
        if fragment:
            state.fragment_id = fragment
            state.is_auto_rerun = fragment in self.screen.timers
        assert self._socket
        await self._socket.send(message.SerializeToString())

    async def _listen(self, socket: ClientConnection) -> None:
        try:
            async for raw in socket:
                self.bytes_received += len(raw)
                message = ForwardMsg()
                message.ParseFromString(raw if isinstance(raw, bytes) else raw.encode())
                self.screen.show(message)
                self._notice(message)
            self._fail(ConnectionError("the server closed the connection"))
        except LOST as error:
            self._fail(error)

    def _notice(self, message: ForwardMsg) -> None:
        """Tell the one who waits when the run that was asked for has ended."""
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self._in_fragment = bool(message.metadata.run.fragment_ids)
            if not self._in_fragment:
                self._run_id = message.metadata.run.script_run_id
        elif kind == "delta" and self._in_fragment:
            self.frames += 1
            self._in_fragment = False
        elif kind == "script_finished":
            status = ForwardMsg.ScriptFinishedStatus
            how = message.script_finished
            if how == status.FINISHED_WITH_COMPILE_ERROR:
                self._fail(ScriptError("the script does not compile"))
            elif (
                how in (status.FINISHED_SUCCESSFULLY, status.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
                and message.metadata.run.script_run_id == self._run_id
                and self._waiting
                and not self._waiting.done()
            ):
                self._waiting.set_result(None)
        if kind in ("auto_rerun", "stop_auto_rerun", "new_session"):
            self._keep_time()

    def _keep_time(self) -> None:
        """One task for each fragment that repeats itself."""
        for fragment in set(self._timers) - set(self.screen.timers):
            self._timers.pop(fragment).cancel()
        for fragment in set(self.screen.timers) - set(self._timers):
            seconds = self.screen.timers[fragment]
            self._timers[fragment] = asyncio.create_task(self._repeat(fragment, seconds))

    async def _repeat(self, fragment: str, seconds: float) -> None:
        with contextlib.suppress(*LOST):
            while True:
                await asyncio.sleep(seconds)
                await self._send(fragment)

    def _fail(self, error: Exception) -> None:
        if self._waiting and not self._waiting.done():
            self._waiting.set_exception(error)
