"""What can go wrong with samples and annotations that are kept."""

from lapwing.domain.errors import LapwingError


class MetricsUnusable(LapwingError):
    """Kept samples cannot be opened, read or written. Servers are monitored all the same.

    Facts: `path`, `reason` (a clause without its full stop).
    """

    code = "series.unusable"
    message = "The metrics kept in {path} cannot be used: {reason}."
    hint = "Servers are monitored, but nothing is kept. See to the file, its folder and the room on the disk."
    exit_code = 6


class MetricsPutAside(LapwingError):
    """The file was damaged. Facts: `path`, `kept`, `reason`."""

    code = "series.damaged"
    message = "The metrics kept in {path} are damaged ({reason})."
    hint = "The file was kept as {kept}, and a new one was begun."


class MetricsNotExported(LapwingError):
    """Facts: `path`, `reason` (a clause without its full stop)."""

    code = "series.not_exported"
    message = "The metrics cannot be written to {path}: {reason}."
    hint = "Choose another file, or see to the room on the disk."
    exit_code = 6


class AnnotationGone(LapwingError):
    code = "annotation.gone"
    message = "That annotation is no longer there."
    hint = "Read the annotations again."
    exit_code = 2


class AnnotationsUnusable(LapwingError):
    """Facts: `path`, `reason` (a clause without its full stop)."""

    code = "annotation.unusable"
    message = "The annotations in {path} cannot be used: {reason}."
    hint = "See to the file, its folder and the room on the disk."
    exit_code = 6


class AnnotationsPutAside(LapwingError):
    """The file was damaged. Facts: `path`, `kept`, `reason`."""

    code = "annotation.damaged"
    message = "The annotations in {path} are damaged ({reason})."
    hint = "The file was kept as {kept}, and a new one was begun."


class StatementsUnusable(LapwingError):
    """Facts: `path`, `reason` (a clause without its full stop)."""

    code = "statements.unusable"
    message = "What statements did is kept in {path}, which cannot be used: {reason}."
    hint = "See to the file, its folder and the room on the disk."
    exit_code = 6


class StatementsPutAside(LapwingError):
    """The file was damaged. Facts: `path`, `kept`, `reason`."""

    code = "statements.damaged"
    message = "What statements did, in {path}, is damaged ({reason})."
    hint = "The file was kept as {kept}, and a new one was begun."
