"""KaTeX for our own sheets of formulas.

Streamlit sets its formulas with a KaTeX that it has woven into its own code. Ours is the same
version, so that the styles and fonts which every page has fit.
"""

from __future__ import annotations

from pathlib import Path

from lib.ui.bridge import scripts

VERSION = "0.16.47"
FILE = Path(__file__).parents[1] / "components" / "sheet" / "katex" / f"katex-{VERSION}.min.js"
PATH = scripts.serve("katex", FILE.read_bytes())
"""Its address, from the root of the server."""
