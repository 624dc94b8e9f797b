# SPDX-License-Identifier: Apache-2.0
"""Charts of horizontal bars as SVG, without any library."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

COLORS = ["#1f6f54", "#d9822b", "#4878a8", "#a05195", "#7f7f7f"]
LABEL_WIDTH, PLOT_WIDTH, VALUE_WIDTH, MARGIN = 250, 460, 130, 16
BAR, GAP, LINE = 11, 6, 16
# White around the letters, which may lie on the line of the reference.
BAR_TEXT = ' font-size="10" stroke="#ffffff" stroke-width="3" paint-order="stroke"'


class Bar(NamedTuple):
    """One bar: its length, which of the series it belongs to, and what is written behind it."""

    value: float
    series: int = 0
    text: str = ""


class Group(NamedTuple):
    """Bars that share a label."""

    label: str
    bars: Sequence[Bar]


class Panel(NamedTuple):
    """Groups under a heading, on one scale."""

    heading: str
    groups: Sequence[Group]
    # Where a line is drawn, and what it says.
    reference: float | None = None
    reference_label: str = ""
    # Bars that are longer are cut here.
    limit: float = math.inf


def text(x: float, y: float, content: str, anchor: str = "start", extra: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{extra}>{escape(content)}</text>'


def panel_lines(panel: Panel, top: float) -> tuple[list[str], float]:
    """The elements of a panel and where it ends."""
    values = [min(bar.value, panel.limit) for group in panel.groups for bar in group.bars]
    longest = max([*values, panel.reference or 0], default=0) or 1
    left = MARGIN + LABEL_WIDTH
    lines = [text(MARGIN, top + 12, panel.heading, extra=' font-weight="bold"')]
    y = start = top + LINE + GAP
    behind = len(lines)
    for group in panel.groups:
        height = BAR * len(group.bars)
        lines.append(text(left - 8, y + height / 2 + 4, group.label, "end"))
        for bar in group.bars:
            width = PLOT_WIDTH * min(bar.value, panel.limit) / longest
            lines.append(
                f'<rect x="{left}" y="{y:.1f}" width="{width:.1f}" height="{BAR - 1}" '
                f'fill="{COLORS[bar.series % len(COLORS)]}"/>'
            )
            lines.append(text(left + width + 4, y + 9, bar.text, extra=BAR_TEXT))
            y += BAR
        y += GAP
    if panel.reference is not None:
        x = left + PLOT_WIDTH * panel.reference / longest
        # Drawn before the bars and what is written on them.
        lines.insert(
            behind,
            f'<line x1="{x:.1f}" y1="{start - 2}" x2="{x:.1f}" y2="{y:.1f}" stroke="#b00020" '
            'stroke-dasharray="4 3"/>',
        )
        label = text(x, y + 10, panel.reference_label, "middle", ' font-size="10" fill="#b00020"')
        lines.append(label)
        y += LINE
    return lines, y + GAP


def chart(title: str, subtitle: str, series: Sequence[str], panels: Sequence[Panel]) -> str:
    """An SVG document; `series` names the colours when there are several."""
    width = 2 * MARGIN + LABEL_WIDTH + PLOT_WIDTH + VALUE_WIDTH
    body = [
        text(MARGIN, MARGIN + 12, title, extra=' font-size="16" font-weight="bold"'),
        text(MARGIN, MARGIN + 30, subtitle, extra=' fill="#555555"'),
    ]
    y = MARGIN + 44.0
    if len(series) > 1:
        x = float(MARGIN)
        for index, name in enumerate(series):
            color = COLORS[index % len(COLORS)]
            body.append(f'<rect x="{x:.1f}" y="{y}" width="10" height="10" fill="{color}"/>')
            body.append(text(x + 14, y + 9, name))
            x += 34 + 7 * len(name)
        y += LINE + GAP
    for panel in panels:
        lines, y = panel_lines(panel, y)
        body += lines
    height = math.ceil(y + MARGIN)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12">'
    )
    background = f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
    return "\n".join([head, f"<title>{escape(title)}</title>", background, *body, "</svg>", ""])
