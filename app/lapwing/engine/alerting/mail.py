"""Changes of alerts as mail (SMTP, RFC 5321; messages, RFC 5322). Blocking; in a thread."""

import email.policy
import email.utils
import smtplib
import ssl
import time
from collections.abc import Sequence
from email.message import EmailMessage
from typing import Final

from lapwing.domain.alerts.channels import MailSecurity, MailServer
from lapwing.domain.alerts.errors import MailRefused
from lapwing.domain.alerts.instances import AlertChange, AlertState
from lapwing.domain.alerts.telling import change_line, subject_of
from lapwing.domain.secrets import Secret, redact
from lapwing.domain.visible import visible_text

_PATIENCE_S: Final = 20.0
_OURSELVES: Final = "[127.0.0.1]"
"""What we are called in EHLO: an address literal, since looking the machine's name up may take a minute."""
_LONGEST_SUBJECT: Final = 200


def send(server: MailServer, password: Secret | None, changes: Sequence[AlertChange]) -> None:
    """Send one mail about these changes.

    Raises:
        MailRefused: The server did not take it.
    """
    message = message_about(server, changes)
    where = f"{server.host}:{server.port}"
    try:
        with _connected(server) as line:
            if server.user:
                line.login(server.user, password.reveal() if password is not None else "")
            line.send_message(message, server.sender, list(server.recipients))
    except smtplib.SMTPAuthenticationError as error:
        reason = redact(_words(error), [password])
        raise MailRefused(
            server=where, reason=reason, advice="See to the user and the password of the channel."
        ) from None
    except ssl.SSLError as error:
        raise MailRefused(server=where, reason=f"{_words(error)}.", advice="See to its certificate.") from error
    except (smtplib.SMTPException, OSError, ValueError) as error:
        reason = redact(_words(error), [password])
        raise MailRefused(server=where, reason=reason, advice="It is tried again by itself.") from None


def _connected(server: MailServer) -> smtplib.SMTP:
    """The line to the server, encrypted as the channel wants it.

    Raises:
        smtplib.SMTPException, OSError
    """
    if server.security is MailSecurity.TLS:
        return smtplib.SMTP_SSL(server.host, server.port, _OURSELVES, timeout=_PATIENCE_S, context=_trust(server))
    line = smtplib.SMTP(server.host, server.port, _OURSELVES, timeout=_PATIENCE_S)
    if server.security is MailSecurity.STARTTLS:
        try:
            line.starttls(context=_trust(server))
        except BaseException:
            line.close()
            raise
    return line


def _trust(server: MailServer) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if server.ca_file:
        context.load_verify_locations(server.ca_file)
    return context


def message_about(server: MailServer, changes: Sequence[AlertChange]) -> EmailMessage:
    """The mail. Whatever names hold, a header stays one header: what cannot be seen is written out."""
    message = EmailMessage(email.policy.SMTP)
    message["Subject"] = visible_text(f"[Lapwing] {subject_of(changes)}")[:_LONGEST_SUBJECT]
    message["From"] = server.sender
    message["To"] = ", ".join(server.recipients)
    message["Date"] = email.utils.formatdate(time.time(), localtime=True)
    message["Message-ID"] = email.utils.make_msgid("lapwing", server.sender.rpartition("@")[2])
    message["Auto-Submitted"] = "auto-generated"
    if any(change.after is AlertState.FIRING and change.severity == "critical" for change in changes):
        message["X-Priority"] = "1"
    lines = [visible_text(change_line(change)) for change in changes]
    message.set_content("\n\n".join(lines) + "\n\n-- \nLapwing\n", charset="utf-8", cte="base64")
    return message


def _words(error: Exception) -> str:
    """What the server or the system said, in one line that can be read."""
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error.decode("utf-8", "replace") if isinstance(error.smtp_error, bytes) else error.smtp_error
        text = f"{error.smtp_code} {said}"
    elif isinstance(error, smtplib.SMTPRecipientsRefused):
        text = "; ".join(f"{to}: {code} {said!r}" for to, (code, said) in error.recipients.items())
    else:
        text = (error.strerror if isinstance(error, OSError) else "") or str(error) or type(error).__name__
    return visible_text(" ".join(text.split()))[:500]
