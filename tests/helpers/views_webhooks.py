"""The page of webhooks and its dialogs in all their states, for `helpers.views`."""

import time
from typing import Final

from PySide6.QtWidgets import QDialog, QWidget

from lapwing.domain.connections import Connection
from lapwing.domain.errors import EngineGone
from lapwing.domain.secrets import Secret
from lapwing.domain.services import ServiceFacts, ServiceState
from lapwing.domain.webhooks.deliveries import Attempt, DeliveryFacts, DeliveryList, DeliveryState, DeliveryWhole
from lapwing.domain.webhooks.endpoints import (
    CircuitState,
    Endpoint,
    EndpointFacts,
    EndpointHeader,
    EndpointList,
)
from lapwing.domain.webhooks.inbox import Handling, InboxBody, InboxEntry, InboxList, Verdict
from lapwing.domain.webhooks.incoming import (
    OUTSIDE,
    UNSIGNED,
    IncomingService,
    IncomingServiceFacts,
    IncomingServiceList,
    ListenerSettings,
    ListenerStatus,
    SigningScheme,
    SigningSecretFacts,
)
from lapwing.gui.client import EngineClient
from lapwing.gui.webhooks.endpoint_dialog import EndpointDialog
from lapwing.gui.webhooks.listener_dialog import ListenerDialog
from lapwing.gui.webhooks.secret_dialog import SecretDialog
from lapwing.gui.webhooks.sender_dialog import SenderDialog
from lapwing.gui.webhooks.webhooks_view import WebhooksView

ZZ: Final = Endpoint("zz", "zz", "https://zz/zz", ("zz",), headers=(EndpointHeader("zz", "zz"),))
WEBHOOK_DIALOGS: Final = ("endpoint", "sender", "rotation", "listener", "secret")
WRONG: Final = EngineGone(reason="zz").to_wire()


class _StillWebhooks(WebhooksView):
    """Shows what it is given, and reads nothing."""

    def refresh(self) -> None: ...


def webhooks_view(client: EngineClient, part: str, parent: QWidget) -> WebhooksView:
    """With made rows in a part; `endpoints_none` and the like: without any."""
    part, _, is_empty = part.partition("_")
    view = _StillWebhooks(client, parent)
    for each in (view.deliveries, view.received):
        each.start = lambda work: work.close()  # type: ignore[method-assign]
    view.show_part(part)
    rows = not is_empty
    if part == "endpoints":
        view.endpoints.show_endpoints(EndpointList(_endpoints() if rows else ()))
    elif part == "deliveries":
        view.deliveries.show_deliveries(DeliveryList(_deliveries() if rows else (), 9))
        attempt = Attempt(time.time(), 5.0, "zz", "zz", (("zz", "zz"),), 500, (("zz", "zz"),), "zz", 2, WRONG)
        view.deliveries.show_delivery(DeliveryWhole(_deliveries()[1], "zz", "zz", (attempt,)))
    elif part == "received":
        entries = _messages()
        view.received.show_messages(InboxList(entries if rows else ()))
        view.received.show_body(InboxBody(entries[0], (("zz", "zz"),), b"zz", is_whole=False))
    else:
        view.senders.show_senders(IncomingServiceList(_senders() if rows else ()))
        status = ListenerStatus(ListenerSettings(), url="zz", warnings=(OUTSIDE,) if rows else ())
        state = ServiceState.RUNNING if rows else ServiceState.STOPPED
        view.senders.show_listener(status, ServiceFacts("zz", "zz", state))
    return view


def _endpoints() -> tuple[EndpointFacts, ...]:
    at = time.time() + 90
    off = Endpoint("zz0", "zz", "zz", ("zz",), enabled=False)
    gone = Endpoint("zz1", "zz", "zz", ("zz",), enabled=False, disabled_because="zz")
    return (
        EndpointFacts(ZZ, 5, CircuitState.OPEN, at, 3, WRONG, time.time()),
        EndpointFacts(off),
        EndpointFacts(gone),
        EndpointFacts(Endpoint("zz2", "zz", "zz"), 1, CircuitState.HALF_OPEN, failures=1),
        EndpointFacts(Endpoint("zz3", "zz", "zz"), 1, again_at=at, failures=1, error=WRONG),
        EndpointFacts(Endpoint("zz4", "zz", "zz"), error=WRONG),
        EndpointFacts(Endpoint("zz5", "zz", "zz"), last_delivery_at=time.time()),
    )


def _deliveries() -> tuple[DeliveryFacts, ...]:
    now = time.time()
    made = [
        DeliveryFacts(9 - place, "zz", "zz", "zz", "zz", now, state)
        for place, state in enumerate((DeliveryState.DELIVERED, DeliveryState.FAILED, DeliveryState.WAITING))
    ]
    again = DeliveryFacts(
        1, "zz", "zz", "zz", "zz", now, DeliveryState.WAITING, attempts=2, next_at=now + 90, error=WRONG
    )
    return (*made, again)


def _messages() -> tuple[InboxEntry, ...]:
    now = time.time()
    verdicts = [InboxEntry(f"zz{each}", now, "zz", each, reason="zz") for each in Verdict]
    handled = [
        InboxEntry(f"zz_{each}", now, "zz", Verdict.ACCEPTED, "zz", "zz", "zz", 2, "zz", handling=each, times=2)
        for each in Handling
    ]
    return (*handled, *verdicts)


def _senders() -> tuple[IncomingServiceFacts, ...]:
    now = time.time()
    secrets = (SigningSecretFacts("zz", now, now + 90), SigningSecretFacts("zz", now))
    made = [IncomingServiceFacts(IncomingService(f"zz_{each}", each), "zz", secrets[1:], "") for each in SigningScheme]
    two = IncomingServiceFacts(IncomingService("zz", annotate=True, enabled=False), "zz", secrets, UNSIGNED, 5, 5, now)
    return (two, *made, IncomingServiceFacts(IncomingService("zz_none"), "zz"))


def webhook_dialog(client: EngineClient, kind: str, parent: QWidget) -> QDialog:
    """One of `WEBHOOK_DIALOGS`."""
    connections = [Connection("zz", "zz", "zz")]
    made: QDialog
    if kind == "endpoint":
        made = EndpointDialog(client, ZZ, connections, parent)
    elif kind == "listener":
        made = ListenerDialog(client, ListenerSettings(address="0.0.0.0"), parent)
    elif kind == "secret":
        made = SecretDialog("zz", "zz", Secret("zz"), parent)
    else:
        facts = _senders()[0] if kind == "rotation" else None
        made = SenderDialog(client, facts, connections, parent, rotates=kind == "rotation")
    made.open()
    return made
