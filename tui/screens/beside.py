"""Where a chart lies: beside its list where it is wide, else below; on a small screen the list stands alone."""

from __future__ import annotations

from tui.render.frame import Box

_WIDE = 110
_LEAST_LIST, _LEAST_CHART = 6, 9


def beside(body: Box) -> tuple[Box, Box | None]:
    """Divide the room between a list and its chart."""
    if body.width >= _WIDE:
        left = body.width * 9 // 20
        return body._replace(width=left), Box(body.x + left, body.y, body.width - left, body.height)
    lower = max(_LEAST_CHART, body.height * 11 // 20)
    upper = body.height - lower
    if upper < _LEAST_LIST:
        return body, None
    return body._replace(height=upper), Box(body.x, body.y + upper, body.width, lower)


def halved(box: Box) -> tuple[Box, Box]:
    """Divide room between two charts, one above the other."""
    upper = box.height // 2
    return box._replace(height=upper), Box(box.x, box.y + upper, box.width, box.height - upper)
