"""Where a Chromium is looked for, in which order, and what is done when there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from scripts import find_browser


@pytest.fixture(autouse=True)
def bare_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with no browser, no package manager, and nothing that can be run."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(find_browser, "USUAL_PLACES", ())
    monkeypatch.setattr(find_browser, "downloaded", lambda: None)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("nothing may be run here")

    monkeypatch.setattr(subprocess, "run", refuse)


@pytest.fixture
def browser(tmp_path: Path) -> str:
    path = tmp_path / "chromium"
    path.touch()
    return str(path)


def test_the_one_named_by_hand_comes_first(monkeypatch: pytest.MonkeyPatch, browser: str) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setenv("CHROMIUM", browser)
    assert find_browser.installed() == browser


def test_a_wrong_name_is_not_replaced_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setenv("CHROMIUM", "/nowhere/chrome")
    assert find_browser.installed() is None


def test_chromium_before_chrome(monkeypatch: pytest.MonkeyPatch) -> None:
    here = {"google-chrome": "/opt/google-chrome", "chromium": "/usr/bin/chromium"}
    monkeypatch.setattr(shutil, "which", here.get)
    assert find_browser.installed() == "/usr/bin/chromium"
    del here["chromium"]
    assert find_browser.installed() == "/opt/google-chrome"


def test_an_application_off_the_path_is_found(
    monkeypatch: pytest.MonkeyPatch, browser: str
) -> None:
    monkeypatch.setattr(find_browser, "USUAL_PLACES", ("/nowhere", browser))
    monkeypatch.setattr(find_browser, "downloaded", lambda: "/cache/chrome")
    assert find_browser.installed() == browser


def test_playwrights_download_comes_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find_browser, "downloaded", lambda: "/cache/chrome")
    assert find_browser.installed() == "/cache/chrome"


def record_steps(
    monkeypatch: pytest.MonkeyPatch, works: str, browser: str, apt: str | None = "/usr/bin/apt-get"
) -> list[str]:
    """Let ``install`` run on paper only; the command that contains ``works`` brings a browser."""
    steps: list[str] = []
    here: dict[str, str] = {"apt-get": apt} if apt else {}

    def run(step: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        line = " ".join(step)
        steps.append(line)
        if works in line:
            here["chromium"] = browser
        return subprocess.CompletedProcess(step, 0 if works in line or "update" in line else 1)

    monkeypatch.setattr(shutil, "which", here.get)
    monkeypatch.setattr(subprocess, "run", run)
    return steps


def test_the_distributions_package_is_tried_first(
    monkeypatch: pytest.MonkeyPatch, browser: str
) -> None:
    steps = record_steps(monkeypatch, "apt-get install", browser)
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    find_browser.install()
    assert [step.split()[1] for step in steps] == ["update", "install"]


def test_without_root_it_asks_sudo_without_a_prompt(
    monkeypatch: pytest.MonkeyPatch, browser: str
) -> None:
    steps = record_steps(monkeypatch, "apt-get install", browser)
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    find_browser.install()
    assert all(step.startswith("sudo -n /usr/bin/apt-get") for step in steps)


@pytest.mark.parametrize("apt", ["/usr/bin/apt-get", None])
def test_playwright_helps_out(
    monkeypatch: pytest.MonkeyPatch, browser: str, apt: str | None
) -> None:
    steps = record_steps(monkeypatch, "playwright install chromium", browser, apt)
    find_browser.install()
    assert steps[-1].endswith("-m playwright install chromium")
    assert find_browser.installed() == browser


def test_a_missing_sudo_is_no_crash(monkeypatch: pytest.MonkeyPatch, browser: str) -> None:
    steps = record_steps(monkeypatch, "playwright", browser)
    run = subprocess.run

    def without_sudo(step: list[str], **rest: Any) -> Any:
        if step[0] == "sudo":
            raise FileNotFoundError("sudo")
        return run(step, **rest)

    monkeypatch.setattr(subprocess, "run", without_sudo)
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    find_browser.install()
    assert steps == [f"{sys.executable} -m playwright install chromium"]


def test_the_path_is_printed(
    monkeypatch: pytest.MonkeyPatch, browser: str, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CHROMIUM", browser)
    assert find_browser.main() == 0
    assert capsys.readouterr().out == f"{browser}\n"


def test_no_browser_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(find_browser, "install", lambda: None)
    assert find_browser.main() == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "CHROMIUM=/path/to/chrome make test" in err
