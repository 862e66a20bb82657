"""Who is told of a change: keeping it, writing the log, and handing it to channels."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from lapwing.domain.alerts.channels import AlertChannel, ChannelKind, ChannelState
from lapwing.domain.alerts.errors import MailRefused
from lapwing.domain.alerts.instances import AlertChange, AlertInstance
from lapwing.domain.connections import Connection
from lapwing.domain.secrets import PASSWORD, Secret
from lapwing.engine.alerting.channels import ChannelQueue, Pace
from lapwing.engine.alerting.judging import Key
from lapwing.engine.alerting.keeper import AlertKeeper
from lapwing.engine.alerting.wanted import WantedRules
from lapwing.engine.bus import Bus
from lapwing.engine.connections.secrets import SecretsService

if TYPE_CHECKING:
    from lapwing.store.alerts.keeping import AlertStore

Told = Sequence[tuple[AlertChange, Sequence[AlertChannel]]]


def secret_owner(channel: AlertChannel) -> Connection:
    """What the secrets service takes a channel for: the place of its password, under a name of its own."""
    assert channel.mail is not None, "only mail has a password"
    mail = channel.mail
    host = f"[{mail.host}]" if ":" in mail.host else mail.host
    return Connection(f"alert-channel-{channel.id}", channel.title, f"smtp://{host}", secret=mail.secret)


class Telling:
    """Event loop's thread."""

    def __init__(self, bus: Bus, wanted: WantedRules, keeper: AlertKeeper, secrets: SecretsService) -> None:
        self._bus = bus
        self._wanted = wanted
        self._keeper = keeper
        self._secrets = secrets
        self._queues: dict[str, ChannelQueue] = {}
        self.pace = Pace()

    def channels_of(self, change: AlertChange) -> tuple[AlertChannel, ...]:
        """The channels that a change is told by."""
        rule = self._wanted.last_known.get(change.rule_id)
        only = rule.channels if rule is not None else ()
        return tuple(
            channel
            for channel in self._wanted.book.channels()
            if channel.enabled
            and change.severity.rank >= channel.least.rank
            and (not only or channel.id in only or channel.kind.value in only)
        )

    def keep(self, instances: Iterable[AlertInstance], gone: Iterable[Key], told: Told) -> None:
        """Keep states and changes; those that go by mail are handed on when they are kept."""
        instances, gone = tuple(instances), tuple(gone)
        mails = [(change, [each.id for each in by if each.kind is ChannelKind.EMAIL]) for change, by in told]
        least = [
            each.least.rank for each in self._wanted.book.channels() if each.kind is ChannelKind.LOG and each.enabled
        ]
        lines = [change for change, _ in told if least and change.severity.rank >= least[0]]
        kept = [change for change, _ in told]

        def write(store: "AlertStore") -> None:
            if lines:
                self._keeper.log.write(lines)
            kept[:] = store.write(instances, gone, mails)

        def hand_on() -> None:
            for change, (_, channels) in zip(kept, mails, strict=True):
                for channel_id in channels:
                    self.tell_again(channel_id, change)

        self._keeper.soon(write, hand_on)

    def tell_again(self, channel_id: str, change: AlertChange) -> None:
        """Tell a change by mail, soon."""
        queue = self._queue(channel_id)
        if queue is not None:
            queue.add(change)
        else:
            self._note_told(channel_id, [change.id])

    def _queue(self, channel_id: str) -> ChannelQueue | None:
        found = [each for each in self._wanted.book.channels() if each.id == channel_id and each.mail is not None]
        if not found:
            return None
        if channel_id not in self._queues:
            self._queues[channel_id] = ChannelQueue(
                found[0], self._bus, lambda changes: self._send(channel_id, changes), self._note_told, self.pace
            )
        return self._queues[channel_id]

    def _note_told(self, channel_id: str, changes: Sequence[int]) -> None:
        ids = [each for each in changes if each]
        if ids:
            self._keeper.soon(lambda store: store.told(channel_id, ids))

    def _send(self, channel_id: str, changes: Sequence[AlertChange]) -> None:
        """Any thread; blocking.

        Raises:
            LapwingError: It was not taken.
        """
        self.send_by(self._wanted.book.channel(channel_id), changes)

    def send_by(self, channel: AlertChannel, changes: Sequence[AlertChange], password: Secret | None = None) -> None:
        """Tell changes by a channel now. Any thread; blocking.

        Raises:
            LapwingError: They were not taken; what fetching the password raises.
        """
        from lapwing.engine.alerting.mail import send  # seldom needed

        mail = channel.mail
        if mail is None:
            raise MailRefused(server=channel.id, reason="it is no mail channel.", advice="")
        if mail.user and password is None:
            password = self._secrets.find(secret_owner(channel), PASSWORD)
        send(mail, password, changes)

    def states(self) -> tuple[ChannelState, ...]:
        """How each channel is."""
        return tuple(
            self._queues[channel.id].state_of(channel) if channel.id in self._queues else ChannelState(channel)
            for channel in self._wanted.book.channels()
        )

    async def close(self) -> None:
        """Tell nothing more."""
        for queue in self._queues.values():
            await queue.close()
