"""Alerts on real servers: sessions that really wait, and a server that really goes away and comes back."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator

import pytest

from helpers.engines import Asker, asker
from helpers.proxy import Proxy
from helpers.server_places import KINDS, ServerPlace, server_place
from helpers.servers.server import Server
from helpers.waiting import eventually_async
from lapwing.domain.alerts.asking import SaveRule
from lapwing.domain.alerts.instances import AlertChange, AlertChanged, AlertState
from lapwing.domain.alerts.rules import AlertRule
from lapwing.domain.connections import Connection, SaveConnection
from lapwing.domain.monitoring.samples import KeepMonitor
from lapwing.domain.operations import Subscribe
from lapwing.domain.secrets import SecretKind, SecretPlace

ID = "shop"
_UPDATE = "UPDATE item SET name = 'lamp' WHERE id = 1"
_RULES = (
    AlertRule("Blocked", "blocked_sessions >= 2", "own-blocked", clear="blocked_sessions == 0"),
    AlertRule("Down", "connection_status == 'failed'", "own-down"),
)


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest) -> Iterator[ServerPlace]:
    yield from server_place(request)


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        await made.ask("events.subscribe", Subscribe(("alert.*",)))
        yield made


async def keep(me: Asker, place: ServerPlace, port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the place watched through a port, by an account that sees what others wait for, and the rules judged."""
    login = place.server.owner if place.is_postgresql else place.server.logins["admin"]
    monkeypatch.setenv("SHOP_PASSWORD", login.password or "")
    direct, place.port = place.port, port
    saved = Connection(ID, "Shop", place.url(user=login.user), secret=SecretPlace(SecretKind.ENV, "SHOP_PASSWORD"))
    place.port = direct
    await me.ask("connection.save", SaveConnection(saved))
    for rule in _RULES:
        await me.ask("alert.save_rule", SaveRule(rule))
    await me.ask("monitor.keep", KeepMonitor(ID, True, 0.5))
    me.engine.start_services()


def changes(me: Asker, rule_id: str) -> list[AlertChange]:
    return [event.change for event in me.heard(AlertChanged) if event.change.rule_id == rule_id]


async def becomes(me: Asker, rule_id: str, state: AlertState) -> AlertChange:
    """Wait until the newest change of a rule is into that state."""
    await eventually_async(lambda: changes(me, rule_id)[-1:] and changes(me, rule_id)[-1].after is state)
    return changes(me, rule_id)[-1]


async def test_sessions_that_wait_fire_a_gap_is_unknown_and_the_end_of_the_wait_resolves(
    me: Asker, place: ServerPlace, proxy_to: Callable[[Server], Proxy], monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = proxy_to(place.server)
    first, *others = [(await place.session(me)).session_id for _ in range(3)]
    for sql in (
        "CREATE TABLE item (id INT PRIMARY KEY, name VARCHAR(20))",
        "INSERT INTO item VALUES (1, 'tent')",
        "BEGIN",
        _UPDATE,
    ):
        await me.run(first, sql)
    runs = [me.begin(each, _UPDATE) for each in others]
    await keep(me, place, proxy.port, monkeypatch)
    fired = await becomes(me, "own-blocked", AlertState.FIRING)
    assert fired.value == 2
    assert fired.connection == "Shop"
    proxy.take_new("refused")
    proxy.reset_all()
    await becomes(me, "own-down", AlertState.FIRING)
    assert (await becomes(me, "own-blocked", AlertState.UNKNOWN)).before is AlertState.FIRING
    proxy.take_new("passed on")
    await becomes(me, "own-down", AlertState.RESOLVED)
    await becomes(me, "own-blocked", AlertState.FIRING)
    await me.run(first, "ROLLBACK")
    await asyncio.gather(*runs)
    over = await becomes(me, "own-blocked", AlertState.RESOLVED)
    assert over.value == 0
