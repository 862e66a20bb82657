"""`lapwing webhook test`, `secret`, `rotate` and `resend`."""

import contextlib
from collections.abc import Mapping
from typing import Final

from lapwing.cli.errors import UsageWrong
from lapwing.cli.exit_codes import ExitCode
from lapwing.cli.messages import say, sentence_of
from lapwing.cli.output import Output
from lapwing.cli.webhook.asking import Ask, answer_to, asked, endpoint_named
from lapwing.domain.errors import from_wire
from lapwing.domain.secrets import Secret
from lapwing.domain.webhooks.deliveries import CheckEndpoint, EndpointChecked, ResendDeliveries, Resent
from lapwing.domain.webhooks.endpoints import (
    EndpointRequest,
    EndpointSecret,
    RotateEndpointSecret,
    SaveEndpoint,
)

_RESEND: Final = "lapwing webhook resend"
_HOUR_S: Final = 3_600.0


def run_test(name: str, event: str, passphrase_env: str, environ: Mapping[str, str]) -> int:
    """Send a made-up event; returns the exit code.

    Raises:
        LapwingError: Nothing could be sent.
    """

    async def work(ask: Ask) -> EndpointChecked:
        request = CheckEndpoint(SaveEndpoint(await endpoint_named(ask, name)), event)
        found: EndpointChecked = await ask("webhook.test", request)
        return found

    attempt = asked(work, passphrase_env, environ).attempt
    if attempt.error is not None:
        say(sentence_of(from_wire(attempt.error)))
        return ExitCode.ERROR
    say(f"{name} answered {attempt.status} in {attempt.duration_ms:.0f} ms.")
    return ExitCode.OK


def run_secret(name: str, passphrase_env: str, environ: Mapping[str, str]) -> int:
    """Write it to standard output; returns the exit code.

    Raises:
        LapwingError: There is none, or it cannot be fetched.
    """
    found: EndpointSecret = answer_to("webhook.secret", EndpointRequest(name), passphrase_env, environ)
    return _written(found.secret)


def run_rotate(name: str, hours: float, passphrase_env: str, environ: Mapping[str, str]) -> int:
    """Write the new one to standard output; returns the exit code.

    Raises:
        LapwingError: Nothing was changed.
    """
    request = RotateEndpointSecret(name, hours * _HOUR_S)
    found: EndpointSecret = answer_to("webhook.rotate", request, passphrase_env, environ)
    return _written(found.secret)


def _written(secret: Secret) -> int:
    with contextlib.closing(Output()) as output:
        output.write(f"{secret.reveal()}\n".encode())
    return ExitCode.OK


def run_resend(ids: tuple[int, ...], endpoint: str, *, failed: bool) -> int:
    """Have them made again; returns the exit code.

    Raises:
        UsageWrong: Neither ids nor --failed were given, or both.
        LapwingError: Nothing was changed.
    """
    if bool(ids) is failed:
        raise UsageWrong(reason="Give ids of deliveries, or --failed.", command=_RESEND)

    async def work(ask: Ask) -> Resent:
        endpoint_id = (await endpoint_named(ask, endpoint)).id if endpoint else ""
        found: Resent = await ask("webhook.resend", ResendDeliveries(ids, endpoint_id))
        return found

    count = asked(work).count
    say("1 delivery will be made again." if count == 1 else f"{count:,} deliveries will be made again.")
    return ExitCode.OK
