"""Curves as SVG, drawn with nothing but text."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 720, 320
LEFT, RIGHT, TOP, BOTTOM = 56, 150, 36, 44
COLOURS = ("#2563eb", "#dc2626", "#059669", "#d97706", "#7c3aed", "#0891b2", "#be185d")


@dataclass(frozen=True)
class Line:
    name: str
    points: list[tuple[float, float]]


def draw_curves(title: str, across: str, lines: list[Line], top: float | None = None) -> str:
    """An SVG of lines over a common x. The y axis goes from 0 to `top`, or to the greatest value."""
    everything = [point for line in lines for point in line.points]
    if not everything:
        raise ValueError(f"There is nothing to draw for “{title}”.")
    right = max(x for x, _ in everything) or 1
    high = top or max(y for _, y in everything) * 1.05 or 1
    parts = [_frame(title, across, right, high)]
    parts += [_line(line, COLOURS[number % len(COLOURS)], number, right, high) for number, line in enumerate(lines)]
    return "\n".join([_opening(title), *parts, "</svg>\n"])


def draw_bars(title: str, across: str, heights: list[float]) -> str:
    """An SVG of bars, from the first at the left to the last at the right."""
    high = max(heights) * 1.05 or 1
    step = (WIDTH - LEFT - 20) / len(heights)
    bars = [
        f'<rect x="{LEFT + number * step:.2f}" y="{_y(value, high):.2f}" width="{max(step - 0.2, 0.4):.2f}" '
        f'height="{HEIGHT - BOTTOM - _y(value, high):.2f}" fill="{COLOURS[0]}"/>'
        for number, value in enumerate(heights)
    ]
    return "\n".join([_opening(title), _frame(title, across, len(heights), high, 20), *bars, "</svg>\n"])


def _opening(title: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{escape(title)}" font-family="sans-serif" font-size="12">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>'
    )


def _frame(title: str, across: str, right: float, high: float, margin: int = RIGHT) -> str:
    ticks = [high * share / 4 for share in range(5)]
    end = WIDTH - margin
    rows = [
        f'<line x1="{LEFT}" x2="{end}" y1="{_y(value, high):.1f}" y2="{_y(value, high):.1f}" stroke="#e5e7eb"/>'
        f'<text x="{LEFT - 6}" y="{_y(value, high) + 4:.1f}" text-anchor="end">{value:.3g}</text>'
        for value in ticks
    ]
    words = (
        f'<text x="{LEFT}" y="20" font-size="14" font-weight="bold">{escape(title)}</text>'
        f'<text x="{(LEFT + end) / 2:.0f}" y="{HEIGHT - 8}" text-anchor="middle">{escape(across)}</text>'
        f'<text x="{LEFT}" y="{HEIGHT - BOTTOM + 16}" text-anchor="middle">0</text>'
        f'<text x="{end}" y="{HEIGHT - BOTTOM + 16}" text-anchor="middle">{right:.4g}</text>'
    )
    return "\n".join([*rows, words])


def _line(line: Line, colour: str, number: int, right: float, high: float) -> str:
    span = WIDTH - LEFT - RIGHT
    points = " ".join(f"{LEFT + span * x / right:.1f},{_y(y, high):.1f}" for x, y in line.points)
    at = TOP + 14 + number * 18
    return (
        f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="1.6"/>'
        f'<text x="{WIDTH - RIGHT + 10}" y="{at}" fill="{colour}">{escape(line.name)}</text>'
    )


def _y(value: float, high: float) -> float:
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * min(value, high) / high
