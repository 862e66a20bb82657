"""What the window says of services, in the person's language."""

import time
from typing import Final

from PySide6.QtCore import QCoreApplication

from lapwing.domain.errors import from_wire
from lapwing.domain.monitoring.shown import shown_seconds
from lapwing.domain.services import ServiceFacts, ServiceLogLine, ServiceNote, ServiceState
from lapwing.domain.visible import visible_text
from lapwing.gui.i18n import QT_TRANSLATE_NOOP, error_text
from lapwing.gui.widgets.moments import moment_text

MONITORING: Final = "monitoring"
_DELIVERIES: Final = "webhook-deliveries"
_LISTENER: Final = "webhook-listener"
_SCHEDULER: Final = "scheduler"
_TITLES: Final = {
    MONITORING: QT_TRANSLATE_NOOP("Services", "Monitoring"),
    _DELIVERIES: QT_TRANSLATE_NOOP("Services", "Webhook deliveries"),
    _LISTENER: QT_TRANSLATE_NOOP("Services", "Webhook listener"),
    _SCHEDULER: QT_TRANSLATE_NOOP("Services", "Scheduler"),
}
_HELP: Final = {
    MONITORING: QT_TRANSLATE_NOOP(
        "Services",
        "Looks at the connections that are kept monitored, keeps what is seen, and has alerts judge it. While it is "
        "stopped, a monitor page still shows what it watches itself; nothing of that is kept, and no alert begins.",
    ),
    _DELIVERIES: QT_TRANSLATE_NOOP(
        "Services",
        "Tells other programs what happens, at the endpoints of Tools > Webhooks. While it is stopped, nothing is "
        "sent; what is to be told waits.",
    ),
    _LISTENER: QT_TRANSLATE_NOOP(
        "Services",
        "Takes messages of other programs by HTTP, such as pushes and pull requests. It listens on this machine only, "
        "unless you say otherwise.",
    ),
    _SCHEDULER: QT_TRANSLATE_NOOP(
        "Services",
        "Tells events at the times of Tools > Schedules. While it is stopped, nothing is run at its time; each "
        "schedule says what becomes of times that are missed.",
    ),
}
_STATES: Final = {
    ServiceState.STOPPED: QT_TRANSLATE_NOOP("Services", "Stopped"),
    ServiceState.STARTING: QT_TRANSLATE_NOOP("Services", "Starting"),
    ServiceState.RUNNING: QT_TRANSLATE_NOOP("Services", "Running"),
    ServiceState.STOPPING: QT_TRANSLATE_NOOP("Services", "Stopping"),
    ServiceState.WAITING: QT_TRANSLATE_NOOP("Services", "Failed"),
    ServiceState.ELSEWHERE: QT_TRANSLATE_NOOP("Services", "In another engine"),
}
_NOTES: Final = {
    "monitoring.none": QT_TRANSLATE_NOOP("Services", "No connection is monitored."),
    "monitoring.away": QT_TRANSLATE_NOOP("Services", "{some} of {all} cannot be reached"),
    "deliveries.none": QT_TRANSLATE_NOOP("Services", "There are no endpoints."),
    "deliveries.failing": QT_TRANSLATE_NOOP("Services", "{some} of {all} endpoints cannot be told"),
    "schedules.none": QT_TRANSLATE_NOOP("Services", "There are no schedules."),
    "unknown": QT_TRANSLATE_NOOP("Services", "Its health cannot be told."),
}
"""What services say of their work (`lapwing.domain.services.NOTES`), but for what is counted."""
_LEVELS: Final = {
    "debug": QT_TRANSLATE_NOOP("Services", "Debug"),
    "info": QT_TRANSLATE_NOOP("Services", "Info"),
    "warning": QT_TRANSLATE_NOOP("Services", "Warning"),
    "error": QT_TRANSLATE_NOOP("Services", "Error"),
    "critical": QT_TRANSLATE_NOOP("Services", "Error"),
}
LEVEL_ICONS: Final = {"warning": ("alert", "warning"), "error": ("error", "bad"), "critical": ("error", "bad")}
"""A drawing and its colour; levels without one are quiet."""


