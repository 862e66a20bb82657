"""Durations as a clock shows them."""


def clock_text(seconds: float) -> str:
    """`0:59`, `2:13`, `1:02:13`: whole seconds, rounded to the nearest."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
