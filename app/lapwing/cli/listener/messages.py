"""`lapwing listener inbox` and `body`."""

import contextlib
from datetime import UTC, datetime
from typing import Final

from lapwing.cli.exit_codes import ExitCode
from lapwing.cli.listener.services import write
from lapwing.cli.messages import say
from lapwing.cli.output import Output
from lapwing.cli.webhook.asking import answer_to
from lapwing.domain.errors import in_full
from lapwing.domain.values import Row
from lapwing.domain.visible import visible_text
from lapwing.domain.webhooks.inbox import InboxBody, InboxEntry, InboxList, InboxRequest, ListInbox, Verdict
from lapwing.formats.registry import FormatName

_COLUMNS: Final = ("id", "at", "service", "event", "verdict", "status", "size", "handling", "text")


def run_inbox(service: str, verdicts: tuple[Verdict, ...], text: str, limit: int, output_format: FormatName) -> int:
    """Write the table, the newest first; returns the exit code.

    Raises:
        InboxUnusable, StoredNewer, OutputClosed, OutputRefused
    """
    found: InboxList = answer_to("inbox.list", ListInbox(service, verdicts, text, "", limit))
    if found.problems:
        say(in_full(found.problems))
    write(output_format, _COLUMNS, [_row(each) for each in found.entries])
    return ExitCode.OK


def run_body(entry_id: str) -> int:
    """Write a body; returns the exit code.

    Raises:
        InboxEntryGone, InboxUnusable, StoredNewer, OutputClosed, OutputRefused
    """
    found: InboxBody = answer_to("inbox.body", InboxRequest(entry_id))
    for name, value in found.headers:
        say(visible_text(f"{name}: {value}"))
    if not found.is_whole:
        say(f"Of {found.entry.size_bytes} bytes the first {len(found.body)} are kept.")
    with contextlib.closing(Output()) as output:
        output.write(found.body)
    return ExitCode.OK


def _row(entry: InboxEntry) -> Row:
    return (
        entry.id,
        datetime.fromtimestamp(entry.at, UTC).isoformat(" ", "seconds"),
        visible_text(entry.service),
        entry.event or None,
        entry.verdict.value,
        str(entry.status),
        str(entry.size_bytes),
        entry.handling.value,
        entry.reason or entry.text or None,
    )
