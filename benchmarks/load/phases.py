"""The parts of the measurement: each takes a server, and gives a flat object of numbers."""

from __future__ import annotations

import asyncio
import time

from benchmarks.load.learner import Learner
from benchmarks.load.server import Server
from benchmarks.load.tally import Tally

WARM_UP = 5


async def cost(server: Server, moves: int = 40) -> dict[str, float]:
    """CPU time of a move of one learner alone on each page, and of a run of the whole page."""
    tally = Tally()
    found: dict[str, float] = {}
    learner = Learner(server.base, tally, seed=0)
    if not await learner.arrive():
        raise RuntimeError(f"nobody gets in: {dict(tally.errors)}")
    assert learner.session
    session = learner.session
    for page in list(session.screen.pages):
        await learner.turn_page(page)
        name = page or "network"
        for what, act in (("move", learner.move), ("rerun", learner.rerun)):
            for _ in range(WARM_UP):
                await act()
            tally.seconds.clear()
            cpu, received = server.cpu_seconds(), session.bytes_received
            for _ in range(moves):
                await act()
            spent, sent = server.cpu_seconds() - cpu, session.bytes_received - received
            found[f"cpu_ms_a_{what}_{name}"] = round(1e3 * spent / moves, 2)
            found[f"kb_a_{what}_{name}"] = round(1e-3 * sent / moves, 1)
            found |= {
                f"alone_{name}{key}": value
                for key, value in tally.flat("").items()
                if key.endswith("_p95_s")
            }
    await learner.leave()
    found["alone_errors"] = sum(tally.errors.values())
    return found


async def arrive(server: Server, count: int, assets: bool) -> dict[str, float]:
    """``count`` visitors at once; with ``assets`` none of their browsers was here before."""
    await _warm_up(server)
    tally = Tally()
    prefix = "arrive_new" if assets else "arrive"
    learners = [Learner(server.base, tally, seed) for seed in range(count)]
    cpu = server.cpu_seconds()
    await asyncio.gather(*(learner.arrive(assets) for learner in learners))
    spent = {f"{prefix}_cpu_ms": round(1e3 * (server.cpu_seconds() - cpu) / count, 1)}
    await _leave(learners)
    return spent | _flat(tally, prefix)


async def active(server: Server, count: int, seconds: float, every: float) -> dict[str, float]:
    """``count`` learners at work; what they wait, and what they take."""
    await _warm_up(server)
    tally = Tally()
    before = server.memory_mib()
    learners = await _seated(server, count, tally)
    found = {"active_learners": count, "process_mib": round(before, 1)}
    cpu, started = server.cpu_seconds(), time.perf_counter()
    await asyncio.gather(*(learner.work(seconds, every) for learner in learners))
    lasted = time.perf_counter() - started
    found["active_mib_a_session"] = round((server.memory_mib() - before) / count, 3)
    found["active_cpu_share"] = round((server.cpu_seconds() - cpu) / lasted, 3)
    await _leave(learners)
    return found | _flat(tally, "active")


async def fair(
    server: Server, count: int, seconds: float, every: float, trainers: int, play: str
) -> dict[str, float]:
    """What ``count`` learners wait while ``trainers`` others let a network train all the time."""
    await _warm_up(server)
    tally, training = Tally(), Tally()
    learners = await _seated(server, count, tally)
    others = await _seated(server, trainers, training)
    for other in others:
        await other.train(play)
    frames = -sum(other.session.frames for other in others if other.session)
    cpu, started = server.cpu_seconds(), time.perf_counter()
    await asyncio.gather(*(learner.work(seconds, every) for learner in learners))
    lasted = time.perf_counter() - started
    frames += sum(other.session.frames for other in others if other.session)
    found = {
        "fair_learners": count,
        "fair_trainers": trainers,
        "fair_training_fps": round(frames / lasted / trainers, 2),
        "fair_cpu_share": round((server.cpu_seconds() - cpu) / lasted, 3),
    }
    await _leave([*learners, *others])
    tally.errors += training.errors
    return found | _flat(tally, "fair")


async def leave(server: Server, count: int, wait: float) -> dict[str, float]:
    """Does a class find the room that the one before it left? ``wait`` outlasts the sessions."""
    await _warm_up(server)
    room = []
    for _ in range(3):
        tally = Tally()
        learners = await _seated(server, count, tally)
        await asyncio.gather(*(learner.work(10.0, 5.0) for learner in learners))
        room.append(server.memory_mib())
        await _leave(learners)
        await asyncio.sleep(wait)
    return {"mib_kept_a_session_after_leaving": round((room[2] - room[1]) / count, 4)}


async def _seated(server: Server, count: int, tally: Tally) -> list[Learner]:
    """Learners who came one after another and turned to different pages."""
    learners = [Learner(server.base, tally, seed) for seed in range(count)]
    learners = [learner for learner in learners if await learner.arrive(assets=False)]
    tally.seconds.clear()
    for number, learner in enumerate(learners):
        assert learner.session
        pages = list(learner.session.screen.pages)
        await learner.turn_page(pages[number % len(pages)])
    tally.seconds.clear()
    return learners


async def _warm_up(server: Server) -> None:
    """The first visitor of a process pays for its imports."""
    learner = Learner(server.base, Tally(), seed=0)
    if await learner.arrive() and learner.session:
        for page in list(learner.session.screen.pages):
            await learner.turn_page(page)
    await learner.leave()


async def _leave(learners: list[Learner]) -> None:
    await asyncio.gather(*(learner.leave() for learner in learners))


def _flat(tally: Tally, prefix: str) -> dict[str, float]:
    for error, times in tally.errors.most_common(5):
        print(f"  {times} × {error}", flush=True)
    return tally.flat(prefix)
