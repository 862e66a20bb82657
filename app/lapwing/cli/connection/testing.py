"""`lapwing connection test`: each phase of connecting with its time, and which of them failed."""

import contextlib
import dataclasses
import json
import os
from collections.abc import Mapping
from typing import Final, cast

from lapwing.cli.caller import SilentCaller
from lapwing.cli.connection.ssh_options import NO_SSH, SshOptions
from lapwing.cli.engine_run import run_in_engine
from lapwing.cli.errors import UsageWrong
from lapwing.cli.exit_codes import ExitCode
from lapwing.cli.messages import say, sentence_of
from lapwing.cli.output import Output
from lapwing.cli.passwords import ASKED_FOR, Entered, from_variable, with_answers
from lapwing.cli.places import Place, find_place, refuse_password
from lapwing.cli.saved import saved_connection
from lapwing.cli.servers import NO_SERVER, ServerOptions
from lapwing.domain.connections import ConnectionTest, ConnectionTested, Phase, PhaseTime, Surroundings
from lapwing.domain.errors import LapwingError, from_wire
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.ssh import SshTunnel
from lapwing.domain.visible import visible_text
from lapwing.engine.engine import Engine

_COMMAND: Final = "lapwing connection test"
_NAMES: Final = {
    Phase.SECRET: "password",
    Phase.SSH_RESOLVE: "SSH resolve",
    Phase.SSH_CONNECT: "SSH connect",
    Phase.SSH_HOST_KEY: "SSH host key",
    Phase.SSH_LOG_IN: "SSH log in",
    Phase.SSH_FORWARD: "SSH forward",
    Phase.RESOLVE: "resolve",
    Phase.CONNECT: "connect",
    Phase.TLS: "TLS",
    Phase.LOG_IN: "log in",
    Phase.FIRST_QUERY: "first query",
    Phase.STARTUP: "start-up",
}
_WIDTH: Final = max(map(len, _NAMES.values()))


@dataclass(frozen=True, slots=True)
class TestOptions:
    """What was typed; empty where nothing was."""

    __test__ = False

    name: str = ""
    url: str = ""
    server: ServerOptions = NO_SERVER
    password_env: str = ""
    passphrase_env: str = ""
    as_json: bool = False
    ssh: SshOptions = NO_SSH
    accept_host_key: str = ""


def run_test(options: TestOptions) -> int:
    """Test a connection and write how it went; returns the exit code, which is that of the phase that failed.

    Raises:
        LapwingError: There is nothing to test, or the output cannot be written.
    """
    place = _place(options, os.environ)
    passphrase = (
        from_variable(options.passphrase_env, os.environ, "--passphrase-env") if options.passphrase_env else None
    )
    tunnel = options.ssh.tunnel(_COMMAND)
    if tunnel is not None and place.connection:
        reason = "A saved connection has its own SSH tunnel; the --ssh options go with --url or --host."
        raise UsageWrong(reason=reason, command=_COMMAND)
    entered = Entered(place.password, passphrase, place.key_password, accepts=options.accept_host_key)
    if options.ssh.secret_env:
        entered.ssh_secrets[options.ssh.purpose] = from_variable(options.ssh.secret_env, os.environ, "--ssh-secret-env")
    for note in place.notes:
        say(note)
    tested = with_answers(lambda entered: _tested(place, tunnel, entered), entered, _missing)
    error = _error(tested)
    with contextlib.closing(Output()) as output:
        output.write((_as_json(tested) if options.as_json else _as_lines(tested)).encode())
    if error is not None and not options.as_json:
        say(sentence_of(error))
    return ExitCode.OK if error is None else error.exit_code


def _place(options: TestOptions, environ: Mapping[str, str]) -> Place:
    given = [bool(options.name), bool(options.url), options.server.are_given]
    if sum(given) > 1:
        raise UsageWrong(reason="Give a NAME, --url, or --host and its like, not several of them.", command=_COMMAND)
    url = options.server.url(_COMMAND) if options.server.are_given else options.url
    return find_place(url, options.name, options.password_env, environ, _COMMAND)


def _tested(place: Place, tunnel: SshTunnel | None, entered: Entered) -> ConnectionTested:
    caller = SilentCaller()

    async def test(engine: Engine) -> ConnectionTested:
        saved = await saved_connection(engine, caller, place.connection) if place.connection else None
        refuse_password(place, saved.url if saved else place.url)
        await entered.tell(engine, saved.id if saved else "")
        request = ConnectionTest(saved.id if saved else "", place.url, entered.password, ssh=tunnel)
        return cast("ConnectionTested", await engine.serve(caller, "connection.test", request))

    return run_in_engine(test, caller)


def _error(tested: ConnectionTested) -> LapwingError | None:
    return from_wire(tested.error) if tested.error is not None else None


def _missing(tested: ConnectionTested) -> LapwingError | None:
    error = _error(tested)
    return error if isinstance(error, ASKED_FOR) else None


# how it is written


def _as_lines(tested: ConnectionTested) -> str:
    """A line for each phase, and one for what was reached."""
    lines = [_line(passed.phase, f"{passed.took_s * 1000:8.1f} ms", passed.detail) for passed in tested.phases]
    if tested.failed is not None:
        lines.append(_line(Phase(tested.failed), f"{'failed':>8}", ""))
    if tested.error is None:
        words = ", ".join([tested.product, *_in_words(tested.surroundings)])
        lines.append(visible_text(f"{words}: connected{_in_time(tested)}."))
    return "".join(f"{line}\n" for line in [*lines, *map(visible_text, tested.notes)])


def _line(phase: Phase, outcome: str, detail: str) -> str:
    return f"{_NAMES[phase]:<{_WIDTH}}  {outcome}  {visible_text(detail)}".rstrip()


def _in_words(surroundings: Surroundings) -> list[str]:
    named = {"database": surroundings.database, "schema": surroundings.schema, "user": surroundings.user}
    return [*(f"{what} {name}" for what, name in named.items() if name), *filter(None, [surroundings.encryption])]


def _in_time(tested: ConnectionTested) -> str:
    """What has no phases, such as a file, takes no time to speak of."""
    return f" in {_total_ms(tested):.1f} ms" if tested.phases else ""


def _total_ms(tested: ConnectionTested) -> float:
    return sum(passed.took_s for passed in tested.phases) * 1000


def _as_json(tested: ConnectionTested) -> str:
    """One object on one line; times are milliseconds."""
    error = _error(tested)
    told = {"code": error.code, "message": str(error), "hint": error.next_step()} if error is not None else None
    written = {
        "ok": error is None,
        "exit_code": int(error.exit_code) if error is not None else 0,
        "phases": [_phase_object(passed) for passed in tested.phases],
        "failed": tested.failed,
        "error": told,
        "total_ms": round(_total_ms(tested), 3),
        "product": tested.product,
        "surroundings": dataclasses.asdict(tested.surroundings),
        "notes": list(tested.notes),
    }
    return json.dumps(written, ensure_ascii=False) + "\n"


def _phase_object(passed: PhaseTime) -> dict[str, object]:
    return {"phase": passed.phase, "ms": round(passed.took_s * 1000, 3), "detail": passed.detail}
