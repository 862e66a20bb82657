"""The variables of psql that a session has, and those of psql's own that mean something here."""

from collections.abc import Callable
from dataclasses import field
from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.sql.psql_arguments import truth

CHANGES_RUNNING: Final = frozenset({"AUTOCOMMIT", "ON_ERROR_ROLLBACK", "SINGLELINE", "SINGLESTEP"})
"""What these say about how statements are run is said elsewhere here; each has the value that changes nothing."""
_HARMLESS: Final = {"AUTOCOMMIT": True, "ON_ERROR_ROLLBACK": False, "SINGLELINE": False, "SINGLESTEP": False}
_PRESET: Final = {"AUTOCOMMIT": "on", "ENCODING": "UTF8", "ERROR": "false", "SQLSTATE": "00000", "ROW_COUNT": "0"}
SERVER_SETS: Final = frozenset(
    {"DBNAME", "USER", "HOST", "PORT", "SERVER_VERSION_NAME", "SERVER_VERSION_NUM", "ENCODING"}
)
_OTHERS_WITH_MEANING: Final = frozenset(
    [
        "ECHO",
        "ECHO_HIDDEN",
        "FETCH_COUNT",
        "HISTCONTROL",
        "HISTSIZE",
        "IGNOREEOF",
        "ON_ERROR_STOP",
        "PROMPT1",
        "PROMPT2",
        "PROMPT3",
        "QUIET",
        "COMP_KEYWORD_CASE",
        "HIDE_TABLEAM",
        "HIDE_TOAST_COMPRESSION",
        "SHOW_ALL_RESULTS",
        "SHOW_CONTEXT",
        "VERBOSITY",
        "WATCH_INTERVAL",
    ]
)
_SPECIAL: Final = CHANGES_RUNNING | _OTHERS_WITH_MEANING


@dataclass(slots=True)
class Variables:
    """Those of one run.

    Attributes:
        look_up: Finds the value of a variable that is the server's to know; None when it cannot be found.
        hidden: Those that have no value before one is set by the script, because they mean something else in this run.
    """

    look_up: Callable[[str], str | None] = lambda _name: None
    hidden: frozenset[str] = frozenset()
    _values: dict[str, str] = field(default_factory=lambda: dict(_PRESET))
    _removed: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for name in self.hidden:
            self.unset(name)

    def get(self, name: str) -> str | None:
        """The value; None when there is none."""
        value = self._values.get(name)
        if value is None and name in SERVER_SETS and name not in self._removed:
            value = self.look_up(name)
            if value is not None:
                self._values[name] = value
        return value

    def set(self, name: str, value: str) -> None:
        """Give it a value."""
        self._values[name] = value

    def note(self, name: str, value: str) -> None:
        """Give one a value that psql itself gives to its own."""
        if name not in self.hidden:
            self._values[name] = value

    def unset(self, name: str) -> None:
        """Take its value away, if it has one."""
        self._values.pop(name, None)
        self._removed.add(name)

    def listed(self) -> list[tuple[str, str]]:
        """All that were set, by name."""
        return sorted(self._values.items())


def has_meaning(name: str) -> bool:
    """Whether psql itself looks at the variable, so that no result of a query may set it."""
    return name in _SPECIAL


def is_harmless(name: str, value: str) -> bool:
    """Whether a value for one of `CHANGES_RUNNING` leaves things as they are here."""
    return truth(value) is _HARMLESS[name]
