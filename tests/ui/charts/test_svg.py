"""Curves as SVG: whole, with every word of theirs, and with nothing from elsewhere."""

from __future__ import annotations

from xml.etree import ElementTree

import numpy as np

from lib.ui.charts.svg import svg
from lib.ui.charts.training import curve_rows, curve_spec

NAMESPACE = "{http://www.w3.org/2000/svg}"


def test_two_charts_become_one_picture() -> None:
    kinds = ("训练", "test")
    curves = [("训练", np.linspace(1.0, 0.1, 50)), ("test", np.linspace(1.1, 0.2, 50))]
    charts = [
        (curve_rows(curves), curve_spec("step", title, kinds, 200, hover=False))
        for title in ("loss", "accuracy")
    ]
    text = svg(charts, "Loss", "η = 2 < 3 & more")
    root = ElementTree.fromstring(text)
    assert [root[k].tag for k in (0, 1)] == [f"{NAMESPACE}title", f"{NAMESPACE}desc"]
    assert [root[k].text for k in (0, 1)] == ["Loss", "η = 2 < 3 & more"]
    assert root.attrib["role"] == "img"
    assert root.tag == f"{NAMESPACE}svg"
    words = {node.text for node in root.iter(f"{NAMESPACE}text")}
    assert {"step", "loss", "accuracy", *kinds} <= words
    assert len([node for node in root.iter(f"{NAMESPACE}path") if "stroke" in node.attrib]) >= 4
    assert "href" not in text
    assert "<script" not in text
