"""How a test of a connection goes: each step with its time, the failed one with the server's words."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from lapwing.domain.connections import ConnectionTested, Phase, PhaseTime
from lapwing.domain.errors import LapwingError, from_wire
from lapwing.gui.i18n import error_texts
from lapwing.gui.widgets import PlainLabel, Spinner, plain_tool_tip
from lapwing.gui.widgets.icon_label import IconLabel

_ICON_PX = 16
_SMALLEST_PX = 170
"""What is shown of the steps at least, where the screen is low."""
_LONGEST = 1200
"""Characters of one sentence; a server can say more than a screen holds."""


class PhaseList(QWidget):
    """Empty until a test begins. Qt's thread.

    Signals:
        changed(): There is more to show, or less.
    """

    changed = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Connection test"))
        self._titles = {
            Phase.SECRET: self.tr("Password"),
            Phase.SSH_RESOLVE: self.tr("SSH address"),
            Phase.SSH_CONNECT: self.tr("SSH connect"),
            Phase.SSH_HOST_KEY: self.tr("SSH host key"),
            Phase.SSH_LOG_IN: self.tr("SSH log-in"),
            Phase.SSH_FORWARD: self.tr("SSH tunnel"),
            Phase.RESOLVE: self.tr("Address"),
            Phase.CONNECT: self.tr("Connect"),
            Phase.TLS: self.tr("Encrypt"),
            Phase.LOG_IN: self.tr("Log in"),
            Phase.FIRST_QUERY: self.tr("First query"),
            Phase.STARTUP: self.tr("Start-up SQL"),
        }
        self._under_way: QWidget | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(3)

    def clear(self) -> None:
        """Forget the test before."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._under_way = None
        self.changed.emit()

    def begin(self, phase: Phase) -> None:
        """A step is under way; those before it went well."""
        self._end_under_way()
        spinner = Spinner(self, px=_ICON_PX, name=f"phase_{phase.value}_busy")
        self._under_way = self._row(spinner, self._titles[phase], "", "")
        spinner.start()

    def show_result(self, tested: ConnectionTested) -> None:
        """Every step, and how it ended."""
        self.clear()
        for passed in tested.phases:
            self._add_passed(passed)
        if tested.failed is not None:
            self._row(IconLabel("error", "bad", _ICON_PX), self._titles[Phase(tested.failed)], "", "")
        if tested.error is not None:
            self.show_error(from_wire(tested.error))
            return
        facts = tested.surroundings
        words = [tested.product, facts.encryption or self.tr("not encrypted")]
        self._say(self.tr("Connected: {facts}").format(facts=" · ".join(word for word in words if word)), "good")
        for note in tested.notes:
            self._say(note, "dim")

    def show_error(self, error: LapwingError) -> None:
        """What went wrong, in full, and what to do."""
        self._end_under_way()
        for number, text in enumerate(filter(None, error_texts(error))):
            self._say(text, "" if number == 0 else "dim")

    def _add_passed(self, passed: PhaseTime) -> None:
        took = self.tr("{milliseconds} ms").format(milliseconds=f"{passed.took_s * 1000:.0f}")
        mark = IconLabel("check", "good", _ICON_PX)
        self._row(mark, self._titles[Phase(passed.phase)], passed.detail, took)

    def _end_under_way(self) -> None:
        if self._under_way is not None:
            self._under_way.hide()
            self._under_way.deleteLater()
            self._under_way = None

    def _row(self, mark: QWidget, title: str, detail: str, took: str) -> QWidget:
        row = QWidget(self)
        row.setAccessibleName(" ".join(filter(None, (title, detail, took))))
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        name = PlainLabel(title)
        name.setMinimumWidth(92)
        across.addWidget(mark)
        across.addWidget(name)
        across.addWidget(PlainLabel(detail, look="dim", elide=True), 1)
        across.addWidget(PlainLabel(took, look="dim"))
        self._rows.addWidget(row)
        self.changed.emit()
        return row

    def _say(self, text: str, look: str) -> QLabel:
        label = PlainLabel(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…", look=look, lines=True)
        label.setToolTip(plain_tool_tip(text) if len(text) > _LONGEST else "")
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._rows.addWidget(label)
        self.changed.emit()
        return label


class PhaseArea(QScrollArea):
    """As high as its phases, or as there is room for: a way over several servers may have more than a screen has."""

    def __init__(self, phases: PhaseList) -> None:
        super().__init__()
        self.setObjectName(f"{phases.objectName()}_area")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._phases = phases
        self.setWidget(phases)
        self.setWidgetResizable(True)
        phases.changed.connect(self._follow)

    def _follow(self) -> None:
        """Take the height that is needed, once the rows are laid out, and show what came last."""
        QTimer.singleShot(0, self, self._follow_now)

    def _follow_now(self) -> None:
        self.updateGeometry()
        bar = self.verticalScrollBar()
        QTimer.singleShot(0, self, lambda: bar.setValue(bar.maximum()))

    def _needed_px(self) -> int:
        rows = self._phases.layout()
        assert rows is not None
        width = self.viewport().width()
        return rows.totalHeightForWidth(width) if rows.hasHeightForWidth() else rows.sizeHint().height()

    def sizeHint(self) -> QSize:
        return QSize(self._phases.sizeHint().width(), self._needed_px())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(self._needed_px(), _SMALLEST_PX))