def marked(text: str) -> str:
    """A text that was marked where it is declared, in the person's language."""
    return QCoreApplication.translate("Services", text)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Services", text)


def title_text(facts: ServiceFacts) -> str:
    """What a person calls it; of a plugin's service what the plugin calls it."""
    known = _TITLES.get(facts.id)
    return marked(known) if known else visible_text(facts.title)


def help_text(facts: ServiceFacts) -> str:
    """What it does, and what it means that it is stopped; empty: that is not known here."""
    known = _HELP.get(facts.id)
    return marked(known) if known else ""


def plain_state_text(facts: ServiceFacts) -> str:
    """Its state in a word, wherever it is."""
    return marked(_STATES[facts.true_state])


def state_text(facts: ServiceFacts) -> str:
    """Its state, when it is tried again, and whether that is in another engine."""
    text = plain_state_text(facts)
    if facts.true_state is ServiceState.WAITING and facts.next_at is not None:
        again = _tr("{state}, again in {time}")
        seconds = float(max(0, round(facts.next_at - time.time())))
        text = again.format(state=text, time=shown_seconds(seconds))
    if facts.state is ServiceState.ELSEWHERE and facts.there is not None:
        text = _tr("{state}, in another engine").format(state=text)
    return text


def state_icon(facts: ServiceFacts) -> tuple[str, str]:
    """A drawing and its colour."""
    state = facts.true_state
    if state is ServiceState.RUNNING:
        return ("success", "good") if facts.health.is_well else ("alert", "warning")
    return {
        ServiceState.STOPPED: ("power", "faint_text"),
        ServiceState.STARTING: ("loader", "accent_text"),
        ServiceState.STOPPING: ("error", "bad") if facts.error else ("loader", "dim_text"),
        ServiceState.WAITING: ("error", "bad"),
        ServiceState.ELSEWHERE: ("external", "dim_text"),
    }[state]


def health_text(facts: ServiceFacts) -> str:
    """What keeps it from its work, or how it does; the same whichever engine does it."""
    for problem in (facts.error, facts.health.problem):
        if problem is not None:
            return visible_text(error_text(from_wire(problem)))
    if facts.health.note is not None:
        return note_text(facts.health.note)
    return _figures_text(facts) if facts.state is ServiceState.RUNNING else ""


def note_text(note: ServiceNote) -> str:
    """What a service says of its work."""
    match note.code:
        case "monitoring.some":
            return QCoreApplication.translate("Services", "%n connection(s) monitored", "", note.count)
        case "deliveries.some":
            return QCoreApplication.translate("Services", "%n endpoint(s)", "", note.count)
        case "schedules.some":
            return QCoreApplication.translate("Services", "%n schedule(s)", "", note.count)
        case code if code in _NOTES:
            return marked(_NOTES[code]).format(some=note.count, all=note.of)
    return visible_text(str(note))


def _figures_text(facts: ServiceFacts) -> str:
    """What the figures of the listener say: they change all the time, and only the engine that listens knows them."""
    figures = dict(facts.health.figures)
    if facts.id == _LISTENER and {"Accepted", "Refused"} <= figures.keys():
        text = _tr("{accepted} accepted, {refused} refused")
        return text.format(accepted=figures["Accepted"], refused=figures["Refused"])
    return ""


def since_text(facts: ServiceFacts) -> str:
    """When it came into its state, and how long ago."""
    ago = shown_seconds(float(round(max(0.0, time.time() - facts.since))))
    return f"{moment_text(facts.since)}  ·  {ago}" if facts.since else "–"


def level_text(line: ServiceLogLine) -> str:
    return marked(_LEVELS.get(line.level, line.level))


def summary(found: tuple[ServiceFacts, ...]) -> str:
    """How many run, and how many cannot."""
    running = sum(each.true_state is ServiceState.RUNNING for each in found)
    failed = sum(each.true_state is ServiceState.WAITING for each in found)
    text = _tr("{running} of {all} run").format(running=running, all=len(found))
    if failed:
        text = f"{text}  ·  {QCoreApplication.translate('Services', '%n failed', '', failed)}"
    return text
