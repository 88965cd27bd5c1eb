"""How a step's cost grows, drawn on logarithmic axes as an SVG."""

from __future__ import annotations

import math
import re

WIDTH, HEIGHT, MARGIN = 260, 200, 46
PANELS = {
    "µs a step, by images": r"ours_us_n(\d+)$",
    "µs a step of all runs, by runs": r"sweep(\d+)_us_n16$",
    "µs a step, by steps done": r"ours_us_a_step_over_(\d+)_steps$",
}


def growth_plot(results: dict[str, float]) -> str:
    """Three panels; the broken line is what linear growth from the largest point would be."""
    panels = []
    for place, (title, pattern) in enumerate(PANELS.items()):
        points = sorted(
            (int(match[1]), value)
            for name, value in results.items()
            if (match := re.match(pattern, name))
        )
        if "runs" in title:
            points = [(runs, value * runs) for runs, value in points]
        panels.append(_panel(title, points, place * (WIDTH + MARGIN), "done" not in title))
    width = len(PANELS) * (WIDTH + MARGIN) + MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {HEIGHT + 2 * MARGIN}" '
        'font-family="sans-serif" font-size="11" fill="#333">\n'
        f'<rect width="100%" height="100%" fill="white"/>\n{"".join(panels)}</svg>\n'
    )


def _panel(title: str, points: list[tuple[int, float]], left: float, linear: bool) -> str:
    xs, ys = [math.log10(x) for x, _ in points], [math.log10(y) for _, y in points]
    low, high = math.floor(min(ys)), math.ceil(max(ys))
    span = max(xs) - min(xs)

    def at(x: float, y: float) -> str:
        across = left + MARGIN + (x - min(xs)) / span * WIDTH
        return f"{across:.1f},{MARGIN + (high - y) / (high - low) * HEIGHT:.1f}"

    parts = [
        f'<text x="{left + MARGIN}" y="24" font-size="13">{title}</text>',
        f'<rect x="{left + MARGIN}" y="{MARGIN}" width="{WIDTH}" height="{HEIGHT}" fill="none" '
        'stroke="#bbb"/>',
    ]
    for power in range(low, high + 1):
        y = MARGIN + (high - power) / (high - low) * HEIGHT
        parts.append(
            f'<text x="{left + MARGIN - 5}" y="{y + 4:.1f}" text-anchor="end">{10**power:g}</text>'
        )
    for x, (label, _) in zip(xs, points, strict=True):
        across = at(x, low).split(",")[0]
        parts.append(
            f'<text x="{across}" y="{MARGIN + HEIGHT + 15}" text-anchor="middle">{label}</text>'
        )
    if linear:
        start = max(min(xs), xs[-1] - (ys[-1] - low))
        parts.append(
            f'<polyline points="{at(start, ys[-1] - (xs[-1] - start))} {at(xs[-1], ys[-1])}" '
            'fill="none" stroke="#999" stroke-dasharray="4 3"/>'
        )
    line = " ".join(at(x, y) for x, y in zip(xs, ys, strict=True))
    parts.append(f'<polyline points="{line}" fill="none" stroke="#0072b2" stroke-width="2"/>')
    for x, y in zip(xs, ys, strict=True):
        across, down = at(x, y).split(",")
        parts.append(f'<circle cx="{across}" cy="{down}" r="3" fill="#0072b2"/>')
    return "\n".join(parts) + "\n"
