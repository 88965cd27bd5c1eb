"""One of three replicas is killed under a class at work: does everybody go on with their numbers?

``python -m benchmarks.load.failover`` needs nginx; it adds its numbers to benchmarks/load.json.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import time
from collections import Counter
from pathlib import Path

from benchmarks.load.__main__ import RESULT
from benchmarks.load.cluster import Cluster
from benchmarks.load.learner import Learner
from benchmarks.load.server import ROOT
from benchmarks.load.tally import Tally


async def measure(cluster: Cluster, count: int, seconds: float, every: float) -> dict[str, float]:
    """``count`` learners work for ``seconds``; halfway through, the first replica is killed."""
    tally = Tally()
    learners = [Learner(cluster.base, tally, seed) for seed in range(count)]
    crowd = asyncio.Semaphore(10)  # they come one after another, as through a door

    async def come_in(learner: Learner) -> bool:
        async with crowd:
            return await learner.arrive(assets=False)

    arrived = await asyncio.gather(*(come_in(learner) for learner in learners))
    here = [one for one, well in zip(learners, arrived, strict=True) if well]
    before = Counter(tally.errors)
    print(f"  {len(here)} learners are here", flush=True)

    async def kill() -> None:
        await asyncio.sleep(seconds / 2)
        cluster.replicas[0].kill()
        print("  one replica is dead", flush=True)

    started = time.perf_counter()
    await asyncio.gather(kill(), *(learner.work(seconds, every) for learner in here))
    lasted = time.perf_counter() - started
    # a last move of everybody proves that each still has a session with its own numbers
    at_work = tally.flat("failover")
    moves = len(tally.seconds.get("move", []))

    async def last_word(learner: Learner) -> None:
        async with crowd:
            await learner.last_word()

    await asyncio.gather(*(last_word(learner) for learner in here))
    went_on = len(tally.seconds["move"]) - moves
    await asyncio.gather(*(learner.leave() for learner in learners))
    for error, times in tally.errors.most_common(8):
        print(f"  {times} × {error}", flush=True)
    return {
        "failover_learners": count,
        "failover_replicas": len(cluster.replicas),
        "failover_seconds": round(lasted, 1),
        "failover_came_back": len(tally.seconds.get("away", [])),
        "failover_went_on": went_on,
        "failover_moves_made_again": tally.again,
        "failover_arrival_errors": sum(before.values()),
    } | {**at_work, "failover_errors": sum(tally.errors.values())}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--script", type=Path, default=ROOT / "app.py")
    parser.add_argument("--learners", type=int, default=500)
    parser.add_argument("--replicas", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--every", type=float, default=20.0, help="seconds between two moves")
    parser.add_argument("--output", type=Path, default=RESULT)
    options = parser.parse_args()
    with Cluster(options.script, options.replicas) as cluster:
        found = asyncio.run(measure(cluster, options.learners, options.seconds, options.every))
    print("\n".join(f"  {key} {value}" for key, value in found.items()), flush=True)
    known = json.loads(options.output.read_text("utf-8")) if options.output.exists() else {}
    options.output.write_text(json.dumps(known | found, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
