"""Limits the CPU that all playing runs of a process take together, so that sliders stay quick.

One process serves a class on one core. A frame of a run that plays costs about 13 ms of CPU: twenty
learners at ten frames a second would need more than two cores, and whoever moves a slider would
wait. So the frames share ``BUDGET``: each sleeps at its end, the longer the more runs play.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

BUDGET = 0.35
"""The share of one core that all playing runs may take together."""

AROUND = 0.8
"""What a frame costs outside of its own work, as a share of that: its start, its messages."""

FORGET_AFTER = 3.0
"""Seconds after its last frame that a run no longer counts as playing."""

LONGEST_REST = 3.0


@dataclass
class Pace:
    """The frames of every learner of this process."""

    last: dict[str, float] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)
    turn: threading.Lock = field(default_factory=threading.Lock)

    def rest_of(self, who: str, cost: float, wanted: float, now: float) -> float:
        """How long a frame should rest at its end, in seconds.

        Args:
            who: whose frame it is.
            cost: seconds of CPU that it took.
            wanted: seconds from frame to frame when nobody else plays.
            now: the time by a clock that only goes forward.
        """
        with self.lock:
            self.last[who] = now
            playing = [name for name, at in self.last.items() if now - at <= FORGET_AFTER]
            self.last = {name: self.last[name] for name in playing}
        return min(LONGEST_REST, max(0.0, len(playing) * (1 + AROUND) * cost / BUDGET - wanted))

    @contextmanager
    def frame(self, who: str, wanted: float) -> Iterator[None]:
        """Do a frame's work inside: one at a time in this process, and a rest at its end.

        Twenty threads at work would each take their turn before the one that answers a hand; one at
        a time is only one that it waits for. Arguments as in :meth:`rest_of`.
        """
        with self.turn:
            begun = time.thread_time()
            yield
            cost = time.thread_time() - begun
        time.sleep(self.rest_of(who, cost, wanted, time.monotonic()))


PACE = Pace()
"""One for the process: the core is shared by all."""
