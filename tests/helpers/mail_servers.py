"""An SMTP server (RFC 5321) that keeps what it is given: with STARTTLS or TLS and a log-in, and one that can refuse."""

import asyncio
import base64
import email
import email.policy
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path

from helpers.certificates import Authority


@dataclass
class MailServer:
    """Lives in a thread of its own.

    Attributes:
        port: On 127.0.0.1.
        ca: The file of certificates by which its own is checked; empty where it speaks no TLS.
        mails: What was taken.
        logins: Users and passwords that came.
        envelopes: Sender and recipients of each mail.
        refusing: How many mails are refused before the next is taken.
        was_encrypted: Of each mail, whether it came encrypted.
    """

    tls: str = ""
    """`starttls`, `tls` or empty."""
    user: str = ""
    password: str = ""
    port: int = 0
    ca: Path | None = None
    refusing: int = 0
    mails: list[EmailMessage] = field(default_factory=list)
    logins: list[tuple[str, str]] = field(default_factory=list)
    envelopes: list[tuple[str, list[str]]] = field(default_factory=list)
    was_encrypted: list[bool] = field(default_factory=list)
    context: ssl.SSLContext | None = None

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await _Dialogue(self, reader, writer).talk()
        except (ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
            pass
        finally:
            writer.close()


class _Dialogue:
    def __init__(self, server: MailServer, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._server = server
        self._reader = reader
        self._writer = writer
        self._is_encrypted = server.tls == "tls"
        self._is_in = not server.user
        self._sender = ""
        self._recipients: list[str] = []

    def _say(self, line: str) -> None:
        self._writer.write(f"{line}\r\n".encode())

    async def _line(self) -> str:
        return (await self._reader.readuntil(b"\r\n")).decode("latin-1").rstrip("\r\n")

    async def talk(self) -> None:
        self._say("220 tests ESMTP")
        while True:
            await self._writer.drain()
            line = await self._line()
            verb = line.split(" ", 1)[0].upper()
            if verb == "QUIT":
                self._say("221 bye")
                await self._writer.drain()
                return
            if verb == "STARTTLS":
                self._say("220 go")
                assert self._server.context is not None
                await self._writer.start_tls(self._server.context)
                self._is_encrypted = True
                continue
            await self._answer(verb, line)

    async def _answer(self, verb: str, line: str) -> None:
        if verb in {"EHLO", "HELO"}:
            offers = ["STARTTLS"] if self._server.tls == "starttls" and not self._is_encrypted else ["AUTH PLAIN"]
            self._say(f"250-tests\r\n250 {offers[0]}")
        elif verb == "AUTH":
            _, user, password = base64.b64decode(line.split(" ")[2]).decode().split("\0")
            self._server.logins.append((user, password))
            self._is_in = (user, password) == (self._server.user, self._server.password)
            self._say("235 in" if self._is_in else f"535 not {password}")
        elif verb == "MAIL" and not self._is_in:
            self._say("530 log in first")
        elif verb == "MAIL":
            self._sender, self._recipients = line.split("<")[1].split(">")[0], []
            self._say("250 ok")
        elif verb == "RCPT":
            self._recipients.append(line.split("<")[1].split(">")[0])
            self._say("250 ok")
        elif verb == "DATA":
            await self._take()
        else:
            self._say("250 ok")

    async def _take(self) -> None:
        self._say("354 go on")
        await self._writer.drain()
        data = await self._reader.readuntil(b"\r\n.\r\n")
        if self._server.refusing:
            self._server.refusing -= 1
            self._say("451 try again later")
            return
        message = email.message_from_bytes(data[:-3].replace(b"\r\n..", b"\r\n."), policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        self._server.mails.append(message)
        self._server.envelopes.append((self._sender, self._recipients))
        self._server.was_encrypted.append(self._is_encrypted)
        self._say("250 taken")


@contextmanager
def mail_server(folder: Path, tls: str = "", user: str = "", password: str = "") -> Iterator[MailServer]:
    """A server that lives within."""
    server = MailServer(tls, user, password)
    if tls:
        authority = Authority()
        files = authority.server().write(folder, "mail")
        server.ca = folder / "mail-ca.crt"
        server.ca.write_bytes(authority.certificate)
        server.context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        server.context.load_cert_chain(files.certificate, files.key)
    loop = asyncio.new_event_loop()
    ready = threading.Event()
    stop = asyncio.Event()

    async def live() -> None:
        context = server.context if tls == "tls" else None
        listening = await asyncio.start_server(server.serve, "127.0.0.1", 0, ssl=context)
        server.port = listening.sockets[0].getsockname()[1]
        ready.set()
        async with listening:
            await stop.wait()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    thread = threading.Thread(target=lambda: loop.run_until_complete(live()), name="mail server", daemon=True)
    thread.start()
    assert ready.wait(30)
    try:
        yield server
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(30)
        loop.close()
