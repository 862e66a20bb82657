"""`lapwing listener services`, `add`, `rotate` and `remove`."""

import contextlib
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Final

from lapwing.cli.exit_codes import ExitCode
from lapwing.cli.messages import counted, say
from lapwing.cli.output import Output
from lapwing.cli.passwords import from_variable
from lapwing.cli.webhook.asking import Ask, answer_to, asked, place_of
from lapwing.domain.connections import ConnectionList
from lapwing.domain.errors import ConnectionUnknown, in_full
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.results import Column
from lapwing.domain.secrets import UnlockSecrets
from lapwing.domain.values import Row
from lapwing.domain.webhooks.incoming import (
    IncomingService,
    IncomingServiceFacts,
    IncomingServiceList,
    IncomingServiceRequest,
    RotateSigningSecret,
    SaveIncomingService,
    ShownSigningSecret,
    SigningScheme,
)
from lapwing.formats.registry import FormatName, format_named

_COLUMNS: Final = ("name", "scheme", "url", "secrets", "accepted", "refused", "last", "warning")
_HOUR_S: Final = 3_600.0


@dataclass(frozen=True, slots=True)
class NewService:
    """What was typed; empty where nothing was."""

    name: str
    scheme: SigningScheme
    secret_env: str = ""
    secrets: str = "keyring"
    annotate: bool = False
    connection: str = ""
    passphrase_env: str = ""


def run_services(output_format: FormatName) -> int:
    """Write the table; returns the exit code.

    Raises:
        OutputClosed, OutputRefused
    """
    found: IncomingServiceList = answer_to("listener.services")
    if found.problems:
        say(in_full(found.problems))
    write(output_format, _COLUMNS, [_row(each) for each in found.services])
    return ExitCode.OK


def run_add(options: NewService, environ: Mapping[str, str]) -> int:
    """Add a service, and write the secret where one was made; returns the exit code.

    Raises:
        LapwingError: Nothing was changed.
    """
    given = from_variable(options.secret_env, environ, "--secret-env") if options.secret_env else None
    place = place_of(options.secrets, "lapwing listener add")

    async def work(ask: Ask) -> tuple[IncomingServiceFacts, str]:
        connection_id = await _connection_id(ask, options.connection)
        service = IncomingService(options.name, options.scheme, True, options.annotate, connection_id, place)
        listed: IncomingServiceList = await ask("listener.save_service", SaveIncomingService(service, given))
        return await _with_secret(ask, listed, options.name)

    facts, secret = asked(work, options.passphrase_env, environ)
    say(f"{facts.service.name} is listened to at {facts.url}.")
    if facts.warning:
        say(facts.warning)
    _tell_secret(secret)
    return ExitCode.OK


def run_rotate(
    name: str, secret_env: str, overlap_hours: float, passphrase_env: str, environ: Mapping[str, str]
) -> int:
    """Give a service a new secret; returns the exit code.

    Raises:
        LapwingError: Nothing was changed.
    """
    given = from_variable(secret_env, environ, "--secret-env") if secret_env else None

    async def work(ask: Ask) -> tuple[IncomingServiceFacts, str]:
        request = RotateSigningSecret(name, given, overlap_hours * _HOUR_S)
        return await _with_secret(ask, await ask("listener.rotate_secret", request), name)

    facts, secret = asked(work, passphrase_env, environ)
    ends = [each.ends_at for each in facts.secrets if each.ends_at is not None and each.ends_at > time.time()]
    say(f"The secret before is believed until {_time(ends[0])}." if ends else "Only the new secret is believed.")
    _tell_secret(secret)
    return ExitCode.OK


def run_remove(name: str, passphrase_env: str, environ: Mapping[str, str]) -> int:
    """Remove a service; returns the exit code.

    Raises:
        IncomingServiceUnknown, SecretLeft, StoredNewer, StoredDamaged, StoredUnreadable, DiskFull
    """

    async def work(ask: Ask) -> None:
        if passphrase_env:  # before anything is changed: forgetting comes last
            await ask("secret.unlock", UnlockSecrets(from_variable(passphrase_env, environ, "--passphrase-env")))
        await ask("listener.remove_service", IncomingServiceRequest(name))

    asked(work)
    say(f"{name} is listened to no longer.")
    return ExitCode.OK


async def _connection_id(ask: Ask, name: str) -> str:
    if not name:
        return ""
    listed: ConnectionList = await ask("connection.list")
    for each in listed.connections:
        if name in {each.id, each.name}:
            return each.id
    raise ConnectionUnknown(connection=name)


async def _with_secret(ask: Ask, listed: IncomingServiceList, name: str) -> tuple[IncomingServiceFacts, str]:
    """The service, and its newest secret where it can be shown."""
    (facts,) = [each for each in listed.services if each.service.name == name]
    if not facts.secrets or not facts.secrets[-1].can_be_shown:
        return facts, ""
    shown: ShownSigningSecret = await ask("listener.show_secret", IncomingServiceRequest(name))
    return facts, shown.secret.reveal()


def _tell_secret(secret: str) -> None:
    """Alone on standard output, so that it can be handed on without passing a screen."""
    if secret:
        say("Its secret follows. It is not shown again: enter it at the sender.")
        with contextlib.closing(Output()) as output:
            output.write(f"{secret}\n".encode())


def _row(facts: IncomingServiceFacts) -> Row:
    service = facts.service
    return (
        service.name if service.enabled else f"{service.name} (off)",
        service.scheme.value,
        facts.url,
        counted(len(facts.secrets), "secret"),
        str(facts.accepted),
        str(facts.refused),
        None if facts.last_at is None else _time(facts.last_at),
        facts.warning or None,
    )


def _time(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat(" ", "seconds")


def write(output_format: FormatName, names: Sequence[str], rows: Sequence[Row]) -> None:
    """Write a table.

    Raises:
        OutputClosed, OutputRefused
    """
    table = format_named(output_format)(tuple(Column(name) for name in names))
    with contextlib.closing(Output()) as output:
        output.write(table.head() + (table.rows(list(rows)) if rows else b"") + table.rest() + table.tail())
