"""How a connection behaves, as options of `connection add` and `connection edit`; None where nothing was typed."""

import dataclasses
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, cast

import typer

from lapwing.cli.errors import UsageWrong
from lapwing.domain.connections import Confirmation, Connection, SqlInEvents, TransactionMode
from lapwing.domain.environments import NO_POLICY, EnvironmentList, EnvironmentPolicy, EnvironmentUnknown, is_color
from lapwing.domain.errors import FileUnreadable
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.secrets import SecretKind

if TYPE_CHECKING:
    from lapwing.engine.engine import Engine
    from lapwing.engine.operations import Caller

_USUAL: Final = "environment"
_YEAR_S: Final = 31_536_000


class Commit(StrEnum):
    AUTO = "auto"
    MANUAL = "manual"
    ENVIRONMENT = _USUAL


_COMMIT_HELP: Final = "How editor tabs commit at first; `environment`: as its environment says."
_CONFIRM_HELP: Final = "What is confirmed before it is sent, where its environment does not ask for more."
_EVENTS_HELP: Final = "What events tell of its statements, where its environment lets them tell as much."
_VERDICT_HELP: Final = "Whether a statement is refused when a plugin that is asked about it gives no answer."
_COLOR_HELP: Final = "accent_text, good, warning, bad or #rrggbb; `environment` for that of its environment."
_START_HELP: Final = "Statements run on each of its sessions when it is opened, also again; '' for none."
_SCHEMA_HELP: Final = "A pattern of schemas to show, such as sales_*, or to hide: !*_old; may be repeated; '' for all."
_IDLE_HELP: Final = "Seconds after which an idle transaction is rolled back; 0: never; -1: as its environment says."
_EXPIRES_HELP: Final = "How long an answer of --secret command or ask is used; 0: for one session."

EnvironmentName = Annotated[
    str | None, typer.Option("--environment", metavar="NAME", help="How careful Lapwing is with it; `none` for none.")
]
CommitOption = Annotated[Commit | None, typer.Option("--commit", help=_COMMIT_HELP)]
ConfirmOption = Annotated[Confirmation | None, typer.Option("--confirm", help=_CONFIRM_HELP)]
SqlInEventsOption = Annotated[SqlInEvents | None, typer.Option("--sql-in-events", help=_EVENTS_HELP)]
Verdict = Annotated[bool | None, typer.Option("--demand-verdict/--no-demand-verdict", help=_VERDICT_HELP)]
ColorOption = Annotated[str | None, typer.Option("--color", metavar="COLOUR", help=_COLOR_HELP)]
StartupSql = Annotated[str | None, typer.Option("--startup-sql", metavar="SQL", help=_START_HELP)]
StartupFile = Annotated[str | None, typer.Option("--startup-file", metavar="FILE", help="The same from a file.")]
Schemas = Annotated[list[str] | None, typer.Option("--schema", metavar="PATTERN", help=_SCHEMA_HELP)]
History = Annotated[bool | None, typer.Option("--history/--no-history", help="Whether its statements are kept.")]
Idle = Annotated[int | None, typer.Option("--idle-transaction", min=-1, max=604_800, metavar="S", help=_IDLE_HELP)]
Expires = Annotated[float | None, typer.Option("--secret-expires", min=0, max=_YEAR_S, metavar="S", help=_EXPIRES_HELP)]


