"""Durations as a clock shows them."""


def clock_text(seconds: float) -> str:
    """`0:59`, `2:13`, `1:02:13`: whole seconds, rounded to the nearest."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def duration_text(seconds: float) -> str:
    """`42 ms`, `1.6 s`, `2:13`: as exactly as a person wants to know it."""
    if seconds < 0.9995:
        return f"{round(seconds * 1000)} ms"
    return f"{seconds:.1f} s" if seconds < 59.95 else clock_text(seconds)
