"""Emptying and dropping an object: the statement is shown, a person says so, the server's answer is told."""

import asyncio
import uuid
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lapwing.domain.catalog import ObjectStatement, StatementKind, StatementList
from lapwing.domain.connections import (
    CloseSession,
    Confirmation,
    Connection,
    OpenSession,
    SessionFacts,
    TransactionMode,
)
from lapwing.domain.environments import Safeguards
from lapwing.domain.errors import LapwingError, from_wire
from lapwing.domain.query import RunOutcome, RunQuery
from lapwing.domain.visible import visible_text
from lapwing.gui.browser.descriptions import word_of
from lapwing.gui.browser.names import dialect_of, ref_name
from lapwing.gui.browser.object_ref import ObjectRef
from lapwing.gui.client import EngineClient
from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.i18n import error_text
from lapwing.gui.widgets import PlainLabel, Spinner, StatusDot
from lapwing.gui.widgets.reading_order import put_in_reading_order

_WIDTH_PX: Final = 520
_CODE_PX: Final = 84


class ChangeDialog(QDialog):
    """Asks before an object is emptied or dropped, and does it on a session of its own. Qt's thread.

    Signals:
        done_with(ObjectRef): It was done.
    """

    done_with = Signal(object)

    def __init__(
        self,
        client: EngineClient,
        about: ObjectRef,
        kind: StatementKind,
        connection: Connection,
        safeguards: Safeguards,
        parent: QWidget,
    ) -> None:
        """`safeguards` are those of the connection."""
        super().__init__(parent)
        self.setObjectName("object_change")
        self.setMinimumWidth(_WIDTH_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._client = client
        self._about = about
        self._kind = kind
        self._connection = connection
        self._safeguards = safeguards
        self._statement: ObjectStatement | None = None
        self._task: asyncio.Task[None] | None = None
        self._is_sent = False
        """Whether the statement is on its way."""
        self._code = CodeView(self, name="object_change.statement")
        self._code.setAccessibleName(self.tr("The statement that will be run"))
        self._code.setReadOnly(True)
        self._code.set_wrapping(True)
        self._code.set_dialect(dialect_of(connection))
        self._code.setFixedHeight(_CODE_PX)
        self._cascade = QCheckBox(self.tr("Also everything that depends on it (CASCADE)"), self)
        self._cascade.setObjectName("object_change.cascade")
        self._cascade.hide()
        self._typed = QLineEdit(self)
        self._typed.setObjectName("object_change.name")
        self._trouble = PlainLabel("", self, lines=True)
        self._trouble.setObjectName("object_change.trouble")
        self._trouble.hide()
        self._busy = Spinner(self, px=14, name="object_change.busy")
        self._do = QPushButton(self._word(), self)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._lay_out()
        put_in_reading_order(self)
        self._connect()
        self._write()

    @property
    def _is_guarded(self) -> bool:
        return self._safeguards.confirmation is Confirmation.NAME

    def _word(self) -> str:
        return self.tr("Truncate") if self._kind is StatementKind.TRUNCATE else self.tr("Drop")

    def _lay_out(self) -> None:
        kind = word_of(self._about.kind)
        if self._kind is StatementKind.TRUNCATE:
            asked, told = self.tr("Truncate {name}?"), self.tr("All rows are removed. This cannot be undone.")
        else:
            asked = self.tr("Drop {name}?")
            told = self.tr("It is removed with everything in it. This cannot be undone.")
        self.setWindowTitle(self._word())
        name = PlainLabel(asked.format(name=ref_name(self._about, self._connection)), self, look="title", elide=True)
        name.setObjectName("object_change.title")
        place = QHBoxLayout()
        place.setSpacing(6)
        place.addWidget(StatusDot(self._safeguards.color, self._connection.name, self))
        place.addWidget(
            PlainLabel(
                " · ".join(filter(None, (self._connection.name, self._about.database, kind))),
                self,
                look="dim",
                elide=True,
            ),
            1,
        )
        down = QVBoxLayout(self)
        down.setContentsMargins(18, 16, 18, 14)
        down.setSpacing(8)
        down.addWidget(name)
        down.addLayout(place)
        down.addWidget(PlainLabel(told, self, lines=True))
        down.addWidget(self._framed())
        down.addWidget(self._cascade)
        self._add_guard(down)
        down.addWidget(self._trouble)
        down.addStretch(1)
        down.addLayout(self._buttons())

    def _framed(self) -> QWidget:
        """The statement with a line around it."""
        frame = QWidget(self)
        frame.setProperty("look", "line")
        frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._code)
        return frame

    def _add_guard(self, down: QVBoxLayout) -> None:
        """Where the connection asks for that, the name has to be typed."""
        told = self.tr("This connection wants the name to be typed. Type {name} to go on.")
        text = told.format(name=visible_text(self._about.name))
        label = PlainLabel(text, self, lines=True)
        self._typed.setAccessibleName(text)
        down.addWidget(label)
        down.addWidget(self._typed)
        label.setVisible(self._is_guarded)
        self._typed.setVisible(self._is_guarded)

    def _buttons(self) -> QHBoxLayout:
        self._do.setObjectName("object_change.do")
        self._do.setAccessibleName(self._do.text())
        self._do.setAutoDefault(False)
        self._cancel.setObjectName("object_change.cancel")
        self._cancel.setAccessibleName(self._cancel.text())
        self._cancel.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._busy)
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self._do)
        return row

    def _connect(self) -> None:
        self._cascade.toggled.connect(self._write)
        self._typed.textChanged.connect(self._update)
        self._do.clicked.connect(self._run)
        self._cancel.clicked.connect(self.reject)
        self._update()
        (self._typed if self._is_guarded else self._cancel).setFocus()

    def _update(self) -> None:
        is_typed = not self._is_guarded or self._typed.text() in {self._about.name, visible_text(self._about.name)}
        self._do.setEnabled(self._statement is not None and self._task is None and is_typed)
        self._cascade.setEnabled(self._task is None)
        self._typed.setEnabled(not self._is_sent)

    # what is done

    def _start(self, work: "asyncio.Task[None]") -> None:
        self._task = work
        self._busy.start()
        self._trouble.hide()
        work.add_done_callback(self._ended)
        self._update()

    def _ended(self, task: "asyncio.Task[None]") -> None:
        if task.cancelled():
            return
        self._task = None
        self._is_sent = False
        self._busy.stop()
        self._update()
        task.result()

    def _say(self, error: LapwingError) -> None:
        self._trouble.setText(error_text(error))
        self._trouble.show()

    def _write(self) -> None:
        """Have the statement written, with or without CASCADE."""
        self._statement = None
        self._start(asyncio.ensure_future(self._fetch(cascade=self._cascade.isChecked())))

    async def _fetch(self, *, cascade: bool) -> None:
        try:
            found = await self._client.call("catalog.statements", self._about.write(cascade=cascade), StatementList)
        except LapwingError as error:
            self._say(error)
            return
        self._statement = next((each for each in found.statements if each.kind is self._kind), None)
        if self._statement is not None:
            self._code.set_text(f"{self._statement.sql};")
            self._cascade.setVisible(self._statement.can_cascade or cascade)

    def _run(self) -> None:
        if self._statement is not None:
            self._is_sent = True
            self._start(asyncio.ensure_future(self._send(self._statement.sql)))

    async def _send(self, sql: str) -> None:
        """Run it at once committed, on a session that is closed afterwards."""
        try:
            asked = OpenSession(self._about.connection_id, mode=TransactionMode.AUTO, database=self._about.database)
            opened = await self._client.call("session.open", asked, SessionFacts)
            try:
                request = RunQuery(uuid.uuid4().hex, opened.session_id, sql, confirmed=Confirmation.NAME)
                outcome = await self._client.call("query.run", request, RunOutcome)
            finally:
                await self._client.call("session.close", CloseSession(opened.session_id, roll_back=True))
        except LapwingError as error:
            self._say(error)
            return
        failed = next((each.error for each in outcome.statements if each.error is not None), None)
        if failed is not None:
            self._say(from_wire(failed))
        else:
            self.done_with.emit(self._about)
            self.accept()

    def done(self, code: int) -> None:
        """Closing ends what runs: the server is told."""
        if self._task is not None and not self._task.done():
            self._task.cancel()
        super().done(code)
