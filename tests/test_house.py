"""The arrows between the rooms: kept as they are, and seen to break when one is turned round."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LINTER = Path(sys.executable).with_name("lint-imports")
BARE = shutil.ignore_patterns("__pycache__", "*.csv", "*.npz", "*.npy")


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter in a folder; the result has its exit code and its report."""
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "200", "PYTHONPATH": str(folder)}
    return subprocess.run(
        [LINTER, "--no-cache"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The house's code and contracts, to be spoilt."""
    for room in ("lib", "pages"):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=BARE)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_contract_is_kept(copy: Path) -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    found = lint(copy)
    assert found.returncode == 0, found.stdout + found.stderr
    assert f"Contracts: {len(contracts)} kept, 0 broken." in found.stdout
    assert len(contracts) >= 3


FORBIDDEN = [
    ("lib/network/loss.py", "import streamlit", "knows the screen"),
    ("lib/training/__init__.py", "import streamlit", "knows the screen"),
    ("lib/derivation/__init__.py", "import altair", "knows the screen"),
    ("lib/scenario/__init__.py", "import streamlit", "knows the screen"),
    ("lib/practice/work.py", "import streamlit", "knows the screen"),
    ("lib/text/__init__.py", "import streamlit", "knows the screen"),
    ("lib/network/loss.py", "import pandas", "NumPy only"),
    ("lib/network/loss.py", "import lib.training", "one way"),
    ("lib/numbers/__init__.py", "import numpy", "standard library only"),
    ("lib/numbers/__init__.py", "import lib.text", "one way"),
    ("lib/training/__init__.py", "import lib.derivation", "one way"),
    ("lib/derivation/__init__.py", "import lib.scenario", "one way"),
    ("lib/scenario/__init__.py", "import lib.ui", "one way"),
    ("lib/practice/work.py", "import lib.ui", "one way"),
    ("lib/derivation/__init__.py", "import lib.practice.work", "one way"),
    ("lib/ui/__init__.py", "import pages.forward", "one way"),
    ("lib/training/run.py", "import scipy", "NumPy only"),
    ("lib/ui/state/keys.py", "import lib.ui.follow.page", "Inside lib.ui"),
    ("lib/ui/bridge/katex.py", "import lib.ui.state.keys", "Inside lib.ui"),
    ("lib/ui/follow/part.py", "import lib.ui.components.formula", "Inside lib.ui"),
    ("lib/ui/components/formula.py", "import lib.ui.lessons.network", "Inside lib.ui"),
    ("lib/ui/compare/view.py", "import lib.ui.training.views", "Inside lib.ui"),
    ("lib/ui/lessons/network.py", "import lib.ui.frame.pages", "Inside lib.ui"),
    ("lib/ui/frame/pages.py", "import lib.ui.server.headers", "Inside lib.ui"),
]
"""A file, a line that it must not have, and words from the name of the contract."""


def test_every_forbidden_import_is_caught(copy: Path) -> None:
    for name, line, _ in FORBIDDEN:
        path = copy / name
        path.write_text(path.read_text("utf-8") + f"\n{line}\n", "utf-8")
    found = lint(copy)
    assert found.returncode == 1, found.stdout + found.stderr
    _, *told = re.split(r"(?m)^(.+)\n-+$", found.stdout)
    reports = dict(zip(told[::2], told[1::2], strict=True))
    for name, line, contract in FORBIDDEN:
        text = "".join(text for title, text in reports.items() if contract in title)
        module = name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        assert f"{module} -> {line.split()[1]}" in text, (name, line, found.stdout)


def test_importing_the_network_loads_no_screen() -> None:
    """What the linter reads, seen at run time too."""
    code = (
        "import sys, lib.network; "
        "print(sorted({'streamlit', 'altair', 'pandas', 'scipy'} & set(sys.modules)))"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"
