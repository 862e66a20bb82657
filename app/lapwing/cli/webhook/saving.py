"""`lapwing webhook add`, `import`, `remove`, `enable` and `disable`."""

import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from lapwing.cli.errors import UsageWrong
from lapwing.cli.exit_codes import ExitCode
from lapwing.cli.messages import counted, say
from lapwing.cli.passwords import from_variable
from lapwing.cli.webhook.asking import Ask, answer_to, asked, place_of
from lapwing.domain.connections import ConnectionList
from lapwing.domain.errors import ConnectionUnknown
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.secrets import Secret
from lapwing.domain.webhooks.deliveries_errors import EndpointsUnreadable
from lapwing.domain.webhooks.endpoints import (
    Endpoint,
    EndpointHeader,
    EndpointList,
    EndpointRequest,
    EndpointSaved,
    EndpointsImported,
    ImportEndpoints,
    PayloadFormat,
    SaveEndpoint,
    SwitchEndpoint,
    is_secret_header,
    without_secret,
)

_ADD: Final = "lapwing webhook add"
_IMPORT: Final = "lapwing webhook import"


@dataclass(frozen=True, slots=True)
class AddOptions:
    """What was typed; empty where nothing was."""

    name: str
    url: str
    events: tuple[str, ...]
    connections: tuple[str, ...]
    headers: tuple[str, ...]
    header_envs: tuple[str, ...]
    url_secret_env: str
    timeout_ms: int
    retries: int
    payload: str
    signs: bool
    allows_private: bool
    ca_file: str
    proxy: str
    secrets: str
    passphrase_env: str


def run_add(options: AddOptions, environ: Mapping[str, str]) -> int:
    """Save it; returns the exit code.

    Raises:
        LapwingError: What keeps it from being saved; then nothing was.
    """
    url, known = without_secret(options.url)
    if known:
        reason = (
            f"That URL holds a secret, which others see here: write {url}, and hand the rest over by --url-secret-env."
        )
        raise UsageWrong(reason=reason, command=_ADD)
    url_secret = from_variable(options.url_secret_env, environ, "--url-secret-env") if options.url_secret_env else None
    hidden = {
        name: from_variable(variable, environ, "--header-env") for name, variable in map(_env, options.header_envs)
    }
    wanted = _endpoint(options, url, tuple(hidden))

    async def work(ask: Ask) -> EndpointSaved:
        there: EndpointList = await ask("webhook.list")
        endpoint_id = next((each.endpoint.id for each in there.endpoints if each.endpoint.name == options.name), "")
        connections = await _connection_ids(ask, options.connections)
        endpoint = replace(wanted, id=endpoint_id, connections=connections)
        saved: EndpointSaved = await ask("webhook.save", SaveEndpoint(endpoint, hidden, url_secret))
        return saved

    saved = asked(work, options.passphrase_env, environ)
    say(f"{saved.endpoint.name} is told of {', '.join(saved.endpoint.events)}.")
    if saved.signing_secret is not None:
        say(f"`lapwing webhook secret {saved.endpoint.name}` writes the secret by which it can check signatures.")
    return ExitCode.OK


def _endpoint(options: AddOptions, url: str, hidden: tuple[str, ...]) -> Endpoint:
    """Raises:
    UsageWrong
    """
    if options.payload not in list(PayloadFormat):
        raise UsageWrong(reason=f"--payload is one of {', '.join(PayloadFormat)}.", command=_ADD)
    plain = [_pair(each, "--header") for each in options.headers]
    for name, _value in plain:
        if is_secret_header(name):
            reason = f"Others see the secret in {name} here: hand it over by --header-env {name}=VARIABLE."
            raise UsageWrong(reason=reason, command=_ADD)
    headers = [EndpointHeader(name, value) for name, value in plain]
    return Endpoint(
        id="",
        name=options.name,
        url=url,
        events=options.events or ("*",),
        headers=(*headers, *(EndpointHeader(name, is_secret=True) for name in hidden)),
        timeout_ms=options.timeout_ms,
        retries=options.retries,
        payload=PayloadFormat(options.payload),
        signs=options.signs,
        allows_private=options.allows_private,
        ca_file=str(Path(options.ca_file).absolute()) if options.ca_file else "",
        proxy=options.proxy,
        secret=place_of(options.secrets, _ADD),
    )


def _pair(text: str, option: str) -> tuple[str, str]:
    name, found, value = text.partition("=")
    if not found:
        raise UsageWrong(reason=f"{option} takes NAME=VALUE.", command=_ADD)
    return name.strip(), value


def _env(text: str) -> tuple[str, str]:
    return _pair(text, "--header-env")


async def _connection_ids(ask: Ask, names: tuple[str, ...]) -> tuple[str, ...]:
    """Raises:
    ConnectionUnknown
    """
    if not names:
        return ()
    saved: ConnectionList = await ask("connection.list")
    ids = {each.name: each.id for each in saved.connections}
    for name in names:
        if name not in ids:
            raise ConnectionUnknown(connection=name)
    return tuple(ids[name] for name in names)


def run_import(
    file: str, secrets: str, passphrase_env: str, environ: Mapping[str, str], *, signs: bool, allows_private: bool
) -> int:
    """Take endpoints out of a file; returns the exit code.

    Raises:
        LapwingError: What keeps them from being taken.
    """
    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise EndpointsUnreadable(reason=f"{file}: {reason}.") from error
    request = ImportEndpoints(Secret(text), place_of(secrets, _IMPORT), allows_private, signs)
    found: EndpointsImported = answer_to("webhook.import", request, passphrase_env, environ)
    for names, what in ((found.added, "added"), (found.replaced, "replaced")):
        if names:
            say(f"{counted(len(names), 'endpoint')} {what}: {', '.join(names)}.")
    return ExitCode.OK


def run_remove(name: str, passphrase_env: str, environ: Mapping[str, str]) -> int:
    """Remove it; returns the exit code.

    Raises:
        LapwingError: It was not removed, or its secrets were not.
    """
    answer_to("webhook.remove", EndpointRequest(name), passphrase_env, environ)
    say(f"{name} was removed.")
    return ExitCode.OK


def run_switch(name: str, *, enabled: bool) -> int:
    """Enable or disable it; returns the exit code.

    Raises:
        LapwingError: Nothing was changed.
    """
    answer_to("webhook.switch", SwitchEndpoint(name, enabled))
    say(f"{name} is {'enabled' if enabled else 'disabled'}.")
    return ExitCode.OK
