"""Cloud events: each subscriber hears them in their order, and one that raises or hangs harms nobody."""

import asyncio

import pytest

from lapwing.domain.cloud_events import (
    CloudEvent,
    EventIds,
    EventPublished,
    HandlerAnswer,
    first_event_id,
    new_event_id,
)
from lapwing.domain.events import Event
from lapwing.engine.bus import Bus
from lapwing.engine.hub import EventHub, Scope


class Ear:
    """Remembers what it heard."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    async def hear(self, event: CloudEvent) -> object:
        self.heard.append(f"{event.type} {event.data.get('n', '')}".strip())
        return len(self.heard)


def make_hub() -> tuple[EventHub, list[Event]]:
    bus = Bus(asyncio.get_running_loop())
    told: list[Event] = []
    bus.listen((EventPublished.name,), told.append)
    return EventHub(bus), told


async def test_events_are_heard_in_their_order_by_pattern_and_filter():
    hub, told = make_hub()
    ear, picky = Ear(), Ear()
    hub.subscribe("ear", ("query.*",), ear.hear)
    hub.subscribe("picky", ("*",), picky.hear, accepts=lambda event: event.data["n"] % 2 == 1)
    for n in range(4):
        hub.publish("query.completed" if n < 3 else "schema.changed", {"n": n})
    _event, answers = await hub.publish_and_ask("query.failed", {"n": 5})
    assert ear.heard == ["query.completed 0", "query.completed 1", "query.completed 2", "query.failed 5"]
    assert picky.heard == ["query.completed 1", "schema.changed 3", "query.failed 5"]
    assert [(each.subscriber, each.answer) for each in answers] == [("ear", 4), ("picky", 3)]
    ids = [each.event.id for each in told if isinstance(each, EventPublished)]
    assert ids == sorted(ids)
    assert len(set(ids)) == 5
    await hub.close()


async def test_one_that_raises_or_hangs_harms_nobody(caplog: pytest.LogCaptureFixture):
    hub, _told = make_hub()
    ear = Ear()

    async def raises(_event: CloudEvent) -> None:
        raise ValueError

    async def hangs(_event: CloudEvent) -> None:
        await asyncio.Event().wait()

    def filters(_event: CloudEvent) -> bool:
        raise KeyError

    hub.subscribe("raises", ("*",), raises)
    hub.subscribe("hangs", ("*",), hangs, within_s=0.01)
    hub.subscribe("filter", ("*",), ear.hear, accepts=filters)
    hub.subscribe("ear", ("*",), ear.hear)
    _event, answers = await hub.publish_and_ask("workflow.order")
    found = {each.subscriber: each.error for each in answers}
    assert found == {"raises": "It failed: ValueError.", "hangs": "It did not answer within 0.01 s.", "ear": ""}
    assert ear.heard == ["workflow.order"]
    assert "the filter of filter failed" in caplog.text
    await hub.close()


async def test_who_leaves_hears_no_more_and_who_asked_is_told():
    hub, _told = make_hub()
    begun = asyncio.Event()

    async def hangs(_event: CloudEvent) -> None:
        begun.set()
        await asyncio.Event().wait()

    subscription = hub.subscribe("leaves", ("*",), hangs)
    hub.publish("job.started")
    asking = asyncio.ensure_future(hub.publish_and_ask("job.ended"))
    await begun.wait()
    await hub.unsubscribe(subscription)
    _event, answers = await asking
    assert answers[0].error == "It does not listen any more."
    assert not hub.is_heard("job.ended")
    await hub.close()


class Others:
    """Other engines (`engine.hub.Elsewhere`)."""

    def __init__(self) -> None:
        self.acts_here = False

    async def answers(self, event: CloudEvent) -> tuple[HandlerAnswer, ...]:
        return (HandlerAnswer("there", event.type),)


async def test_who_asked_is_answered_also_where_a_subscriber_leaves_in_the_middle():
    hub, _told = make_hub()
    began = asyncio.Event()

    async def hangs(_event: CloudEvent) -> None:
        began.set()
        await asyncio.Event().wait()

    leaving = hub.subscribe("leaves", ("*",), hangs)
    asking = asyncio.create_task(hub.publish_and_ask("workflow.done"))
    await began.wait()
    await hub.unsubscribe(leaving)
    _event, answers = await asking
    assert [(each.subscriber, each.error) for each in answers] == [("leaves", "It does not listen any more.")]
    await hub.close()


async def test_who_acts_once_hears_all_engines_where_that_is_done_and_nobody_hears_twice():
    hub, told = make_hub()
    hub.elsewhere = others = Others()
    ears = {scope: Ear() for scope in Scope}
    for scope, ear in ears.items():
        hub.subscribe(scope.value, ("*",), ear.hear, scope=scope)
    _event, answers = await hub.publish_and_ask("job.started", {"n": 1})
    assert [each.subscriber for each in answers] == ["here", "everywhere", "there"]
    other = CloudEvent(new_event_id(), "job.started", 0.0, {"n": 2}, engine="another")
    await asyncio.gather(*hub.hear(other, once=False))
    missed = hub.publish("job.started", {"n": 3})
    others.acts_here = True
    acted_on = hub.publish("job.started", {"n": 4})
    await asyncio.gather(*[future for each in (other, missed, acted_on) for future in hub.act_on(each)])
    await asyncio.gather(*hub.hear(CloudEvent(new_event_id(), "job.ended", 0.0, {"n": 5}, engine="another"), once=True))
    found = {scope: [line.partition(" ")[2] for line in ear.heard] for scope, ear in ears.items()}
    assert found[Scope.HERE] == ["1", "3", "4"]
    assert found[Scope.EVERYWHERE] == ["1", "2", "3", "4", "5"]
    assert found[Scope.ONCE] == ["4", "2", "3", "5"]
    assert [each.event.data["n"] for each in told if isinstance(each, EventPublished)] == [1, 2, 3, 4, 5]
    await hub.close()


def test_ids_are_sorted_by_time_and_stay_so_within_a_millisecond():
    assert first_event_id(1_000_000.0) <= new_event_id(1_000_000.0) < first_event_id(1_000_000.001)
    ids = EventIds()
    made = [ids.following(at) for at in (1_000.0, *[1_001.0] * 100, 1_000.5, 1_002.0)]
    assert made == sorted(made)
    assert len(set(made)) == 103
    assert first_event_id(1469918176.385) == "01ARYZ6S41" + "0" * 16  # of the specification's own example
