"""Measure a class on one server process: ``python -m benchmarks.load``.

Everything stays on this machine. Writes benchmarks/load.json, a flat object of names and numbers.
"""

from __future__ import annotations

import argparse
import asyncio
import json
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from benchmarks.load import phases
from benchmarks.load.server import ROOT, Server
from lib.ui.state import keys

RESULT = Path(__file__).parents[1] / "load.json"

Phase = Callable[[Server], Coroutine[Any, Any, dict[str, float]]]


def chosen_phases(options: argparse.Namespace) -> dict[str, Phase]:
    """What is measured, in order, by name."""
    count, every, seconds = options.active, options.every, options.seconds
    trainers, play = options.trainers, options.play
    every_phase: dict[str, Phase] = {
        "cost": phases.cost,
        "arrive": lambda server: phases.arrive(server, options.arrive, False),
        "arrive_new": lambda server: phases.arrive(server, options.arrive, True),
        "active": lambda server: phases.active(server, count, seconds, every),
        "fair": lambda server: phases.fair(
            server, count - trainers, seconds, every, trainers, play
        ),
        "leave": lambda server: phases.leave(server, count, options.leave),
    }
    return {name: every_phase[name] for name in options.phases.split(",")}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--script", type=Path, default=ROOT / "app.py")
    parser.add_argument(
        "--phases", default="cost,arrive,arrive_new,active,fair", help="and leave, which takes long"
    )
    parser.add_argument("--arrive", type=int, default=100, help="learners who come at once")
    parser.add_argument("--active", type=int, default=120, help="learners at work")
    parser.add_argument("--every", type=float, default=10.0, help="seconds between two moves")
    parser.add_argument("--seconds", type=float, default=60.0, help="how long they work")
    parser.add_argument("--trainers", type=int, default=20, help="learners who train meanwhile")
    parser.add_argument("--play", default=keys.TRAINING_PLAY, help="the key of the play button")
    parser.add_argument(
        "--leave", type=float, default=300.0, help="seconds to wait between two classes"
    )
    parser.add_argument("--output", type=Path, default=RESULT)
    options = parser.parse_args()
    found: dict[str, float] = {}
    for name, phase in chosen_phases(options).items():
        print(name, flush=True)
        with Server(options.script) as server:  # a process of its own, with nothing left over
            numbers = asyncio.run(phase(server))
        found |= numbers
        print("\n".join(f"  {key} {value}" for key, value in numbers.items()), flush=True)
    options.output.write_text(json.dumps(found, indent=2) + "\n", "utf-8")
    if errors := sum(value for name, value in found.items() if name.endswith("_errors")):
        raise SystemExit(f"{errors} errors")


if __name__ == "__main__":
    main()
