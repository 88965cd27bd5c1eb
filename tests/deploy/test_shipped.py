"""What is served: the shipped configuration, at little cost, found by everybody on a localhost."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.load.learner import Learner
from benchmarks.load.server import ROOT, command, free_port
from benchmarks.load.tally import Tally
from scripts.open_browser import SCREENS
from tests import loops
from tests.browser.server import Server

LINES_A_VISIT = 5
WATCHED = re.compile(r"^inotify wd:", re.MULTILINE)


def watched_folders(pid: int) -> int:
    """How many folders a process has the kernel watch. Linux only."""
    found = 0
    for entry in Path(f"/proc/{pid}/fdinfo").iterdir():
        try:
            found += len(WATCHED.findall(entry.read_text()))
        except OSError:  # closed between the two
            continue
    return found


def test_a_visit_leaves_the_log_and_the_folder_alone() -> None:
    server, tally = Server(), Tally()
    server.start()
    try:
        before = len(server.log().splitlines())

        async def visit() -> None:
            learner = Learner(server.origin, tally, seed=1)
            assert await learner.arrive(), tally.errors
            await learner.move()
            await learner.turn_page("backward")
            if sys.platform == "linux":
                assert watched_folders(server.pid) == 0
            await learner.leave()

        loops.run(visit())
        said = server.log().splitlines()[before:]
        assert len(said) <= LINES_A_VISIT, said
    finally:
        server.stop()
    assert not tally.errors


def test_tests_and_benchmarks_say_only_where() -> None:
    options = [word.split("=")[0] for word in command(ROOT / "app.py", 1) if word.startswith("--")]
    assert options == ["--server.address", "--server.port"]


def run_command(port: int) -> str:
    """The line of ``make run`` that starts the app, once everything is installed."""
    asked = ["make", "--just-print", "--no-print-directory", "run", f"PORT={port}"]
    asked += [f"BIN={Path(sys.executable).parent}"]
    made = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    return made.stdout.splitlines()[-1]


@contextmanager
def made_run(port: int, log: Path, **environment: str | None) -> Iterator[None]:
    """``make run``, with some variables set and, where None, taken away."""
    variables = {
        name: text for name, text in (os.environ | environment).items() if text is not None
    }
    with log.open("wb") as out:
        process = subprocess.Popen(
            ["/bin/sh", "-c", run_command(port)],
            cwd=ROOT,
            env=variables,
            stdout=out,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
        )
    try:
        until(lambda: answers(f"http://127.0.0.1:{port}"), log)
        yield
    finally:
        process.terminate()
        process.wait(20)


def answers(base: str) -> bool:
    try:
        with urllib.request.urlopen(f"{base}/_stcore/health", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def until(holds: Callable[[], object], log: Path) -> None:
    deadline = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < deadline, log.read_text("utf-8", "replace")
        time.sleep(0.05)


def has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True


def test_localhost_is_found_by_either_address(tmp_path: Path) -> None:
    port, log = free_port(), tmp_path / "log"
    with made_run(port, log, **dict.fromkeys(SCREENS)):
        assert answers(f"http://[::1]:{port}") or not has_ipv6()
        assert f"http://localhost:{port}" in log.read_text("utf-8")


def test_a_browser_opens_where_there_is_one(tmp_path: Path) -> None:
    port, log, opened = free_port(), tmp_path / "log", tmp_path / "opened"
    program = tmp_path / "browser"
    program.write_text(f'#!/bin/sh\necho "$1" > "{opened}"\n', "utf-8")
    program.chmod(0o755)
    with made_run(port, log, BROWSER=f"{program} %s"):
        until(lambda: opened.exists() and opened.read_text("utf-8"), log)
    assert opened.read_text("utf-8") == f"http://localhost:{port}\n"
