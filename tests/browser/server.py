"""A Streamlit server in a process of its own, on a loopback port of its own."""

from __future__ import annotations

import signal
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

from benchmarks.load.server import ROOT, command, free_port

SECONDS_TO_START = 60


class Server:
    """``streamlit run app.py``; started with ``start``, ended by its process id.

    The files it serves are read once: an edit while the tests run changes nothing.
    """

    def __init__(self, script: Path = ROOT / "app.py") -> None:
        self.script = script
        self.port = free_port()
        self._process: subprocess.Popen[bytes] | None = None
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the server

    @property
    def origin(self) -> str:
        """Scheme, host and port, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        """The process that runs now.

        Raises:
            RuntimeError: none does.
        """
        if self._process is None:
            raise RuntimeError("The server does not run.")
        return self._process.pid

    def start(self) -> None:
        """Start on ``port`` and wait until the server answers.

        Raises:
            RuntimeError: it ended, or did not answer in time; the message has its log.
        """
        self._process = subprocess.Popen(
            command(self.script, self.port),
            cwd=ROOT,
            stdout=self._log,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + SECONDS_TO_START
        while not self._answers():
            if self._process.poll() is not None:
                raise RuntimeError(f"The server ended.\n{self.log()}")
            if time.monotonic() > deadline:
                self.stop()
                raise RuntimeError(f"The server did not answer.\n{self.log()}")
            time.sleep(0.05)

    def stop(self) -> None:
        """End the process as Ctrl-C would, by force if that does not help."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """``kill -9``: no farewell to anybody."""
        self._end(signal.SIGKILL)

    def log(self) -> str:
        """Everything that the server has printed, errors included."""
        self._log.seek(0)
        return self._log.read().decode("utf-8", "replace")

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.origin}/_stcore/health", timeout=5) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def _end(self, how: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(how)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