@dataclass(frozen=True, slots=True)
class Traits:
    """What was typed; None where nothing was."""

    environment: str | None = None
    commit: Commit | None = None
    confirm: Confirmation | None = None
    color: str | None = None
    startup_sql: str | None = None
    startup_file: str | None = None
    schemas: list[str] | None = None
    history: bool | None = None
    idle_transaction: int | None = None
    secret_expires: float | None = None
    sql_in_events: SqlInEvents | None = None
    demands_verdict: bool | None = None

    def check(self, command: str) -> None:
        """See that what was typed can be meant.

        Raises:
            UsageWrong
        """
        if self.startup_sql is not None and self.startup_file is not None:
            raise UsageWrong(reason="Give either --startup-sql or --startup-file, not both.", command=command)
        if self.color is not None and self.color != _USUAL and not is_color(self.color):
            reason = "--color is accent_text, good, warning, bad, #rrggbb or environment."
            raise UsageWrong(reason=reason, command=command)

    async def applied(self, connection: Connection, engine: "Engine", caller: "Caller", command: str) -> Connection:
        """The connection with these traits.

        Raises:
            EnvironmentUnknown, FileUnreadable, UsageWrong
        """
        self.check(command)
        changes: dict[str, object] = {}
        if self.environment is not None:
            changes["environment"] = (await environment_named(self.environment, engine, caller)).id
        if self.commit is not None:
            changes["mode"] = None if self.commit is Commit.ENVIRONMENT else TransactionMode(self.commit.value)
        if self.confirm is not None:
            changes["confirmation"] = self.confirm
        if self.sql_in_events is not None:
            changes["sql_in_events"] = self.sql_in_events
        if self.demands_verdict is not None:
            changes["demands_verdict"] = self.demands_verdict
        if self.color is not None:
            changes["color"] = "" if self.color == _USUAL else self.color.lower()
        if self.startup_sql is not None or self.startup_file is not None:
            changes["startup_sql"] = self._startup_sql()
        if self.schemas is not None:
            changes["schemas"] = tuple(pattern for pattern in self.schemas if pattern.strip())
        changes["url"] = self._url(connection.url)
        if self.secret_expires is not None:
            if connection.secret.kind not in {SecretKind.ASK, SecretKind.COMMAND}:
                reason = "--secret-expires goes with --secret command:LINE or ask."
                raise UsageWrong(reason=reason, command=command)
            changes["secret"] = dataclasses.replace(connection.secret, expires_s=self.secret_expires)
        return dataclasses.replace(connection, **changes)  # type: ignore[arg-type]

    def _startup_sql(self) -> str:
        if self.startup_file is None:
            return (self.startup_sql or "").strip()
        try:
            return Path(self.startup_file).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it is no text in UTF-8."
            raise FileUnreadable(path=self.startup_file, reason=reason) from error

    def _url(self, url: str) -> str:
        """The URL with the options that are typed as such."""
        from lapwing.domain.urls import parse_url, target_url

        given: dict[str, str | None] = {}
        if self.history is not None:
            given["history"] = "1" if self.history else "0"
        if self.idle_transaction is not None:
            given["idle_transaction"] = None if self.idle_transaction < 0 else str(self.idle_transaction)
        if not given:
            return url
        target = parse_url(url)
        if target.driver == "generic":
            return _with_options(url, given)
        options = {name: text for name, text in target.options.items() if name not in given}
        options |= {name: text for name, text in given.items() if text is not None}
        return target_url(dataclasses.replace(target, options=options))


NO_TRAITS: Final = Traits()


def _with_options(url: str, given: dict[str, str | None]) -> str:
    """A URL of SQLAlchemy's, which is kept as it was written, with other values for these options."""
    before, _, query = url.partition("?")
    kept = [part for part in query.split("&") if part and part.partition("=")[0] not in given]
    kept += [f"{name}={text}" for name, text in given.items() if text is not None]
    return f"{before}?{'&'.join(kept)}" if kept else before


async def environment_named(name: str, engine: "Engine", caller: "Caller") -> EnvironmentPolicy:
    """The environment of that id, or else of that name.

    Raises:
        EnvironmentUnknown
    """
    found = cast("EnvironmentList", await engine.serve(caller, "environment.list", None)).environments
    if name.casefold() in {"", NO_POLICY.id}:
        return NO_POLICY
    for policy in found:
        if name == policy.id:
            return policy
    for policy in found:
        if name.casefold() == policy.name.casefold():
            return policy
    raise EnvironmentUnknown(name=name, known=", ".join(["none", *(policy.id for policy in found)]))
