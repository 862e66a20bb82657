"""Errors that a person can act on.

Each has a code, a sentence, a next step and the server's own words. Callers pass facts, never sentences; faces
translate the templates. Anything else that goes wrong is a defect and shows itself.
"""

from collections.abc import Iterable
from dataclasses import field
from importlib import import_module
from typing import ClassVar, Final

from lapwing.domain.late_dataclass import dataclass

Fact = str | int | float | bool | None
_LONGEST_FACT: Final = 100_000


@dataclass(frozen=True, slots=True)
class ErrorFacts:
    """An error on its way over the line."""

    code: str
    facts: dict[str, Fact] = field(default_factory=dict)


class _Facts(dict[str, Fact]):
    """Facts for a template: one that is missing shows as its own name, an absent value as nothing."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"

    def __getitem__(self, key: str) -> Fact:
        value = super().__getitem__(key)
        return "" if value is None else value


def _sendable(fact: Fact) -> Fact:
    return fact[:_LONGEST_FACT].encode(errors="backslashreplace").decode() if isinstance(fact, str) else fact


class LapwingError(Exception):
    """Base of all of them.

    Attributes:
        facts: What the sentence is filled with; `server` holds the server's own words where it spoke.
    """

    code: ClassVar[str] = "error"
    message: ClassVar[str] = "{server}"
    hint: ClassVar[str] = ""
    exit_code: ClassVar[int] = 1

    def __init__(self, /, **facts: Fact) -> None:
        self.facts: dict[str, Fact] = facts
        super().__init__(self.code)

    def __str__(self) -> str:
        return self.message.format_map(_Facts(self.facts)).strip()

    def next_step(self) -> str:
        """What to do about it, or the empty text."""
        return self.hint.format_map(_Facts(self.facts)).strip()

    @property
    def in_full(self) -> str:
        """What happened and what to do about it, in English and in one line."""
        return f"{self} {self.next_step()}".strip()

    def to_wire(self) -> ErrorFacts:
        """What crosses the line: texts cut to a hundred thousand characters, halves of characters as escapes."""
        return ErrorFacts(self.code, {name: _sendable(fact) for name, fact in self.facts.items()})


class DefectFound(LapwingError):
    """Something nobody foresaw; the traceback is in the log."""

    code = "defect"
    message = "Lapwing met a defect of its own: {kind}."
    hint = "What you wrote is kept. The log in {log} has the details."
    exit_code = 70


class RequestInvalid(LapwingError):
    code = "request.invalid"
    message = "The request {operation} is not valid: {reason}"
    exit_code = 2


class OperationUnknown(LapwingError):
    code = "operation.unknown"
    message = "There is no operation {operation}."
    hint = "Window and engine may be of different versions: restart Lapwing."


class EngineGone(LapwingError):
    """The engine process ended, or never started."""

    code = "engine.gone"
    message = "The database engine stopped unexpectedly ({reason})."
    hint = (
        "Your texts and the rows already fetched are kept. Open transactions were rolled back; whether a statement or "
        "COMMIT that was under way took effect is not known. The engine starts again with your next action; nothing is "
        "sent again by itself."
    )


class VersionsDiffer(LapwingError):
    code = "engine.version"
    message = "This window speaks version {ours} of the line, the other side version {theirs}."
    hint = "Close every Lapwing window and start it again."


class TooManyCalls(LapwingError):
    code = "line.busy"
    message = "More than {limit} calls are under way."
    hint = "Wait for some of them to end."


class OpeningFailed(LapwingError):
    """Base of what keeps a session from being opened.

    Facts: `phase` (a `domain.connections.Phase`), `connection` (in words), `server` (the other side's own words).
    """

    code = "connection.failed"
    message = "{connection} cannot be opened: {server}"
    hint = "See to what the server says, then connect again."
    exit_code = 4


class HostUnknown(OpeningFailed):
    code = "connection.host_unknown"
    message = "The host {host} has no address: {server}"
    hint = "Check its spelling, and whether the network or the VPN that knows it is up."
    exit_code = 10


class ServerUnreachable(OpeningFailed):
    """No connection: refused, no route, no such socket."""

    code = "connection.unreachable"
    message = "No server answers at {address}: {server}"
    hint = "Check host and port, whether the server runs and listens there, and whether a firewall lies between."
    exit_code = 11


class OpeningTimedOut(OpeningFailed):
    """A step of opening took longer than `connect_timeout`."""

    code = "connection.timed_out"
    message = "{connection} did not answer within {waited_s} s, while {doing}."
    hint = "Check the network and the server's load, or give the connection a longer connect_timeout."
    exit_code = 12


class TlsFailed(OpeningFailed):
    """No encrypted connection that satisfies what was asked for."""

    code = "connection.tls"
    message = "No encrypted connection to {connection}: {server}"
    hint = "{advice}"
    exit_code = 13


class CertificateRefused(TlsFailed):
    """The server showed a certificate that does not stand up to the check.

    Facts: `subject`, `issuer`, `names`, `valid_from`, `valid_until`, `fingerprint` (SHA-256) of the certificate.
    """

    code = "connection.certificate"
    message = "The certificate of {connection} was refused: {server}"


class TlsUnavailable(TlsFailed):
    """The server speaks no TLS, and the connection asks for it."""

    code = "connection.no_tls"
    message = "{connection} offers no encryption, and this connection asks for it."
    hint = (
        "Have TLS switched on at the server. Only where everything sent may be read on the way: choose sslmode=disable "
        "for this connection."
    )


class LoginRefused(OpeningFailed):
    """The server did not let this user in: password, certificate, its own rules."""

    code = "connection.login"
    message = "{connection} did not let {user} in: {server}"
    hint = "{advice}"
    exit_code = 14


class ClearTextRefused(LoginRefused):
    """The server asks for the password in clear text over a connection that is not encrypted."""

    code = "connection.clear_text"
    message = "{connection} asks for the password in clear text on a connection that is not encrypted."
    hint = "Use TLS (sslmode=require or better). Lapwing does not send a password that anybody on the way can read."


class SessionRefused(OpeningFailed):
    """Logged in, but not to work with: no such database, too many connections, the first query failed."""

    code = "connection.refused"
    message = "{connection} refused the session: {server}"
    hint = "{advice}"
    exit_code = 15


class OpeningCancelled(OpeningFailed):
    code = "connection.cancelled"
    message = "Opening {connection} was cancelled while {doing}."
    hint = "Connect again when you like; nothing was changed."
    exit_code = 130


class ModuleMissing(OpeningFailed):
    """A kind of database needs a Python package that is not installed. Facts: `package`, as pip takes it."""

    code = "connection.module"
    message = "{connection} needs the Python package {package}, which is not installed here."
    hint = "Install it for the Python that runs Lapwing: python -m pip install {package}"
    exit_code = 4


class ReadOnlyImpossible(OpeningFailed):
    """A read-only session is asked for where nothing would keep it from changing things."""

    code = "connection.read_only_impossible"
    message = "{connection} cannot be opened read-only: nothing here would keep the session from changing something."
    hint = "Use an account that may only read, and open the connection without read-only."
    exit_code = 5


class OptionInvalid(OpeningFailed):
    """An option of a connection has no meaning, or no such value."""

    code = "connection.option"
    message = "The option {option} of {connection} cannot be used: {reason}"
    hint = "Correct it in the connection's URL."
    exit_code = 2


class PasswordNeeded(LapwingError):
    """A person has to be asked: nothing is kept for this connection, or it is to be asked each time.

    Facts: `connection` (its name), `user` (may be empty), `purpose` (one of `domain.secrets.PURPOSES`).
    """

    code = "secret.needed"
    message = "{connection} needs a password."
    hint = "Enter it, or choose in the connection's settings where it is kept."
    exit_code = 14


class ConnectionLost(LapwingError):
    """The server closed the session, or cannot be reached any more.

    Facts: `connection`, `server` (words of the server or the system), `lost` (what is gone with it, a sentence or
    empty).
    """

    code = "connection.lost"
    message = "The connection to {connection} was lost: {server} {lost}"
    hint = "Run it again when you know what was done: the next statement opens a new session. Nothing is sent again."
    exit_code = 4


class TransactionLost(ConnectionLost):
    """The session died with a transaction open: the server rolls it back."""

    code = "connection.transaction_lost"
    message = "The connection to {connection} was lost with a transaction open: {server} The server rolls it back."
    hint = "Run the transaction again from its beginning; the next statement opens a new session."


class CommitUnknown(ConnectionLost):
    """COMMIT was sent and its answer never came: the transaction is either committed or not.

    Facts as of `ConnectionLost`, and `how` (how to find out).
    """

    code = "connection.commit_unknown"
    message = (
        "The connection to {connection} was lost while COMMIT was under way: {server} Nobody here knows whether the "
        "transaction was committed."
    )
    hint = "{how} Do not run it again before you know."


class ReconnectNeeded(ConnectionLost):
    """The session died, and its connection says that it is not opened again by itself (`auto_reconnect=0`)."""

    code = "connection.reconnect"
    message = "The connection to {connection} was lost, and it is not to be opened again by itself. Nothing was sent."
    hint = "Reconnect when you know what was done."


class SessionElsewhere(ConnectionLost):
    """The session died, and the new one is not where the old one had been brought to.

    Facts: `connection`, `before` and `now` (database, schema and user in words).
    """

    code = "connection.elsewhere"
    message = "The connection to {connection} was lost. The session was in {before}, and a new one is in {now}."
    hint = "Nothing was sent. Go there again (USE, SET search_path, SET ROLE), or run the statement where it is now."


class ConnectionUnknown(LapwingError):
    code = "connection.unknown"
    message = "There is no connection named {connection}."
    hint = "`lapwing connection list` shows those that exist."
    exit_code = 2


class ConnectionExists(LapwingError):
    code = "connection.exists"
    message = "There is a connection named {connection} already."
    hint = "Take another name, or remove that one first."
    exit_code = 2


class UrlInvalid(LapwingError):
    code = "url.invalid"
    message = "{url} is not a connection URL: {reason}"
    hint = "Write for example postgresql://me@db.example.org/shop, or just the path of a SQLite file."
    exit_code = 2


class DriverUnknown(LapwingError):
    code = "driver.unknown"
    message = "No driver answers to {driver}."
    hint = "Drivers here: {known}."
    exit_code = 2


class PasswordInUrl(LapwingError):
    """A password in a URL ends in shell histories and process lists."""

    code = "url.password"
    message = "The URL holds a password; Lapwing refuses it, because URLs end in histories, logs and process lists."
    hint = (
        "Leave it out. A server's password can be given to the command line with --password-env NAME (a variable that "
        "holds it), or inside the whole URL in the variable LAPWING_URL."
    )
    exit_code = 2


class FileMissing(LapwingError):
    code = "file.missing"
    message = "{path} does not exist."
    hint = "Check the path. Lapwing makes a new database only when asked to."
    exit_code = 4


class FileUnreadable(LapwingError):
    code = "file.unreadable"
    message = "{path} cannot be opened: {reason}"
    hint = "Check the permissions of the file and of its folder."
    exit_code = 4


class NotADatabase(LapwingError):
    """Not SQLite's header: another kind of file, or an encrypted database."""

    code = "sqlite.not_a_database"
    message = "{path} is not a SQLite database{guess}."
    hint = "{advice}"
    exit_code = 4


class DatabaseDamaged(LapwingError):
    code = "sqlite.damaged"
    message = "The database {path} is damaged: {server}"
    hint = (
        "Copy the file before anything else. Then run PRAGMA integrity_check, and recover with the sqlite3 program: "
        "sqlite3 damaged.sqlite .recover"
    )
    exit_code = 4


class DatabaseLocked(LapwingError):
    """Another process, or another session here, holds a lock that this statement needs."""

    code = "sqlite.locked"
    message = "The database stayed locked for {waited_s} s{holder}."
    hint = "End the other transaction, or run the statement again later. Nothing was changed."
    exit_code = 5


class SnapshotOutdated(LapwingError):
    """A write in a transaction whose read snapshot is older than another connection's commit."""

    code = "sqlite.snapshot"
    message = "Another connection changed the database after this transaction began reading; it cannot write any more."
    hint = "Roll back and run the transaction again. Nothing of this statement was written."
    exit_code = 5


class ReadOnlyRefused(LapwingError):
    code = "read_only"
    message = "This connection is read-only; {what} is refused."
    hint = "Open the connection without read-only if you mean to change data."
    exit_code = 5


class ServerMisbehaved(LapwingError):
    """What came is not what the protocol allows, or larger than anything that is read here; the session is closed."""

    code = "connection.protocol"
    message = "{connection} sent something that is not the protocol: {reason}"
    hint = "The session was closed and nothing of it was used. Check that the address is the right server's."
    exit_code = 4


class StatementFailed(LapwingError):
    """The server refused the statement.

    Facts: `server` (its words), `code` (its own code: SQLSTATE, or errno and SQLSTATE), `position` (0-based character
    offset in the text that was sent to be run, or None), `line` (1-based, or None), and where the server gave them
    `detail`, `server_hint`, `context` (all in its words), `object` (the constraint, column or table it is about).
    """

    code = "statement.failed"
    message = "{server}"
    exit_code = 5


class StatementCancelled(LapwingError):
    code = "statement.cancelled"
    message = "The statement was cancelled."
    exit_code = 130


class StatementBlank(LapwingError):
    code = "statement.blank"
    message = "There is no statement to run."
    hint = "Write one, or put the caret into one."
    exit_code = 2


class SessionUnknown(LapwingError):
    code = "session.unknown"
    message = "That session is no longer open."
    hint = "Run the statement again: a new session is opened."


class TransactionOpen(LapwingError):
    """Something would end an open transaction without anybody having said how."""

    code = "transaction.open"
    message = "A transaction is open."
    hint = "Commit it or roll it back first."


class TransactionTimedOut(LapwingError):
    """An open transaction was rolled back because nothing ran in it for as long as its connection allows.

    Facts: `connection` (its name), `limit_s`.
    """

    code = "transaction.timed_out"
    message = "The open transaction of {connection} was rolled back: nothing ran in it for {limit_s} seconds."
    hint = "Nothing of it was committed. Its statements are in the history."


class ResultUnknown(LapwingError):
    code = "result.unknown"
    message = "That result is no longer there."
    hint = "Run the statement again."


class ResultClosed(LapwingError):
    """More rows were asked of a statement that is no longer open on the server."""

    code = "result.closed"
    message = "The statement behind this result is no longer open."
    hint = "Run it again with a higher row limit to see more rows."


class ResultSpaceUsed(LapwingError):
    """The quota of the result folder is used up."""

    code = "result.quota"
    message = "Results take {used_mb} MB of the {quota_mb} MB allowed; the rows up to here are kept."
    hint = "Close results you no longer need, or raise the limit in the settings."
    exit_code = 6


class DiskFull(LapwingError):
    code = "disk.full"
    message = "{path} cannot be written: {reason}."
    hint = "Make room, or see to the folder, and try again. Rows that came already are kept."
    exit_code = 6


class StoredNewer(LapwingError):
    """A stored file was written by a newer Lapwing."""

    code = "stored.newer"
    message = (
        "{path} was written by a newer Lapwing (version {theirs}, this one reads up to {ours}); it is left as it is."
    )
    hint = "Update Lapwing, or move the file away to start with a new one."
    exit_code = 3


class StoredUnreadable(LapwingError):
    """A stored file is there, but the system does not let it be read, or kept after migrating it."""

    code = "stored.unreadable"
    message = "{path} cannot be read: {reason}"
    hint = "It is left as it is. See to its permissions and to the room on the disk."


class StoredDamaged(LapwingError):
    code = "stored.damaged"
    message = "{path} cannot be read: {reason}"
    hint = "It was kept as {kept}; Lapwing goes on with what it could read."


_ELSEWHERE: Final = (
    "alerts.errors",
    "command_errors",
    "environments",
    "event_log",
    "file_import_errors",
    "history",
    "importing.candidates",
    "monitoring.dashboard_files",
    "monitoring.errors",
    "monitoring.kept_errors",
    "parameters",
    "pasting.found",
    "plugins.errors",
    "plugins.installing_errors",
    "schedules.errors",
    "script_errors",
    "secret_errors",
    "services",
    "ssh_errors",
    "startup_errors",
    "table_errors",
    "transfer_errors",
    "webhooks.deliveries_errors",
    "webhooks.incoming_errors",
)
"""Modules below `lapwing.domain` that define errors too; read when an error comes over the line, which is rare."""


def _all_errors(base: type[LapwingError]) -> dict[str, type[LapwingError]]:
    found = {base.code: base}
    for child in base.__subclasses__():
        found |= _all_errors(child)
    return found


def to_wire(*errors: LapwingError | None) -> tuple[ErrorFacts, ...]:
    """Those that there are, each kind with the same facts once."""
    found: list[ErrorFacts] = []
    for error in errors:
        if error is not None and (wire := error.to_wire()) not in found:
            found.append(wire)
    return tuple(found)


def in_full(problems: Iterable[ErrorFacts]) -> str:
    """What happened and what to do about it, of all of them, in English; empty: there is none."""
    return " ".join(from_wire(each).in_full for each in problems)


def from_wire(wire: ErrorFacts) -> LapwingError:
    """The error a peer sent; a code unknown here becomes a plain `LapwingError` with the same facts."""
    for module in _ELSEWHERE:
        import_module(f"{__package__}.{module}")
    kind = _all_errors(LapwingError).get(wire.code, LapwingError)
    error = kind.__new__(kind)
    LapwingError.__init__(error, **wire.facts)
    return error
