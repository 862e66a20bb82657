"""Alerts in a window: the badge, what is said of those that begin, and their page."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from lapwing.domain.errors import LapwingError
from lapwing.domain.events import Event, EventsMissed
from lapwing.gui.client import EngineState
from lapwing.gui.shell.alerts_badge import AlertsBadge
from lapwing.gui.shell.desktop_notice import is_elsewhere, show_window, tell_desktop
from lapwing.gui.shell.page import Handlers
from lapwing.gui.widgets import Level

if TYPE_CHECKING:
    from lapwing.domain.alerts.asking import RuleFacts
    from lapwing.domain.alerts.channels import AlertChannel
    from lapwing.domain.alerts.instances import AlertChange
    from lapwing.gui.shell.alerts_page import AlertsPage
    from lapwing.gui.shell.window import MainWindow

_KIND: Final = "alerts"
_SOON_MS: Final = 300
_AT_START_MS: Final = 1_500
"""What alerts are made of is loaded when the window stands."""
_AROUND_S: Final = 900.0
_JSON: Final = "JSON (*.json)"


def attach(window: "MainWindow") -> Handlers:
    feature = AlertsFeature(window)
    return {
        "alerts.show": feature.show,
        "alerts.rules": lambda: feature.show("rules"),
        "alerts.new_rule": lambda: feature.edit_rule(None),
        "alerts.import_rules": feature.import_rules,
        "alerts.export_rules": feature.export_rules,
        **dict.fromkeys(("alerts.acknowledge", "alerts.silence"), lambda: None),
    }


class AlertsFeature(QObject):
    """Qt's thread."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.badge = AlertsBadge(window.status)
        window.status.add_jobs(self.badge)
        self.badge.clicked.connect(lambda: self.show())
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(lambda: window.start(self._read()))
        window.client.told.connect(self._hear)
        window.client.state_changed.connect(self._engine_changed)
        window.page_makers[_KIND] = lambda _window, state: self._make(state)
        if window.client.state is EngineState.READY:
            self._soon.start(_AT_START_MS)

    # the badge

    def _engine_changed(self, state: EngineState, _sentence: str) -> None:
        if state is EngineState.READY:
            self._soon.start(_AT_START_MS)

    def _hear(self, event: Event) -> None:
        if isinstance(event, EventsMissed):
            self._soon.start(_SOON_MS)
        if not event.name.startswith("alert"):
            return
        from lapwing.domain.alerts.instances import AlertChanged

        self._soon.start(_SOON_MS)
        if isinstance(event, AlertChanged):
            if "window" in event.channels:
                self._say(event.change)
            if "desktop" in event.channels and is_elsewhere():
                self._tell_desktop(event.change)

    async def _read(self) -> None:
        from lapwing.domain.alerts.asking import AlertList

        try:
            found = await self._window.client.call("alert.list", None, AlertList)
        except LapwingError:  # the engine is gone, which is told elsewhere
            return
        if isValid(self.badge):  # the window may have been closed meanwhile
            self._show(found)

    def _show(self, found: object) -> None:
        from lapwing.domain.alerts.asking import AlertList
        from lapwing.domain.alerts.instances import AlertState
        from lapwing.domain.alerts.rules import Severity
        from lapwing.gui.monitor import alerts_words as words

        assert isinstance(found, AlertList)
        firing = [each for each in found.alerts if each.instance.standing is AlertState.FIRING and not each.is_quiet]
        known = [each for each in firing if each.instance.state is AlertState.FIRING]
        is_bad = any(each.severity is not Severity.INFO for each in known)
        look = "bad" if is_bad else "dim"
        tip = "\n".join(
            f"{words.series_text(each.title, each.instance.labels)}: {each.connection}" for each in firing[:10]
        )
        self.badge.show_alerts(words.summary(firing), look, tip)

    def _words(self, change: "AlertChange") -> tuple[str, str]:
        """A title, and what is behind it."""
        from lapwing.gui.monitor import alerts_words as words

        title = f"{words.series_text(change.title, change.labels)}: {words.state_text(change.after)}"
        value = words.shown(change.value, change.text, change.unit)
        body = self.tr("{connection}: {condition}, now {value}")
        condition = words.condition_text(change.expression, change.duration)
        return title, body.format(connection=change.connection, condition=condition, value=value)

    def _say(self, change: "AlertChange") -> None:
        from lapwing.domain.alerts.instances import AlertState

        title, body = self._words(change)
        is_over = change.after is AlertState.RESOLVED
        self._window.say(Level.GOOD if is_over else Level.ERROR, f"{title}. {body}")

    def _tell_desktop(self, change: "AlertChange") -> None:
        key = f"alert-{change.rule_id}-{change.connection_id}-{hash(change.labels)}"
        tell_desktop(key, *self._words(change), self._come)

    def _come(self) -> None:
        show_window(self._window)
        self.show()

    # the page

    @property
    def _page(self) -> "AlertsPage | None":
        return next((page for page in self._window.pages() if page.kind == _KIND), None)  # type: ignore[return-value]

    def show(self, part: str = "now") -> "AlertsPage":
        """The alerts in front: the page that is there, or a new one."""
        page = self._page
        if page is None:
            page = self._make({})
            self._window.add_page(page)
        self._window.documents.show_page(page)
        page.view.show_part(part)
        page.view.front.setFocus()
        return page

    def _make(self, state: dict[str, str]) -> "AlertsPage":
        from lapwing.gui.shell.alerts_page import AlertsPage  # only now: the window shows sooner

        page = AlertsPage(self._window.client, self._window.saved, state)
        page.view.monitor_wanted.connect(self._open_monitor)
        page.view.rule_wanted.connect(self.edit_rule)
        page.view.channel_wanted.connect(self._edit_channel)
        return page

    def _open_monitor(self, connection_id: str, at: float) -> None:
        """The connection's monitor; at the moment in question, where that is not in the last minutes anyway."""
        window = self._window
        window.navigator.monitor_wanted.emit(connection_id)
        page = window.documents.current
        if getattr(page, "kind", "") == "monitor" and time.time() - at > _AROUND_S:
            page.show_time(at - _AROUND_S / 2, at + _AROUND_S / 2)  # type: ignore[union-attr]

    def edit_rule(self, facts: "RuleFacts | None") -> None:
        """The dialog of a rule, or of a new one."""
        from lapwing.domain.alerts.rules import AlertRule
        from lapwing.gui.monitor.alert_rule_dialog import AlertRuleDialog

        dialog = AlertRuleDialog(
            self._window.client, facts.rule if facts is not None else AlertRule("", ""), self._window
        )
        dialog.kept.connect(lambda _found: self.show("rules"))
        dialog.open()

    def _edit_channel(self, channel: "AlertChannel | None") -> None:
        from lapwing.gui.monitor.alert_channel_dialog import AlertChannelDialog

        dialog = AlertChannelDialog(self._window.client, channel, self._window)
        dialog.kept.connect(lambda _found: self.show("channels"))
        dialog.open()

    # files

    def import_rules(self) -> None:
        """Choose a file of rules."""
        dialog = QFileDialog(self._window, self.tr("Import alert rules"), str(Path.home()), _JSON)
        dialog.setObjectName("alerts_import")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self._window.start(self._import(Path(path))))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    async def _import(self, path: Path) -> None:
        from lapwing.domain.alerts.asking import ImportRules, RuleList
        from lapwing.gui.i18n import error_text

        try:
            text = path.read_text(encoding="utf-8")
            await self._window.client.call("alert.import_rules", ImportRules(text), RuleList)
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else self.tr("it is no UTF-8")
            refused = self.tr("{path} cannot be read: {reason}.")
            self._window.say(Level.ERROR, refused.replace("{reason}", str(reason)).replace("{path}", str(path)))
        except LapwingError as error:
            self._window.say(Level.ERROR, error_text(error))
        else:
            self.show("rules")

    def export_rules(self) -> None:
        """Choose where the rules go that a person made or changed."""
        start = str(Path.home() / "alerts.json")
        dialog = QFileDialog(self._window, self.tr("Export alert rules"), start, _JSON)
        dialog.setObjectName("alerts_export")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.fileSelected.connect(lambda path: self._window.start(self._export(Path(path))))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    async def _export(self, path: Path) -> None:
        from lapwing.domain.alerts.asking import ExportRules, RulesText
        from lapwing.gui.i18n import error_text
        from lapwing.settings.files import FileLayer, write_whole

        try:
            found = await self._window.client.call("alert.export_rules", ExportRules(), RulesText)
            write_whole(path, found.text.encode(), FileLayer())
        except OSError as error:
            refused = self.tr("{path} cannot be written: {reason}.")
            reason = error.strerror or str(error)
            self._window.say(Level.ERROR, refused.replace("{reason}", reason).replace("{path}", str(path)))
        except LapwingError as error:
            self._window.say(Level.ERROR, error_text(error))
        else:
            self._window.say(Level.GOOD, self.tr("Your alert rules are in {path}.").replace("{path}", str(path)))
