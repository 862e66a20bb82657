"""What `lapwing doctor` and the window's diagnostics find."""

from enum import StrEnum

from lapwing.domain.late_dataclass import dataclass


class State(StrEnum):
    OK = "ok"
    NOTE = "note"
    """Worth knowing, nothing wrong."""
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: what was looked at, and what is so. Holds no secret."""

    subject: str
    words: str
    state: State = State.OK


@dataclass(frozen=True, slots=True)
class Section:
    """Findings that belong together."""

    title: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What is so in this installation, told so that it can be shown to others: no secrets, no hosts, no SQL, no names
    of connections; the home folder is `~`."""

    sections: tuple[Section, ...]
