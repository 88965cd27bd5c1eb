"""What one learner does: arrive, move a slider now and then, turn a page, train, come back."""

from __future__ import annotations

import asyncio
import random
import time

from benchmarks.load.http import open_page
from benchmarks.load.session import LOST, REST, ScriptError, Session
from benchmarks.load.tally import Tally

TURNS_A_PAGE = 0.1
"""One act in ten is a page turned, the other nine are slider moves."""

WRONG = (*LOST, ScriptError, TimeoutError, KeyError)


class Learner:
    """One tab and the hand that moves it."""

    def __init__(self, base: str, tally: Tally, seed: int) -> None:
        self.base = base
        self.tally = tally
        self.random = random.Random(seed)
        self.session: Session | None = None
        self.numbers: list[float] = []
        """What the sliders show in this tab; the server must never show anything else."""
        self.confirmed: list[float] = []
        """What the server showed last."""

    async def arrive(self, assets: bool = True, page: str = "") -> bool:
        """Open the address as a new visitor; the clock stops when the first page is drawn."""
        started = time.perf_counter()
        try:
            cookies = await open_page(self.base, assets)
            self.session = Session(self.base, cookies)
            self.session.page = page
            await self.session.open()
            await self.session.run()
        except WRONG as error:
            self.tally.fail(error)
            return False
        self.tally.note("first_page", time.perf_counter() - started)
        self.numbers = self.confirmed = self.session.screen.numbers
        return True

    async def move(self) -> None:
        """Drag one slider to a new place."""
        k = self.random.randrange(len(self.numbers))
        self.numbers = list(self.numbers)
        self.numbers[k] = self.random.randrange(0, 21) / 20
        await self._show_and_take()

    async def rerun(self) -> None:
        """Run the whole page with one slider at another place."""
        assert self.session
        self.numbers = list(self.numbers)
        self.numbers[0] = self.random.randrange(0, 21) / 20
        self.tally.note("rerun", await self.session.set_sliders(self.numbers))
        self._compare()

    async def _show_and_take(self) -> None:
        """See the numbers of the sliders' place; once the hand rests, the session takes it."""
        assert self.session
        started = time.perf_counter()
        shown = self.session.asks and await self.session.ask(self.numbers)
        if shown:
            self.tally.note("move", time.perf_counter() - started)
            await asyncio.sleep(REST)
        taken = await self.session.set_sliders(self.numbers)
        if shown:
            self.tally.note("taken", taken)
        else:
            self.tally.note("move", time.perf_counter() - started)
        self._compare()

    async def turn_page(self, path: str | None = None) -> None:
        assert self.session
        if path is None:
            path = self.random.choice(self._others())
        self.tally.note("page", await self.session.turn_to(path))
        self._compare()

    def _others(self) -> list[str]:
        """The pages to turn to."""
        assert self.session
        return [page for page in self.session.screen.pages if page != self.session.page]

    async def train(self, key: str) -> None:
        """Go to the training page and press play."""
        assert self.session
        await self.turn_page("training")
        self.tally.note("play", await self.session.press(key))

    async def work(self, seconds: float, every: float) -> None:
        """Act about once in ``every`` seconds, for so long; on a lost connection come back."""
        until = time.perf_counter() + seconds
        await self._pause(until, self.random.uniform(0, every))
        while time.perf_counter() < until:
            try:
                if self.random.random() < TURNS_A_PAGE and self._others():
                    await self.turn_page()
                else:
                    await self.move()
            except LOST as error:
                if not await self.come_back():
                    self.tally.fail(error)
                    return
            except WRONG as error:
                self.tally.fail(error)
            await self._pause(until, self.random.uniform(0.5 * every, 1.5 * every))

    async def come_back(self, patience: float = 30.0) -> bool:
        """Reconnect as a tab does, every second, and ask again for what was asked before."""
        assert self.session
        started = time.perf_counter()
        while time.perf_counter() - started < patience:
            await self.session.close()
            try:
                await self.session.open()
                self.tally.note("back", await self.session.run())
                if self.session.screen.numbers != self.numbers:
                    await self._again()
            except (*LOST, TimeoutError):
                await asyncio.sleep(1.0)
                continue
            except ScriptError as error:
                self.tally.fail(error)
                return False
            self.tally.note("away", time.perf_counter() - started)
            self._compare()
            return True
        return False

    async def _again(self) -> None:
        """Make a move again that was on its way when the server died, as the sliders do."""
        assert self.session
        if self.session.screen.numbers != self.confirmed:
            self.tally.fail("a new session began with other numbers than the last one confirmed")
        await self.session.set_sliders(self.numbers)
        self.tally.again += 1

    async def last_word(self) -> None:
        """One more move, whatever has happened."""
        try:
            await self.move()
        except LOST as error:
            if await self.come_back():
                await self.move()
            else:
                self.tally.fail(error)
        except WRONG as error:
            self.tally.fail(error)

    async def leave(self) -> None:
        if self.session:
            await self.session.close()

    def _compare(self) -> None:
        assert self.session
        if self.session.screen.numbers != self.numbers:
            self.tally.fail("the server shows other numbers than the learner set")
            self.numbers = self.session.screen.numbers
        self.confirmed = self.numbers

    async def _pause(self, until: float, seconds: float) -> None:
        await asyncio.sleep(max(0.0, min(seconds, until - time.perf_counter())))
