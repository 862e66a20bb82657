"""Which time the charts of a dashboard show. No Qt here."""

from dataclasses import replace
from typing import Final

from lapwing.domain.late_dataclass import dataclass

RANGES_S: Final = (900, 3_600, 3 * 3_600, 12 * 3_600, 86_400, 7 * 86_400, 30 * 86_400)
"""Spans that are offered, until now."""
INTERVALS_S: Final = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0)
_LEAST_S: Final = 2.0
"""A shorter time cannot be zoomed into."""


@dataclass(frozen=True, slots=True)
class TimeWindow:
    """The last `span_s` seconds, or the time from `start` to `end` (Unix seconds).

    Attributes:
        start, end: Both or none; a person's own range.
        paused_at: The charts stand still at this moment; None: they go on.
        zoom: A part of it that was drawn out with the mouse.
    """

    span_s: float = RANGES_S[0]
    start: float | None = None
    end: float | None = None
    paused_at: float | None = None
    zoom: tuple[float, float] | None = None

    def whole(self, now: float) -> tuple[float, float]:
        """From when to when, without the zoom."""
        if self.start is not None and self.end is not None:
            return self.start, self.end
        until = now if self.paused_at is None else self.paused_at
        return until - self.span_s, until

    def bounds(self, now: float) -> tuple[float, float]:
        """From when to when charts are drawn."""
        return self.zoom or self.whole(now)

    def last(self, span_s: float) -> "TimeWindow":
        """Until now, for so long."""
        return TimeWindow(span_s, paused_at=self.paused_at)

    def fixed(self, start: float, end: float) -> "TimeWindow":
        """A time that does not move."""
        return replace(self, start=start, end=max(end, start + _LEAST_S), zoom=None, paused_at=None)

    def zoomed(self, start: float, end: float) -> "TimeWindow":
        """A part of what is shown; a time that is too short for anything to be seen is made longer."""
        start, end = min(start, end), max(start, end)
        middle = (start + end) / 2
        half = max(end - start, _LEAST_S) / 2
        return replace(self, zoom=(middle - half, middle + half))

    def unzoomed(self) -> "TimeWindow":
        return replace(self, zoom=None)

    def paused(self, now: float | None) -> "TimeWindow":
        """Standing still at `now`, or going on."""
        return replace(self, paused_at=now, zoom=self.zoom if now is not None else None)

    def state(self) -> dict[str, str]:
        """What is kept over a restart: its span, or its own time."""
        if self.start is not None and self.end is not None:
            return {"start": repr(self.start), "end": repr(self.end), "span": repr(self.span_s)}
        return {"span": repr(self.span_s)}


def window_of(state: dict[str, str]) -> TimeWindow:
    """What was kept; what cannot be read is as at first."""
    numbers: dict[str, float] = {}
    for name in ("span", "start", "end"):
        try:
            numbers[name] = float(state.get(name, ""))
        except ValueError:
            continue
    made = TimeWindow(min(max(numbers.get("span", RANGES_S[0]), 60.0), 400 * 86_400.0))
    if 0 < numbers.get("start", 0) < numbers.get("end", 0) < 1e12:
        return made.fixed(numbers["start"], numbers["end"])
    return made
