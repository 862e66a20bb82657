"""One engine for one command of `lapwing webhook`."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

from lapwing.cli.caller import SilentCaller
from lapwing.cli.engine_run import run_in_engine
from lapwing.cli.errors import UsageWrong
from lapwing.cli.passwords import Entered, from_variable, with_answers
from lapwing.domain.secrets import SecretKind, SecretPlace
from lapwing.domain.webhooks.deliveries_errors import EndpointUnknown
from lapwing.domain.webhooks.endpoints import Endpoint, EndpointList
from lapwing.engine.engine import Engine

Answer = TypeVar("Answer")
Ask = Callable[..., Awaitable[Any]]
"""Takes the id of an operation and its request."""


def asked(
    work: Callable[[Ask], Awaitable[Answer]], passphrase_env: str = "", environ: Mapping[str, str] | None = None
) -> Answer:
    """What `work` makes of an engine's answers; it is done again where the passphrase of the encrypted file was needed,
    and found or asked for.

    Raises:
        LapwingError: What `work` raises.
    """
    caller = SilentCaller()
    entered = Entered(
        file_passphrase=from_variable(passphrase_env, environ or {}, "--passphrase-env") if passphrase_env else None
    )

    def run(given: Entered) -> Answer:
        async def do(engine: Engine) -> Answer:
            async def ask(operation: str, request: object = None) -> Any:
                return await engine.serve(caller, operation, request)

            await given.tell(engine, "")
            return await work(ask)

        return run_in_engine(do, caller)

    return with_answers(run, entered)


def answer_to(
    operation: str, request: object = None, passphrase_env: str = "", environ: Mapping[str, str] | None = None
) -> Any:
    """The answer to one question.

    Raises:
        LapwingError: What the operation raises.
    """
    return asked(lambda ask: ask(operation, request), passphrase_env, environ)


async def endpoint_named(ask: Ask, name: str) -> Endpoint:
    """Raises:
    EndpointUnknown
    """
    found: EndpointList = await ask("webhook.list")
    for each in found.endpoints:
        if each.endpoint.name == name:
            return each.endpoint
    raise EndpointUnknown(endpoint=name)


def place_of(text: str, command: str) -> SecretPlace:
    """Where secrets are kept.

    Raises:
        UsageWrong: There is no such place.
    """
    if text not in {SecretKind.KEYRING, SecretKind.FILE}:
        raise UsageWrong(reason="--secrets is keyring or file.", command=command)
    return SecretPlace(SecretKind(text))
