"""A context for plugins that are tested without a process of their own, and facts to call them with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from lapwing.plugins.api import ConnectionInfo, HttpAnswer, Mail, QueryInfo, QueryOutcome, Rows

CONNECTION = ConnectionInfo("c1", "shop", "postgresql", "production", "shop")


@dataclass
class TestContext:
    """Keeps what a plugin says; `http` really asks.

    Attributes:
        lines: Level and text of each line of its log.
        published: Type and data of each event that it told.
        mails: What it sent.
        mailing: Asked with each mail before it is taken; what it raises is why it is not.
        answering: What `query` answers, by the SQL.
    """

    __test__ = False

    data_folder: Path
    config: dict[str, Any] = field(default_factory=dict)
    secrets: dict[str, str] = field(default_factory=dict)
    plugin_id: str = "tested"
    lines: list[tuple[str, str]] = field(default_factory=list)
    published: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    answering: Callable[[str, str], Rows] | None = None
    mails: list[Mail] = field(default_factory=list)
    mailing: Callable[[Mail], object] = lambda mail: None

    def __post_init__(self) -> None:
        self.data_folder.mkdir(parents=True, exist_ok=True)

    def log(self, text: str, level: str = "info") -> None:
        self.lines.append((level, text))

    def connections(self) -> Sequence[ConnectionInfo]:
        return (CONNECTION,)

    def tables(self, connection_id: str) -> Sequence[tuple[str, str]]:
        return ()

    def query(self, connection_id: str, sql: str, most: int = 1000, within_s: float = 30.0) -> Rows:
        assert self.answering is not None
        return self.answering(connection_id, sql)

    def publish(self, event_type: str, data: dict[str, Any]) -> None:
        self.published.append((event_type, data))

    def http(
        self,
        method: str,
        url: str,
        headers: dict[str, str] | None = None,
        body: bytes = b"",
        within_s: float = 10.0,
    ) -> HttpAnswer:
        request = Request(url, data=body or None, headers=headers or {}, method=method)
        try:
            with urlopen(request, timeout=within_s) as answer:
                return HttpAnswer(answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.read())
        except HTTPError as error:
            with error:
                return HttpAnswer(error.code, {k.lower(): v for k, v in error.headers.items()}, error.read())

    def mail(self, server: str, mail: Mail, user: str = "", secret: str = "", within_s: float = 30.0) -> Sequence[str]:
        self.mailing(mail)
        self.mails.append(mail)
        return ()

    def secret(self, name: str) -> str:
        return self.secrets.get(name, "")

    def keep_secret(self, name: str, value: str) -> None:
        self.secrets[name] = value


def query_of(sql: str, kind: str = "read", at: float = 1_000.0) -> QueryInfo:
    return QueryInfo("q1", CONNECTION, sql, kind, "anna", at)


def outcome_of(
    query: QueryInfo, elapsed_s: float = 0.25, rows: int | None = None, error: str = "", error_code: str = ""
) -> QueryOutcome:
    return QueryOutcome(query, elapsed_s, rows, error, error_code)
