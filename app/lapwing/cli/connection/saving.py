"""`lapwing connection add` and `remove`."""

import os
import uuid
from collections.abc import Mapping
from typing import Final, cast

from lapwing.cli.caller import SilentCaller
from lapwing.cli.connection.ssh_options import NO_SSH, SshOptions
from lapwing.cli.connection.traits import NO_TRAITS, Traits
from lapwing.cli.engine_run import run_in_engine
from lapwing.cli.errors import KeyringNotThere, PlaceMissing, SecretPlaceUnreadable, UsageWrong
from lapwing.cli.exit_codes import ExitCode
from lapwing.cli.messages import say
from lapwing.cli.passwords import Entered, ask, can_ask, from_standard_input, from_variable, with_answers
from lapwing.cli.places import Place, find_place, refuse_password
from lapwing.cli.saved import saved_connection, saved_connections
from lapwing.cli.servers import NO_SERVER, ServerOptions
from lapwing.domain.connections import Connection, RemoveConnection, SaveConnection
from lapwing.domain.errors import ConnectionExists, LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.secret_errors import SecretsLocked
from lapwing.domain.secrets import PASSWORD, SaveSecret, Secret, SecretKind, SecretPlace, SecretPlaces
from lapwing.domain.ssh import shown_tunnel
from lapwing.domain.targets import shown_target
from lapwing.domain.urls import parse_url, target_url
from lapwing.engine.engine import Engine

_ADD: Final = "lapwing connection add"
_KEEPS: Final = {SecretKind.KEYRING, SecretKind.FILE}
_BARE: Final = {SecretKind.KEYRING, SecretKind.FILE, SecretKind.ASK, SecretKind.NONE}


@dataclass(frozen=True, slots=True)
class AddOptions:
    """What was typed; empty where nothing was."""

    name: str
    url: str = ""
    server: ServerOptions = NO_SERVER
    group: str = ""
    read_only: bool = False
    secret: str = ""
    password_env: str = ""
    password_stdin: bool = False
    passphrase_env: str = ""
    ssh: SshOptions = NO_SSH
    traits: Traits = NO_TRAITS


def run_add(options: AddOptions) -> int:
    """Save a connection, and its password where `--secret` says; returns the exit code.

    Raises:
        LapwingError: What keeps it from being saved; then nothing was.
    """
    options.traits.check(_ADD)
    place = _place(options)
    secret_place = secret_place_of(options.secret) if options.secret else None
    tunnel = options.ssh.tunnel(_ADD)
    password = _password(options, secret_place)
    ssh_secret = _ssh_secret(options, secret_place)
    if password is not None:
        refuse_password(Place("", place, password, _source(options)), place)
    passphrase = (
        from_variable(options.passphrase_env, os.environ, "--passphrase-env") if options.passphrase_env else None
    )
    connection = Connection(
        uuid.uuid4().hex,
        options.name,
        place,
        options.group,
        read_only=options.read_only,
        secret=secret_place or SecretPlace(SecretKind.KEYRING if password or ssh_secret else SecretKind.NONE),
        ssh=tunnel,
    )
    secrets = {PASSWORD: password, options.ssh.purpose: ssh_secret}
    kept_ones = {purpose: secret for purpose, secret in secrets.items() if secret is not None}
    entered = Entered(file_passphrase=passphrase)
    with_answers(lambda entered: _save(connection, options, kept_ones, entered), entered)
    kept = f", its password in {_in_words(connection.secret.kind)}" if password else ""
    through = f", {shown_tunnel(tunnel)}" if tunnel is not None else ""
    say(f"{options.name} is saved: {shown_target(parse_url(place))}{through}{kept}.")
    return ExitCode.OK


def _place(options: AddOptions) -> str:
    """The URL to keep, in its usual form."""
    if not options.name.strip():
        raise UsageWrong(reason="A connection needs a name.", command=_ADD)
    if options.url and options.server.are_given:
        raise UsageWrong(reason="Give either --url, or --host and its like, not both.", command=_ADD)
    if not options.url and not options.server.are_given:
        raise PlaceMissing
    url = options.server.url(_ADD) if options.server.are_given else options.url
    return target_url(parse_url(find_place(url, "", "", {}, _ADD).url))


def secret_place_of(said: str) -> SecretPlace:
    """What `--secret` says of where the password is to be found.

    Raises:
        SecretPlaceUnreadable
    """
    word, colon, detail = said.partition(":")
    try:
        place = SecretPlace(SecretKind(word), detail)
    except ValueError:
        raise SecretPlaceUnreadable(reason="there is no place of that kind.") from None
    if (place.kind in _BARE) == bool(colon):
        wrong = "nothing may follow it." if colon else "a colon and its name or line have to follow it."
        raise SecretPlaceUnreadable(reason=wrong)
    if problem := place.problem():
        raise SecretPlaceUnreadable(reason=problem)
    return place


