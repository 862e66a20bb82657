"""Changes of alerts as mail (messages, RFC 5322). Blocking; in a thread."""

import logging
import ssl
from collections.abc import Sequence
from email.message import EmailMessage
from typing import Final

from lapwing.domain.alerts.channels import MailServer
from lapwing.domain.alerts.errors import MailRefused
from lapwing.domain.alerts.instances import AlertChange, AlertState
from lapwing.domain.alerts.telling import change_line, subject_of
from lapwing.domain.secrets import Secret
from lapwing.domain.visible import visible_text
from lapwing.engine import mail

_log: Final = logging.getLogger(__name__)


def send(server: MailServer, password: Secret | None, changes: Sequence[AlertChange]) -> None:
    """Send one mail about these changes.

    Raises:
        MailRefused: The server did not take it.
    """
    message = message_about(server, changes)
    route = mail.MailRoute(server.host, server.port, server.security, server.user, password, trust=_trust(server))
    for recipient, words in mail.send(route, message, server.sender, server.recipients).items():
        _log.warning("%s did not take a mail for %s: %s", server.host, recipient, words)


def _trust(server: MailServer) -> ssl.SSLContext | None:
    if not server.ca_file:
        return None
    context = ssl.create_default_context()
    try:
        context.load_verify_locations(server.ca_file)
    except (OSError, ValueError) as error:  # ssl.SSLError is an OSError
        words = error.strerror if isinstance(error, OSError) else str(error)
        reason = f"{visible_text(server.ca_file)} cannot be read: {words}."
        advice = "See to the file of certificates of the channel."
        raise MailRefused(server=f"{server.host}:{server.port}", reason=reason, advice=advice, passes=True) from error
    return context


def message_about(server: MailServer, changes: Sequence[AlertChange]) -> EmailMessage:
    """The mail. Whatever names hold, a header stays one header: what cannot be seen is written out."""
    lines = [visible_text(change_line(change)) for change in changes]
    text = "\n\n".join(lines) + "\n\n-- \nLapwing\n"
    message = mail.message_of(server.sender, server.recipients, f"[Lapwing] {subject_of(changes)}", text)
    if any(change.after is AlertState.FIRING and change.severity == "critical" for change in changes):
        message["X-Priority"] = "1"
    return message
