"""Open the app in a browser once it answers: ``python scripts/open_browser.py 8501``.

Streamlit opens none for an app that serves itself, as ours does. A machine without a screen has
nothing to open: then this ends at once.
"""

from __future__ import annotations

import os
import sys
import time
import urllib.request
import webbrowser
from collections.abc import Mapping

SECONDS_TO_START = 60
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")


def has_screen(environment: Mapping[str, str]) -> bool:
    """Whether a window can open: elsewhere Python would take a browser for terminals."""
    return sys.platform in ("darwin", "win32") or any(map(environment.get, SCREENS))


def main() -> int:
    address = f"http://localhost:{sys.argv[1]}"
    if not has_screen(os.environ):
        return 0
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=5).close()
        except OSError:
            time.sleep(0.2)
        else:
            webbrowser.open(address)
            return 0
    return 1


if __name__ == "__main__":
    sys.exit(main())
