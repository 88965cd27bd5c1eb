"""Find a Chromium for the browser tests, or install one; print its path.

The system's own comes first, then the distribution's package, then Playwright's download.
`CHROMIUM=/path/to/chrome` names one by hand.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
USUAL_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


def installed() -> str | None:
    """The path of a Chromium that is here already, or None."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).is_file() else None
    for name in NAMES:
        if found := shutil.which(name):
            return found
    return next((place for place in USUAL_PLACES if Path(place).is_file()), None) or downloaded()


def downloaded() -> str | None:
    """The path of Playwright's own Chromium, or None where it was not downloaded."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if path and Path(path).is_file() else None


def install() -> None:
    """Try each way to get a browser, until one works."""
    apt = shutil.which("apt-get")
    if apt:
        prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
        ways = [
            [[*prefix, apt, "update", "-qq"], [*prefix, apt, "install", "-y", "-qq", "chromium"]]
        ]
    else:
        ways = []
    ways.append([[sys.executable, "-m", "playwright", "install", "chromium"]])
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for way in ways:
        try:
            done = all(
                subprocess.run(step, env=environment, stdout=sys.stderr, check=False).returncode
                == 0
                for step in way
            )
        except OSError as error:  # no sudo, say
            print(error, file=sys.stderr)
            continue
        if done and installed():
            return


def main() -> int:
    if not installed():
        install()
    path = installed()
    if path is None:
        print(
            "No Chromium or Chrome was found and none could be installed. "
            "Install one, or name it: CHROMIUM=/path/to/chrome make test",
            file=sys.stderr,
        )
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
