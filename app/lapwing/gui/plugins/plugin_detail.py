"""All about the plugin that is chosen: what it is, what it may do, its settings, its log."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lapwing.domain.plugins.facts import KeptSecrets, PluginFacts, PluginLogLine, PluginState, Trust
from lapwing.domain.visible import visible_text
from lapwing.gui.plugins import plugin_words as words
from lapwing.gui.plugins.detail_head import DetailHead
from lapwing.gui.plugins.document_parts import KeyValues
from lapwing.gui.plugins.form_view import FormView
from lapwing.gui.plugins.permission_list import PermissionList
from lapwing.gui.plugins.permission_words import freedom_words, permission_words
from lapwing.gui.theme import give_font, mono_font
from lapwing.gui.widgets import Banner, Level, PlainLabel, caption
from lapwing.gui.widgets.icon_label import IconLabel
from lapwing.gui.widgets.sub_tabs import SubTabs

PARTS: Final = ("about", "permissions", "settings", "log")
_EDGE_PX: Final = 20
_LONGEST: Final = 2_000


def scrolled(inside: QWidget, parent: QWidget) -> QScrollArea:
    """A page that scrolls where it is too long."""
    area = QScrollArea(parent)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    inside.setProperty("surface", "background")
    inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    area.setWidget(inside)
    return area


class PluginDetail(QWidget):
    """Shows one installed plugin after the other. Qt's thread.

    Signals:
        enable_wanted(PluginFacts, bool)
        update_wanted(PluginFacts)
        remove_wanted(PluginFacts)
        configured(PluginFacts, dict): other settings.
        part_shown(str): one of `PARTS` is in front.
        secrets_wanted(PluginFacts): of which settings is a secret kept?
    """

    enable_wanted = Signal(object, bool)
    update_wanted = Signal(object)
    remove_wanted = Signal(object)
    configured = Signal(object, object)
    part_shown = Signal(str)
    secrets_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("plugin_detail")
        self.setProperty("surface", "background")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.facts: PluginFacts | None = None
        self.form: FormView | None = None
        self._make_head()
        self.banner = Banner(self, name="plugin_banner", closable=False)
        self.tabs = SubTabs(self.tr("Parts of this plugin"), self, name="plugin_tabs")
        self.permissions = PermissionList(self, name="plugin_permissions")
        self.log = QPlainTextEdit(self)
        self.log.setObjectName("plugin_log")
        self.log.setAccessibleName(self.tr("Log"))
        self.log.setReadOnly(True)
        self.log.setProperty("look", "code")
        self.log.setPlaceholderText(self.tr("It has written nothing yet."))
        give_font(self.log, mono_font(12))
        self.log.document().setDocumentMargin(12)
        self._lay_out()
        self.tabs.chosen.connect(self.show_part)
        self.show_plugin(None)

    def _make_head(self) -> None:
        self._sign = IconLabel("plugin", "accent_text", 28, self)
        self._name = PlainLabel("", self, look="title", elide=True)
        self._name.setObjectName("plugin_name")
        self._by = PlainLabel("", self, look="dim", elide=True)
        self.enable_button = self._button("plugin_enable")
        self.update_button = self._button("plugin_update")
        self.update_button.setProperty("primary", "true")
        self.remove_button = self._button("plugin_remove")
        self.remove_button.setText(self.tr("Remove…"))
        self.enable_button.clicked.connect(self._toggle)
        self.update_button.clicked.connect(lambda: self.update_wanted.emit(self.facts))
        self.remove_button.clicked.connect(lambda: self.remove_wanted.emit(self.facts))

    def _button(self, name: str) -> QPushButton:
        made = QPushButton(self)
        made.setObjectName(name)
        made.setAutoDefault(False)
        return made

    def _lay_out(self) -> None:
        self._head = DetailHead(self._sign, self._name, self._by, self, bottom_px=10)
        for button in (self.update_button, self.enable_button, self.remove_button):
            self._head.add_button(button)
        across = QHBoxLayout()
        across.setContentsMargins(_EDGE_PX - 8, 0, _EDGE_PX, 6)
        across.addWidget(self.tabs, 1)
        line = QWidget(self)
        line.setProperty("look", "line")
        line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line.setFixedHeight(1)
        self.stack = QStackedWidget(self)
        self._about = self._page()
        self._settings = self._page()
        permissions = self._page()
        permissions.addWidget(self.permissions)
        permissions.addStretch(1)
        for layout in (self._about, permissions, self._settings):
            page = layout.parentWidget()
            assert page is not None
            self.stack.addWidget(scrolled(page, self))
        self.stack.addWidget(self.log)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self._head)
        down.addLayout(across)
        down.addWidget(line)
        down.addWidget(self.banner)
        down.addWidget(self.stack, 1)

    def _page(self) -> QVBoxLayout:
        page = QWidget(self)
        inside = QVBoxLayout(page)
        inside.setContentsMargins(_EDGE_PX, 16, _EDGE_PX, 16)
        inside.setSpacing(14)
        return inside

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.form is not None:
            self.form.fit(self.width() - 2 * _EDGE_PX)

    # what is shown

    def show_plugin(self, facts: PluginFacts | None) -> None:
        """All about another one, or about the same one as it is now."""
        before, self.facts = self.facts, facts
        self.setVisible(facts is not None)
        if facts is None or facts == before:
            return
        manifest = facts.manifest
        self._name.setText(manifest.name[:_LONGEST])
        parts = (manifest.version, manifest.author, manifest.license)
        self._by.setText(" · ".join(visible_text(part[:_LONGEST]) for part in parts if part))
        self._show_buttons(facts)
        self._show_trouble(facts)
        self._show_tabs(facts)
        self._show_about(facts)
        self.permissions.show_permissions(
            permission_words(manifest, manifest.permissions, facts.enforcement),
            warning=freedom_words(manifest, facts.enforcement),
        )
        is_same = before is not None and before.manifest == manifest and before.config == facts.config
        if not is_same:
            self._show_settings(facts)
        self._ask_for_secrets()
        if before is None or before.manifest.id != manifest.id:
            self.show_log(())

    def _show_buttons(self, facts: PluginFacts) -> None:
        is_stuck = facts.is_enabled and facts.state is PluginState.QUARANTINED
        self.enable_button.setText(
            self.tr("Start again") if is_stuck else self.tr("Disable") if facts.is_enabled else self.tr("Enable")
        )
        self.update_button.setVisible(bool(facts.update))
        self.update_button.setText(caption(self.tr("Update to {version}").replace("{version}", facts.update[:40])))
        self.remove_button.setVisible(facts.trust is not Trust.BUNDLED)
        self._head.place_buttons()

    def _toggle(self) -> None:
        facts = self.facts
        if facts is not None:
            is_stuck = facts.is_enabled and facts.state is PluginState.QUARANTINED
            self.enable_wanted.emit(facts, is_stuck or not facts.is_enabled)

    def _show_trouble(self, facts: PluginFacts) -> None:
        text = words.told(facts.error)
        if facts.state in {PluginState.QUARANTINED, PluginState.REFUSED, PluginState.WAITING}:
            text = " ".join(part for part in (words.state_sentence(facts), text) if part)
        if not text:
            self.banner.clear()
        elif text != self.banner.text:
            self.banner.say(Level.WARNING if facts.state is PluginState.WAITING else Level.ERROR, text)

    def _show_tabs(self, facts: PluginFacts) -> None:
        titles = {
            "about": self.tr("About"),
            "permissions": self.tr("Permissions"),
            "settings": self.tr("Settings"),
            "log": self.tr("Log"),
        }
        if not facts.manifest.config:
            del titles["settings"]
        if self.tabs.titles != titles:
            self.tabs.set_tabs(titles)
        self._bring(self.tabs.current if self.tabs.current in titles else "about")

    def show_part(self, part: str) -> None:
        """Bring one of `PARTS` to the front."""
        self._bring(part)
        self._ask_for_secrets()

    def _bring(self, part: str) -> None:
        self.tabs.choose(part)
        self.stack.setCurrentIndex(PARTS.index(part))
        self.part_shown.emit(part)

    def _show_about(self, facts: PluginFacts) -> None:
        page, down = self._content(self._about)
        if facts.manifest.description:
            down.addWidget(PlainLabel(facts.manifest.description[:_LONGEST], page, lines=True))
        down.addWidget(KeyValues(self._told(facts), page))
        down.addStretch(1)

    def _content(self, around: QVBoxLayout) -> tuple[QWidget, QVBoxLayout]:
        """What a page holds from now on, in place of what it held."""
        page = around.parentWidget()
        assert page is not None
        for old in page.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            around.removeWidget(old)
            old.hide()
            old.deleteLater()
        made = QWidget(page)
        down = QVBoxLayout(made)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(14)
        around.addWidget(made)
        return made, down

    def _told(self, facts: PluginFacts) -> tuple[tuple[str, str], ...]:
        manifest = facts.manifest
        state = words.state_sentence(facts)
        if since := words.moment_text(facts.since):
            state = f"{state} {self.tr('Since {time}.').replace('{time}', since)}"
        told = [
            (self.tr("State"), state),
            (self.tr("From"), words.trust_sentence(facts.trust)),
            (self.tr("Process"), self._process(facts)),
            (self.tr("Since Lapwing started"), self._counts(facts)),
            (self.tr("Web page"), manifest.homepage),
            (self.tr("Works with Lapwing"), manifest.lapwing),
            (self.tr("Needs plugins"), ", ".join(manifest.plugins)),
            (self.tr("Needed by"), ", ".join(facts.needed_by)),
            (self.tr("Needs packages"), ", ".join(manifest.requires)),
            (self.tr("Hears of"), ", ".join(manifest.hooks)),
            (self.tr("Name in files"), manifest.id),
        ]
        return tuple((name, value) for name, value in told if value)

    def _process(self, facts: PluginFacts) -> str:
        if facts.manifest.isolation == "engine":
            return self.tr("Inside Lapwing's engine")
        own = self.tr("One of its own")
        return f"{own} ({facts.pid})" if facts.pid is not None else own

    def _counts(self, facts: PluginFacts) -> str:
        """What went wrong, in numbers."""
        counted = (
            self.tr("%n restart(s)", "", facts.restarts),
            self.tr("%n call(s) without answer in time", "", facts.slow),
            self.tr("%n call(s) failed", "", facts.failed),
        )
        told = [text for text, count in zip(counted, (facts.restarts, facts.slow, facts.failed), strict=True) if count]
        return ", ".join(told) or self.tr("nothing failed")

    # settings

    def _show_settings(self, facts: PluginFacts) -> None:
        page, down = self._content(self._settings)
        self.form = None
        if not facts.manifest.config:
            return
        form = FormView(facts.manifest.config, self.tr("Save"), page)
        form.fill(facts.config)
        form.button.setEnabled(False)
        form.changed.connect(lambda: form.button.setEnabled(True))
        form.submitted.connect(lambda values: self.configured.emit(self.facts, values))
        form.fit(self.width() - 2 * _EDGE_PX)
        down.addWidget(form)
        down.addStretch(1)
        form.show_kept((), is_known=False)
        self.form = form

    def saved(self) -> None:
        """What was entered is kept."""
        if self.form is not None:
            self.form.button.setEnabled(False)
            self._ask_for_secrets()

    def not_saved(self) -> None:
        """What was entered is to stay in its fields."""
        if self.form is not None:
            self.form.is_touched = True

    def _ask_for_secrets(self) -> None:
        """While its settings are in sight: a keyring may ask the person."""
        has_any = self.form is not None and bool(self.form.secrets)
        if self.facts is not None and has_any and self.tabs.current == "settings":
            self.secrets_wanted.emit(self.facts)

    def show_secrets(self, kept: KeptSecrets) -> None:
        """Of which settings a secret is kept, unless one is being entered."""
        if self.form is not None and not self.form.is_touched:
            self.form.show_kept(kept.names, is_known=kept.is_known)

    # the log

    def show_log(self, lines: Sequence[PluginLogLine]) -> None:
        """Its last lines, the newest at the end."""
        text = "\n".join(
            f"{words.clock_text(line.at)}  {line.level:<8} {visible_text(line.text[:_LONGEST])}" for line in lines
        )
        if text == self.log.toPlainText():
            return
        bar = self.log.verticalScrollBar()
        was_at_end = bar.value() >= bar.maximum()
        self.log.setPlainText(text)
        if was_at_end:
            bar.setValue(bar.maximum())
