"""What a monitor page says of its server."""

import time
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from lapwing.domain.errors import from_wire
from lapwing.domain.monitoring.samples import MonitorFacts, MonitorState
from lapwing.gui.i18n import error_texts

_DAY_S: Final = 86_400
_HOUR_S: Final = 3_600
_MINUTE_S: Final = 60


def _tr(text: str) -> str:
    return QCoreApplication.translate("monitor", text)


def server_text(name: str, facts: MonitorFacts | None) -> str:
    """Name of the connection, product and role of its server: `shop-prod · PostgreSQL 15.18 · primary`."""
    roles = {"primary": _tr("primary"), "standby": _tr("standby")}
    parts = [name]
    if facts is not None:
        role = facts.server.role
        lost = _tr("does not answer") if facts.state is MonitorState.LOST else ""
        parts += [facts.server.product, lost or roles.get(role, role)]
    return " · ".join(part for part in parts if part)


def uptime_text(facts: MonitorFacts | None) -> str:
    """For how long the server has been running: `Uptime 41 d`."""
    if facts is None or facts.server.started is None or facts.state is not MonitorState.RUNNING:
        return ""
    seconds = max(time.time() - facts.server.started, 0)
    for size, unit in ((_DAY_S, _tr("d")), (_HOUR_S, _tr("h")), (_MINUTE_S, _tr("min"))):
        if seconds >= size:
            return _tr("Uptime {time}").format(time=f"{int(seconds // size)} {unit}")
    return _tr("Uptime {time}").format(time=f"{int(seconds)} {_tr('s')}")


def cost_text(facts: MonitorFacts | None) -> str:
    """What looking at it takes of the server: `Sampling costs 0.2 %`."""
    if facts is None or facts.cost is None or facts.state is not MonitorState.RUNNING:
        return ""
    percent = QLocale().toString(facts.cost * 100, "f", 1 if facts.cost >= 0.001 or not facts.cost else 2)
    return _tr("Sampling costs {share} %").format(share=percent)


def state_sentence(facts: MonitorFacts) -> str:
    """Why nothing comes from the server; empty while it does, or is about to."""
    if facts.state not in {MonitorState.LOST, MonitorState.REFUSED}:
        return ""
    told = " ".join(error_texts(from_wire(facts.error))) if facts.error is not None else ""
    if facts.state is MonitorState.LOST:
        return " ".join((_tr("The server does not answer; it is tried again."), told)).strip()
    return told or _tr("The server cannot be opened without you.")
