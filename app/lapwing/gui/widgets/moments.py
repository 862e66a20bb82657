"""Moments in words, by this computer's clock and in the person's own way."""

from PySide6.QtCore import QDateTime, QLocale


def moment_text(at: float | None) -> str:
    """A moment (Unix seconds); only the clock where it is of today, a dash where there is none."""
    if not at:
        return "–"
    moment = QDateTime.fromMSecsSinceEpoch(int(at * 1000))
    if moment.date() == QDateTime.currentDateTime().date():
        return moment.time().toString("HH:mm:ss")
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def exact_text(at: float, clock: str = "HH:mm:ss") -> str:
    """A moment with its seconds, or as exactly as `clock` says; behind its day where that is not today."""
    moment = QDateTime.fromMSecsSinceEpoch(int(at * 1000))
    told = QLocale().toString(moment.time(), clock)
    if moment.date() == QDateTime.currentDateTime().date():
        return told
    return f"{QLocale().toString(moment.date(), QLocale.FormatType.ShortFormat)} {told}"
