"""How the state of an alert follows from what is said of it."""

from dataclasses import replace
from typing import Final

from lapwing.domain.alerts.evaluating import Verdict
from lapwing.domain.alerts.instances import ALIVE, AlertInstance, AlertState

RESOLVED_S: Final = 3_600.0
"""For so long an alert that is over is shown as resolved."""


def advance(
    old: AlertInstance,
    verdict: Verdict,
    clears: bool | None,
    at: float,
    duration_s: float,
    longest_step_s: float,
) -> AlertInstance:
    """The same one judged again.

    Args:
        clears: Whether the rule's clear condition is so; where it has none, True.
        longest_step_s: What lies further back than this was not seen.
    """
    seen = replace(old, at=at)
    if verdict.is_so is None:
        if old.state is AlertState.UNKNOWN:
            return seen
        return replace(seen, state=AlertState.UNKNOWN, before=old.state, since=at)
    value, text = (None, verdict.value) if isinstance(verdict.value, str) else (verdict.value, "")
    seen = replace(seen, value=value, text=text)
    standing = old.standing
    if standing in ALIVE:
        over = not verdict.is_so and clears is True
        return _changed(seen, AlertState.RESOLVED if over else standing, at)
    if not verdict.is_so:
        is_recent = standing is AlertState.RESOLVED and at - old.since < RESOLVED_S
        return _changed(replace(seen, held_s=0.0), AlertState.RESOLVED if is_recent else AlertState.OK, at)
    was_seen = old.state is AlertState.PENDING
    held = old.held_s + (min(max(0.0, at - old.at), longest_step_s) if was_seen else 0.0)
    held = held if standing is AlertState.PENDING else 0.0
    fires = held >= duration_s
    seen = replace(seen, held_s=held, acknowledged="")
    return _changed(seen, AlertState.FIRING if fires else AlertState.PENDING, at)


def _changed(instance: AlertInstance, state: AlertState, at: float) -> AlertInstance:
    if state is instance.state:
        return instance
    started = instance.started
    if state is AlertState.FIRING:
        started = started if instance.standing in ALIVE else at
    elif state not in ALIVE:
        started = None
    return replace(instance, state=state, before=AlertState.OK, since=at, started=started)


def acknowledged(instance: AlertInstance, by: str, at: float) -> AlertInstance:
    """The same one, seen by a person; one that does not fire stays as it is."""
    if instance.state is AlertState.UNKNOWN and instance.before is AlertState.FIRING:
        return replace(instance, before=AlertState.ACKNOWLEDGED, acknowledged=by)
    if instance.state is AlertState.FIRING:
        return replace(instance, state=AlertState.ACKNOWLEDGED, since=at, acknowledged=by)
    return instance


def is_told(old: AlertInstance, new: AlertInstance) -> bool:
    """Whether a change is told and kept: it is about an alert that fires, or is or was about to."""
    return old.state is not new.state and bool({old.standing, new.standing} & {*ALIVE, AlertState.PENDING})
