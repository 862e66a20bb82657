"""Jobs in words."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication

from lapwing.domain.errors import ErrorFacts, from_wire
from lapwing.domain.jobs import JobFacts, JobState
from lapwing.domain.visible import visible_text
from lapwing.gui.i18n import error_text
from lapwing.gui.widgets.counts import grouped, with_grouped

_MINUTE_S: Final = 60
_HOUR_S: Final = 3600


def title(job: JobFacts) -> str:
    """What it does."""
    if job.kind == "export":
        return QCoreApplication.translate("Jobs", "Export {name}").format(name=job.subject)
    if job.kind == "import":
        return QCoreApplication.translate("Jobs", "Import {name}").format(name=visible_text(job.subject))
    return job.subject


def percent(job: JobFacts) -> str:
    """How much is done; empty where nobody knows."""
    return "" if job.share is None else f"{int(100 * job.share)}\u00a0%"


def in_short(job: JobFacts) -> str:
    """For the status bar: what it does, and how far it is."""
    if job.state is JobState.DONE:
        end = QCoreApplication.translate("Jobs", "done")
    elif job.state is JobState.FAILED:
        end = QCoreApplication.translate("Jobs", "failed")
    elif job.state is JobState.CANCELLED:
        end = QCoreApplication.translate("Jobs", "cancelled")
    else:
        end = percent(job)
    return f"{title(job)} {end}".strip()


def progress(job: JobFacts) -> str:
    """Rows, rate and the time that is left, or how it ended."""
    if job.error is not None:
        return error_text(from_wire(job.error))
    if job.state is JobState.CANCELLED and job.kind == "import":
        return QCoreApplication.translate("Jobs", "Cancelled; nothing was imported.")
    if job.state is JobState.CANCELLED:
        return QCoreApplication.translate("Jobs", "Cancelled; nothing was written.")
    if job.state is JobState.CANCELLING:
        return QCoreApplication.translate("Jobs", "Being cancelled…")
    if job.state is JobState.DONE:
        words = QCoreApplication.translate("Jobs", "%n row(s) in {time}", "", job.done)
        return with_grouped(words, job.done).format(time=duration(job.elapsed_s))
    parts = [_rows(job)]
    if job.rate_per_s >= 1:
        words = QCoreApplication.translate("Jobs", "{count} rows/s")
        parts.append(words.format(count=grouped(round(job.rate_per_s))))
    if job.eta_s is not None:
        parts.append(QCoreApplication.translate("Jobs", "{time} left").format(time=duration(job.eta_s)))
    return "  ·  ".join(parts)


def _rows(job: JobFacts) -> str:
    if job.total is None:
        return with_grouped(QCoreApplication.translate("Jobs", "%n row(s)", "", job.done), job.done)
    if job.is_total_exact:
        words = QCoreApplication.translate("Jobs", "{count} of {total} rows")
    else:
        words = QCoreApplication.translate("Jobs", "{count} of about {total} rows")
    return words.format(count=grouped(job.done), total=grouped(job.total))


def notes(job: JobFacts) -> list[str]:
    """What a person should know of what it made."""
    return [error_text(from_wire(note)) for note in job.notes]


def duration(seconds: float) -> str:
    """As people read it: `0.4 s`, `12 s`, `3 min 20 s`, `2 h 5 min`."""
    if seconds < 10:
        return f"{seconds:.1f}\u00a0s"
    whole = round(seconds)
    if whole < _MINUTE_S:
        return f"{whole}\u00a0s"
    if whole < _HOUR_S:
        return f"{whole // _MINUTE_S}\u00a0min {whole % _MINUTE_S}\u00a0s"
    return f"{whole // _HOUR_S}\u00a0h {whole % _HOUR_S // _MINUTE_S}\u00a0min"


def details(job: JobFacts) -> str:
    """Everything there is to say about one that failed, for a clipboard."""
    lines = [title(job), job.path, progress(job)]
    if job.error is not None:
        lines += [f"{name}: {fact}" for name, fact in {"code": job.error.code, **job.error.facts}.items()]
    return "\n".join(line for line in lines if line)


def ended_with(job: JobFacts, state: JobState, error: ErrorFacts | None) -> JobFacts:
    """The job, over."""
    return replace(job, state=state, error=error, eta_s=None)
