"""The question before a plugin is installed or updated: what it may do, where it is from, what would change."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lapwing.domain.plugins.facts import Trust
from lapwing.domain.plugins.installing import PackageFacts
from lapwing.domain.visible import visible_text
from lapwing.gui.plugins import plugin_words as words
from lapwing.gui.plugins.index_words import index_troubles
from lapwing.gui.plugins.permission_list import PermissionList
from lapwing.gui.plugins.permission_words import Danger, freedom_words, permission_words
from lapwing.gui.widgets import Banner, Level, PlainLabel
from lapwing.gui.widgets.icon_label import IconLabel
from lapwing.gui.widgets.reading_order import put_in_reading_order

_WIDTH_PX: Final = 560
_LIST_PX: Final = 300
_LONGEST: Final = 1_000
_MOST_PACKAGES: Final = 30


def is_update(package: PackageFacts) -> bool:
    """Whether another version of it was installed before. One that comes with Lapwing is there, and is enabled."""
    return bool(package.installed) and package.trust is not Trust.BUNDLED


class InstallDialog(QDialog):
    """Opened, never executed. All texts of the package are hostile, and shown as plain text. Qt's thread.

    Signals:
        agreed(bool): the person agrees to what is shown; whether the key that signed it is trusted from now on.
    """

    agreed = Signal(bool)

    def __init__(self, package: PackageFacts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("install_plugin")
        self.package = package
        self.setWindowTitle(self._window_title())
        self.setFixedWidth(_WIDTH_PX)
        self.banner = Banner(self, name="install_banner", closable=False)
        self.permissions = PermissionList(self, name="install_permissions")
        shown = permission_words(package.manifest, package.manifest.permissions, package.enforcement)
        new = frozenset(package.asks) if is_update(package) else frozenset()
        warning = freedom_words(package.manifest, package.enforcement)
        self.permissions.show_permissions(
            sorted(shown, key=lambda each: each.permission not in new), new, warning=warning
        )
        self.trust_key = QCheckBox(self.tr("I have compared this key, and trust it from now on"), self)
        self.trust_key.setObjectName("install_trust_key")
        self.trust_key.setVisible(bool(package.key) and package.trust is Trust.UNSIGNED)
        self.cancel_button = self._button(self.tr("Cancel"), "install_cancel")
        self.install_button = self._button(self._verb(), "install_do")
        self._lay_out(is_dangerous=any(each.danger is Danger.HIGH for each in shown))
        put_in_reading_order(self)
        self.cancel_button.clicked.connect(self.reject)
        self.install_button.clicked.connect(self._agree)
        self.install_button.setEnabled(package.problem is None)
        if package.problem is not None:
            self.banner.say(Level.ERROR, words.told(package.problem))
        self.cancel_button.setDefault(True)
        self.cancel_button.setFocus()

    def _window_title(self) -> str:
        if self.package.trust is Trust.BUNDLED:
            return self.tr("Enable plugin")
        return self.tr("Update plugin") if is_update(self.package) else self.tr("Install plugin")

    def _verb(self) -> str:
        package = self.package
        if package.is_downgrade:
            return self.tr("Install the earlier version")
        if package.trust is Trust.BUNDLED:
            return self.tr("Enable")
        return self.tr("Update") if package.installed else self.tr("Install")

    def _button(self, text: str, name: str) -> QPushButton:
        made = QPushButton(text, self)
        made.setObjectName(name)
        made.setAutoDefault(False)
        return made

    def _lay_out(self, *, is_dangerous: bool) -> None:
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 16, 20, 16)
        inner.setSpacing(10)
        inner.addWidget(PlainLabel(self._title(), self, look="title", lines=True))
        inner.addWidget(PlainLabel(self._facts(), self, look="dim", lines=True))
        if self.package.manifest.description:
            inner.addWidget(PlainLabel(self.package.manifest.description[:_LONGEST], self, lines=True))
        inner.addLayout(self._origin())
        inner.addWidget(self.trust_key)
        heading = self.tr("WHAT IT MAY DO")
        inner.addSpacing(4)
        inner.addWidget(PlainLabel(heading, self, look="heading"))
        inner.addWidget(self._scrolled(self.permissions))
        for text, look in self._remarks(is_dangerous=is_dangerous):
            inner.addWidget(PlainLabel(text, self, look=look, lines=True))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.install_button)
        inner.addSpacing(4)
        inner.addLayout(buttons)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.banner)
        down.addLayout(inner, 1)

    def _scrolled(self, widget: QWidget) -> QFrame:
        """In a card, with a scroll bar where the list is long."""
        area = QScrollArea(self)
        area.setObjectName("install_permissions_area")
        area.setAccessibleName(self.tr("What it may do"))
        self._area, self._listed = area, QWidget(area)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        page = self._listed
        inside = QVBoxLayout(page)
        inside.setContentsMargins(12, 10, 12, 12)
        inside.addWidget(widget)
        inside.addStretch(1)
        area.setWidget(page)
        card = QFrame(self)
        card.setProperty("look", "card")
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        around = QVBoxLayout(card)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(area)
        return card

    def showEvent(self, event: QShowEvent) -> None:
        """The list is as high as it needs, up to where it scrolls."""
        wanted = self._listed.heightForWidth(self._area.viewport().width())
        self._area.setFixedHeight(min(wanted, _LIST_PX))
        super().showEvent(event)
        layout = self.layout()
        if layout is not None:
            self.resize(_WIDTH_PX, layout.totalHeightForWidth(_WIDTH_PX))

    # what is told

    def _title(self) -> str:
        package, manifest = self.package, self.package.manifest
        name = visible_text(manifest.name[:_LONGEST])
        if package.is_downgrade:
            text = self.tr("Go back from {name} {before} to {version}?")
        elif package.trust is Trust.BUNDLED:
            text = self.tr("Enable {name} {version}?")
        elif package.installed == manifest.version:
            text = self.tr("Install {name} {version} again?")
        elif package.installed:
            text = self.tr("Update {name} from {before} to {version}?")
        else:
            text = self.tr("Install {name} {version}?")
        told = text.replace("{before}", visible_text(package.installed))
        return told.replace("{version}", visible_text(manifest.version)).replace("{name}", name)

    def _facts(self) -> str:
        package, manifest = self.package, self.package.manifest
        author = visible_text(manifest.author[:_LONGEST])
        parts = [
            self.tr("by {author}").replace("{author}", author) if author else self.tr("author not named"),
            visible_text(manifest.license[:_LONGEST]) or self.tr("licence not named"),
            words.size_text(package.size),
        ]
        return " · ".join(parts)

    def _origin(self) -> QHBoxLayout:
        package = self.package
        is_good = package.trust in {Trust.BUNDLED, Trust.SIGNED}
        text = words.trust_sentence(package.trust)
        if package.trust is Trust.SIGNED and package.key_name:
            signed = self.tr("It is signed by {name}, whose key you trust.")
            text = signed.replace("{name}", visible_text(package.key_name))
        elif package.trust is Trust.UNSIGNED and package.key:
            unknown = self.tr("It is signed with a key that you do not trust yet: {key}")
            text = unknown.replace("{key}", visible_text(package.key))
        row = QHBoxLayout()
        row.setSpacing(8)
        sign = IconLabel("lock" if is_good else "alert", "good" if is_good else "warning", 16, self)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        label = PlainLabel(text, self, look="" if is_good else "warning", lines=True)
        label.setObjectName("install_origin")
        row.addWidget(label, 1)
        return row

    def _remarks(self, *, is_dangerous: bool) -> list[tuple[str, str]]:
        package = self.package
        found: list[tuple[str, str]] = []
        if package.index is not None:
            found += [(trouble, "warning") for trouble in index_troubles(package.index)]
        if package.is_downgrade:
            text = self.tr("What the later version kept may not be understood by the earlier one.")
            found.append((text, "warning"))
        if is_update(package) and package.asks:
            found.append((self.tr("What is marked as new was not asked for by the version you have."), "warning"))
        if package.drops:
            dropped = permission_words(package.manifest, package.drops)
            text = self.tr("It does not ask any more: {list}.")
            found.append((text.replace("{list}", "; ".join(each.title for each in dropped)), "dim"))
        if package.missing:
            listed = ", ".join(visible_text(each) for each in package.missing[:_MOST_PACKAGES])
            text = self.tr("Install or enable before what it needs: {list}.")
            found.append((text.replace("{list}", listed), "warning"))
        needed = [each for each in package.requirements if each.origin]
        if needed:
            listed = ", ".join(visible_text(f"{each.name} {each.version}") for each in needed[:_MOST_PACKAGES])
            text = self.tr("Python packages that are put beside it: {list}.")
            found.append((text.replace("{list}", listed), "dim"))
        if is_dangerous and package.trust is Trust.UNSIGNED:
            found.append((self.tr("Install it only if you know who made it, and trust them with this."), "warning"))
        return found

    def _agree(self) -> None:
        self.agreed.emit(self.trust_key.isVisible() and self.trust_key.isChecked())
        self.accept()
