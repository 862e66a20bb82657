"""What a pasted text says: first in the words of its own form, then as a target."""

from dataclasses import field

from lapwing.domain.connections import Target
from lapwing.domain.errors import LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.secrets import Secret


class PastedUnknown(LapwingError):
    """A pasted text that says no connection, or says it in a way that could be read wrongly. It is never repeated."""

    code = "pasted.unknown"
    message = "This was not understood as a connection: {reason}"
    hint = (
        "Paste a connection URL such as postgresql://me@db.example.org:5432/shop, a JDBC or ODBC connection string, a "
        "psql or mysql command line, lines of an .env file, or the path of a SQLite file; or fill in the fields."
    )
    exit_code = 2


@dataclass(frozen=True, slots=True)
class Pasted:
    """A pasted text, understood.

    Attributes:
        target: Where it leads; it holds no secret.
        password: The one it held.
        form: What it was, in words: `JDBC URL`, `psql command line`.
        ignored: Sentences on what was understood but has no effect here.
        assumed: Sentences on what it was taken to mean where it can be read in more than one way.
        key_password: What opens the client key, where that was in it.
    """

    target: Target
    password: Secret | None
    form: str
    ignored: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    key_password: Secret | None = None


@dataclass(slots=True, repr=False)
class Found:
    """Settings in the words of their form; a later one overrides an earlier one of the same meaning.

    Attributes:
        family: Kind of server: `postgresql`, `mysql`, `sqlite`, a dialect of SQLAlchemy, or empty where not said.
        settings: Names and values; they may hold secrets.
        in_ms: Whether time limits without a unit are milliseconds.
        url: A URL of SQLAlchemy without its password, for the generic driver; `settings` then holds only secrets.
    """

    form: str
    family: str = ""
    settings: list[tuple[str, str]] = field(default_factory=list)
    in_ms: bool = False
    assumed: list[str] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    url: str = ""

    def add(self, name: str, value: str | None) -> None:
        """Add a setting, unless it says nothing."""
        if value:
            self.settings.append((name, value))

    def take(self, other: "Found") -> None:
        """Add all that another part of the text says."""
        self.settings += other.settings
        self.assumed += other.assumed
        self.ignored += other.ignored
        self.family = other.family or self.family
        self.url = other.url or self.url
        self.in_ms = self.in_ms or other.in_ms
