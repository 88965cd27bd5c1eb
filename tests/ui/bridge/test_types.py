"""What Python sends a component is what ``types.d.ts`` says its JavaScript gets."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from lib.scenario import preset
from lib.text import LANGUAGES
from lib.ui.components import (
    curve,
    diagram,
    easel,
    grids,
    printer,
    result_maps,
    sheet,
    sign,
    small_multiples,
    thumbnails,
    verdict,
)
from lib.ui.follow import address, panel
from lib.ui.follow.part import Part
from lib.ui.follow.snapshot import Snapshot
from lib.ui.frame.pages import PARTS

ROOT = Path(__file__).parents[3]
TSC = ROOT / "node_modules" / ".bin" / "tsc"
FOLLOWING = {
    curve.COMPONENT: "CurveNow",
    diagram.COMPONENT: "DiagramNow",
    grids.COMPONENT: "GridsNow",
    panel.COMPONENT: "Readout",
    sheet.COMPONENT: "SheetNow",
    verdict.COMPONENT: "Verdict",
}
FRAME = 'PanelData["frame"]'
CELL = result_maps.Cell("0", "0.1", "0.1 at 1", 0.5, "A", True)
LINE = small_multiples.Line([0, 1], [1.0, 0.5], "seed 0", 0, "A")
AXES = small_multiples.Axes(1, 0.01, 1.0, True, 0.5, ("0.01", "1"), "step")
DRAWN: dict[str, tuple[ModuleType, Callable[[], None]]] = {
    "EaselData": (
        easel,
        lambda: easel.draw(
            {"easel": "a", "brush": "b", "add": ["0", "1"], "clear": "c"}, lambda: None
        ),
    ),
    "Printer": (printer, lambda: printer.draw("Print")),
    "ResultMaps": (
        result_maps,
        lambda: result_maps.draw(
            [result_maps.Table("t", "c", ["1"], ["2"], [CELL])], "k", lambda: None
        ),
    ),
    "SignData": (sign, lambda: sign.draw("±", "k")),
    "VerdictData": (verdict, lambda: verdict.draw("right", ["Right."], "k")),
    "SmallMultiples": (
        small_multiples,
        lambda: small_multiples.draw(
            [small_multiples.Panel("t", "s", "n", [LINE])], AXES, ["a"], "k"
        ),
    ),
    "Thumbnails": (
        thumbnails,
        lambda: thumbnails.draw(
            [
                thumbnails.Picture(
                    "0", thumbnails.pixels_of(np.zeros((4, 4))), ["image 0"], "image 0"
                )
            ],
            "k",
        ),
    ),
}


def kind_of(part: Part) -> str:
    """The type of what a part shows; one beside a sheet tells of its factors."""
    beside = [other.beside for other in PARTS.values()]
    return "FactorsNow" if part in beside else FOLLOWING[part.component]


def written(number: int, kind: str, data: Any) -> str:
    return f"const data{number}: {kind} = {json.dumps(data)};"


def test_every_component_is_sent_what_its_types_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not TSC.exists() or shutil.which("node") is None:
        pytest.skip("tsc is not here: make lint brings it where Node and npm are")
    sent: list[tuple[str, Any]] = [("AddressNow", address.now("link"))]
    single = panel.Single("x", "", "a", "b", -1.0, 1.0, 0.1, 2.0)
    for language in LANGUAGES:
        sent += [
            (FRAME, panel.frame_of_all(language)),
            (FRAME, panel.frame_of(single, "k", language)),
        ]
        now = Snapshot(replace(preset("notes"), language=language, precision=17))
        sent += [(kind_of(part), part.build(now)) for part in PARTS.values()]
    for kind, (module, draw) in DRAWN.items():
        monkeypatch.setattr(
            module,
            "COMPONENT",
            lambda kind=kind, data=None, **_: sent.append((kind, data)),
        )
        draw()
    assert {kind for kind, _ in sent} == {
        "AddressNow",
        FRAME,
        "FactorsNow",
        *FOLLOWING.values(),
        *DRAWN,
    }
    lines = [written(number, *one) for number, one in enumerate(sent)]
    file = tmp_path / "sent.ts"
    file.write_text("\n".join([*lines, "export {};"]), encoding="utf-8")
    types = ROOT / "lib" / "ui" / "bridge" / "types.d.ts"
    checked = subprocess.run(
        [TSC, "--noEmit", "--strict", "--types", "", types, file],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert checked.returncode == 0, checked.stdout[:4000]