def _source(options: AddOptions) -> str:
    return "--password-env" if options.password_env else "--password-stdin" if options.password_stdin else "--secret"


def _password(options: AddOptions, place: SecretPlace | None) -> Secret | None:
    """The password to keep, from where the options say or from the person; None where none is kept."""
    if options.password_env and options.password_stdin:
        raise UsageWrong(reason="Give either --password-env or --password-stdin, not both.", command=_ADD)
    is_given = bool(options.password_env) or options.password_stdin
    if place is not None and place.kind not in _KEEPS:
        if is_given:
            raise UsageWrong(reason="With that --secret no password is kept, so none can be given.", command=_ADD)
        return None
    if options.password_env:
        return from_variable(options.password_env, os.environ, "--password-env")
    if options.password_stdin:
        return from_standard_input()
    if place is None:
        return None
    if not can_ask():
        reason = "Give the password to keep with --password-env NAME or --password-stdin."
        raise UsageWrong(reason=reason, command=_ADD)
    return ask(f"Password of {options.name}")


def _ssh_secret(options: AddOptions, place: SecretPlace | None) -> Secret | None:
    """What the SSH server wants, to be kept beside the password; None where none is given."""
    if not options.ssh.secret_env:
        return None
    if place is not None and place.kind not in _KEEPS:
        raise UsageWrong(reason="With that --secret nothing is kept for the SSH server either.", command=_ADD)
    return from_variable(options.ssh.secret_env, os.environ, "--ssh-secret-env")


def _to_keyring(options: AddOptions) -> str:
    """The options because of which the keyring is to keep something."""
    if options.secret:
        return f"--secret {SecretKind.KEYRING}"
    given = [_source(options)] if options.password_env or options.password_stdin else []
    given += ["--ssh-secret-env"] if options.ssh.secret_env else []
    return f"{', '.join(given)} and no --secret"


def _save(plain: Connection, options: AddOptions, secrets: Mapping[str, Secret], entered: Entered) -> None:
    caller = SilentCaller()

    async def save(engine: Engine) -> None:
        connection = await options.traits.applied(plain, engine, caller, _ADD)
        if any(saved.name == connection.name for saved in await saved_connections(engine, caller)):
            raise ConnectionExists(connection=connection.name)
        await entered.tell(engine, connection.id)
        if secrets:
            await _see_place(engine, connection.secret.kind, _to_keyring(options))
        await engine.serve(caller, "connection.save", SaveConnection(connection))
        try:
            for purpose, secret in secrets.items():
                await engine.serve(caller, "secret.save", SaveSecret(connection.id, purpose, secret))
        except LapwingError:
            await engine.serve(caller, "connection.remove", RemoveConnection(connection.id))
            raise

    run_in_engine(save, caller)


async def _see_place(engine: Engine, kind: SecretKind, typed: str) -> None:
    """See that the keyring is there before anything is saved; `typed` is what leads to it.

    Raises:
        KeyringNotThere
    """
    places = cast("SecretPlaces", await engine.serve(SilentCaller(), "secret.places", None))
    if kind not in places.usable:
        raise KeyringNotThere(typed=typed, reason=places.keyring_problem)


def _in_words(kind: SecretKind) -> str:
    return "the keyring" if kind is SecretKind.KEYRING else "the encrypted file"


def run_remove(name: str, passphrase_env: str) -> int:
    """Forget a connection and its secrets; returns the exit code.

    Raises:
        ConnectionUnknown: There is none of that name.
        SecretLeft: It was removed, but a secret may still be where it was kept.
    """
    passphrase = from_variable(passphrase_env, os.environ, "--passphrase-env") if passphrase_env else None
    with_answers(lambda entered: _remove(name, entered), Entered(file_passphrase=passphrase))
    say(f"{name} is removed; what it led to is as it was.")
    return ExitCode.OK


def _remove(name: str, entered: Entered) -> None:
    caller = SilentCaller()

    async def remove(engine: Engine) -> None:
        found = await saved_connection(engine, caller, name)
        await entered.tell(engine, found.id)
        if found.secret.kind is SecretKind.FILE and (entered.file_passphrase or can_ask()):
            await _see_unlocked(engine)
        await engine.serve(caller, "connection.remove", RemoveConnection(found.id))

    run_in_engine(remove, caller)


async def _see_unlocked(engine: Engine) -> None:
    """See that the encrypted file can be written before anything is removed.

    Raises:
        SecretsLocked
    """
    places = cast("SecretPlaces", await engine.serve(SilentCaller(), "secret.places", None))
    if places.file_exists and not places.file_unlocked and not places.file_problem:
        raise SecretsLocked(path=places.file_path)
