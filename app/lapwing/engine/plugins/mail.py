"""Mails of plugins: sent as those of alerts are, by a server that a permission names exactly. Event loop's thread."""

import asyncio
import urllib.parse
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

from lapwing.domain.secrets import Secret
from lapwing.engine.plugins.network import LONGEST_S, allows
from lapwing.plugins.api import Mail

if TYPE_CHECKING:
    from lapwing.domain.alerts.channels import MailServer

_SCHEMES: Final = {"smtp": ("starttls", 587), "smtps": ("tls", 465), "smtp+plain": ("none", 25)}
"""What an address begins with, as `MailSecurity`, with the usual port (RFC 6409, RFC 8314)."""
_LONGEST_TEXT: Final = 1 << 20
_THREADS: Final = 4


class PluginMail:
    """For all plugins. One sends one mail at a time, so that a server that hangs holds up who uses it.

    A permission names the server exactly, so that it may lie wherever the person says, also in a private network.
    """

    def __init__(self) -> None:
        self._threads: ThreadPoolExecutor | None = None
        self._sending: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def send(
        self,
        plugin_id: str,
        hosts: Sequence[str],
        server: str,
        mail: Mail,
        user: str,
        password: str,
        within_s: float,
    ) -> Sequence[str]:
        """Send a mail; the recipients that were refused, each with the server's words.

        Raises:
            PermissionError: None of `hosts` is exactly the server's.
            ValueError: The address or the mail is none.
            OSError: The server cannot be reached, or does not take mail now.
            RuntimeError: It refused the mail for good.
        """
        place = _place(server, mail)
        if not allows(hosts, place.host)[1]:
            raise PermissionError(f"The permission network:{place.host} was not given.")
        longest_s = min(max(within_s, 0.0), LONGEST_S)
        try:
            async with asyncio.timeout(longest_s):
                await self._sending[plugin_id].acquire()
        except TimeoutError:
            raise TimeoutError(f"{place.host} still has a mail of before to take.") from None
        try:
            return await self._sent(place, mail, user, Secret(password), longest_s)
        finally:
            self._sending[plugin_id].release()

    async def _sent(
        self, place: "MailServer", mail: Mail, user: str, password: Secret, longest_s: float
    ) -> Sequence[str]:
        from lapwing.domain.alerts.errors import MailRefused  # seldom needed, and takes a while
        from lapwing.engine.mail import TRIED_AGAIN, MailRoute, message_of, send

        if self._threads is None:
            self._threads = ThreadPoolExecutor(_THREADS, "mail of plugins")
        route = MailRoute(place.host, place.port, place.security, user, password)
        message = message_of(mail.sender, mail.recipients, mail.subject, mail.text)

        def work() -> Sequence[str]:
            refused = send(route, message, mail.sender, mail.recipients, longest_s)
            return tuple(f"{recipient}: {words}" for recipient, words in refused.items())

        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        except MailRefused as error:
            advice = error.next_step()
            said = f"{error} {advice}" if advice != TRIED_AGAIN else str(error)  # that is the plugin's to say
            raise (ConnectionError(said) if error.facts["passes"] else RuntimeError(said)) from None

    def close(self) -> None:
        """Send no more; what is being sent ends by itself."""
        if self._threads is not None:
            self._threads.shutdown(wait=False, cancel_futures=True)


def _place(server: str, mail: Mail) -> "MailServer":
    """Where a mail goes to.

    Raises:
        ValueError: The address or the mail is none.
    """
    from lapwing.domain.alerts.channels import MailSecurity, MailServer  # seldom needed, and takes a while

    try:
        found = urllib.parse.urlsplit(server)
        host, port = (found.hostname or "").rstrip("."), found.port
    except ValueError:
        raise ValueError("The address of the mail server is none.") from None
    if found.scheme not in _SCHEMES or not host or found.path.strip("/") or found.query or found.fragment:
        raise ValueError("The address of the mail server is smtp://HOST or smtps://HOST, also with :PORT.")
    if found.username is not None or found.password is not None:
        raise ValueError("The address of the mail server may not hold a user or a password.")
    security, usual = _SCHEMES[found.scheme]
    place = MailServer(host, mail.sender, mail.recipients, port or usual, MailSecurity(security))
    problem = place.problem()
    if problem:
        raise ValueError(problem)
    if any(ord(letter) < 32 or ord(letter) == 127 for letter in mail.subject):
        raise ValueError("The subject of a mail is one line.")
    if len(mail.text) > _LONGEST_TEXT:
        raise ValueError(f"A mail has at most {_LONGEST_TEXT:,} characters.")
    return place
