"""Sending a mail (SMTP, RFC 5321; STARTTLS, RFC 3207; TLS from the beginning, RFC 8314). Blocking; in a thread."""

import contextlib
import email.policy
import email.utils
import smtplib
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Sequence
from email.message import EmailMessage
from typing import Final

from lapwing.domain.alerts.channels import MailSecurity
from lapwing.domain.alerts.errors import MailRefused
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.secrets import Secret, redact
from lapwing.domain.visible import visible_text

_PATIENCE_S: Final = 20.0
_LONGEST_S: Final = 60.0
_OURSELVES: Final = "[127.0.0.1]"
"""What we are called in EHLO: an address literal, since looking the machine's name up may take a minute."""
_REFUSED_FOR_GOOD: Final = 500
"""Replies from here on say that trying again is of no use (RFC 5321, 4.2.1)."""
TRIED_AGAIN: Final = "It is tried again by itself."
_LONGEST_SUBJECT: Final = 200


@dataclass(frozen=True, slots=True)
class MailRoute:
    """How a server is reached. Its certificate is checked against `host`.

    Attributes:
        user: Empty: no log-in.
        trust: Which certificates are trusted; None: those that the system trusts.
    """

    host: str
    port: int
    security: MailSecurity
    user: str = ""
    password: Secret | None = None
    trust: ssl.SSLContext | None = None


def message_of(sender: str, recipients: Sequence[str], subject: str, text: str) -> EmailMessage:
    """A mail of plain text (RFC 5322). What cannot be seen in its subject is written out: it stays one header."""
    message = EmailMessage(email.policy.SMTP)
    message["Subject"] = visible_text(subject)[:_LONGEST_SUBJECT]
    message["From"] = sender
    message["To"] = ", ".join(recipients)
    message["Date"] = email.utils.formatdate(time.time(), localtime=True)
    message["Message-ID"] = email.utils.make_msgid("lapwing", sender.rpartition("@")[2])
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text, charset="utf-8", cte="base64")
    return message


def send(
    route: MailRoute, message: EmailMessage, sender: str, recipients: Sequence[str], longest_s: float = _LONGEST_S
) -> dict[str, str]:
    """Send a mail, and give the recipients that the server refused, with its words; all others get it.

    Args:
        longest_s: For all of it, however slowly the server speaks.

    Raises:
        MailRefused: The server did not take it for anybody. The fact `passes` says whether it may later.
    """
    where, is_late = f"{route.host}:{route.port}", threading.Event()
    try:
        with _connected(route, longest_s, is_late) as line:
            if route.user:
                line.login(route.user, route.password.reveal() if route.password is not None else "")
            refused = line.send_message(message, sender, list(recipients))
            return {to: redact(_refusal(reply), [route.password]) for to, reply in refused.items()}
    except (smtplib.SMTPException, OSError, ValueError) as error:  # those of TLS are OSErrors
        if is_late.is_set():
            reason, passes = f"it did not take the mail within {longest_s:g} s.", True
        else:
            reason, passes = redact(_words(error), [route.password]), _passes(error)
        advice = _advice(error)
    raise MailRefused(server=where, reason=reason, advice=advice, passes=passes)


def _advice(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return "See to the user and the password."
    return "See to its certificate." if isinstance(error, ssl.SSLError) else TRIED_AGAIN


@contextlib.contextmanager
def _connected(route: MailRoute, longest_s: float, is_late: threading.Event) -> Iterator[smtplib.SMTP]:
    """The line to the server, encrypted as the route wants it. It is cut when the time is over.

    Raises:
        smtplib.SMTPException, OSError
    """
    line = _line(route)
    ending = threading.Timer(longest_s, _cut, [line, is_late])
    ending.daemon = True
    ending.start()
    try:
        line.connect(route.host, route.port)
        if route.security is MailSecurity.STARTTLS:
            line.starttls(context=_trust(route))
        yield line
        with contextlib.suppress(smtplib.SMTPException, OSError):  # it was taken: how they part is of no matter
            line.quit()
    finally:
        ending.cancel()
        line.close()


def _line(route: MailRoute) -> smtplib.SMTP:
    """One that is not connected yet, so that connecting can be cut off, too. The name that certificates are checked
    against is otherwise taken from a constructor that connects at once."""
    if route.security is MailSecurity.TLS:
        line: smtplib.SMTP = smtplib.SMTP_SSL(local_hostname=_OURSELVES, timeout=_PATIENCE_S, context=_trust(route))
    else:
        line = smtplib.SMTP(local_hostname=_OURSELVES, timeout=_PATIENCE_S)
    line._host = route.host  # type: ignore[attr-defined]
    return line


def _trust(route: MailRoute) -> ssl.SSLContext:
    return route.trust or ssl.create_default_context()


def _cut(line: smtplib.SMTP, is_late: threading.Event) -> None:
    """Have whoever waits at the line go on: the time is over."""
    is_late.set()
    if isinstance(line.sock, socket.socket):
        with contextlib.suppress(OSError):
            socket.socket.shutdown(line.sock, socket.SHUT_RDWR)  # not TLS's own, which another thread is within


def _passes(error: Exception) -> bool:
    """Whether the same may be taken later."""
    if isinstance(error, smtplib.SMTPResponseException):
        return error.smtp_code < _REFUSED_FOR_GOOD
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return any(code < _REFUSED_FOR_GOOD for code, _ in error.recipients.values())
    return isinstance(error, OSError) and not isinstance(error, smtplib.SMTPNotSupportedError)


def _words(error: Exception) -> str:
    """What the server or the system said, in one line that can be read."""
    if isinstance(error, smtplib.SMTPResponseException):
        return _refusal((error.smtp_code, error.smtp_error))
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return "; ".join(f"{to}: {_refusal(reply)}" for to, reply in error.recipients.items())[:500]
    text = (error.strerror if isinstance(error, OSError) else "") or str(error) or type(error).__name__
    return _readable(text)


def _refusal(reply: tuple[int, bytes | str]) -> str:
    code, said = reply
    return _readable(f"{code} {said.decode('utf-8', 'replace') if isinstance(said, bytes) else said}")


def _readable(text: str) -> str:
    return visible_text(" ".join(text.split()))[:500]
