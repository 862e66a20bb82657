"""`lapwing listener status` and `configure`."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lapwing.cli.exit_codes import ExitCode
from lapwing.cli.messages import say
from lapwing.cli.webhook.asking import Ask, answer_to, asked
from lapwing.domain.errors import in_full
from lapwing.domain.webhooks.incoming import ConfigureListener, ListenerStatus


def run_status() -> int:
    """Say how the listener is; returns the exit code."""
    status: ListenerStatus = answer_to("listener.status")
    _tell(status)
    return ExitCode.OK if status.answers else ExitCode.ERROR


def run_configure(given: Mapping[str, Any]) -> int:
    """Change settings, and say how the listener is then; returns the exit code.

    Raises:
        ListenerSettingsInvalid, StoredNewer, StoredDamaged, StoredUnreadable, DiskFull
    """

    async def work(ask: Ask) -> ListenerStatus:
        before: ListenerStatus = await ask("listener.status")
        after: ListenerStatus = await ask("listener.configure", ConfigureListener(replace(before.settings, **given)))
        return after

    _tell(asked(work))
    return ExitCode.OK


def _tell(status: ListenerStatus) -> None:
    url = status.url if status.settings.port or status.answers else "a port that it chooses when it begins"
    if status.answers:
        say(f"The webhook listener answers at {url}.")
    else:
        say(
            f"The webhook listener does not answer. It would listen at {url}: `lapwing service start webhook-listener`."
        )
    if status.waiting:
        say(f"{status.waiting} of the messages that were accepted wait to be processed.")
    for sentence in (*status.warnings, in_full(status.problems)):
        if sentence:
            say(sentence)
