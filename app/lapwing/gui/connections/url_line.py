"""The line at the top of the connection dialog: the URL of what the fields say; any connection string goes there."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal

from lapwing.domain.errors import LapwingError
from lapwing.domain.pasted import Pasted, parse_pasted
from lapwing.gui.connections.fields import Field

_SHORTEST_PASTED: Final = 8


class UrlLine(Field):
    """Shows the URL of the form, without a password, and hands on what is pasted or typed instead. Qt's thread.

    Signals:
        understood(Pasted): What was pasted or typed leads there.
        not_understood(LapwingError)
    """

    understood = Signal(object)
    not_understood = Signal(object)

    def __init__(self, url: Callable[[], str]) -> None:
        """`url` gives what the form leads to; empty where it leads nowhere yet."""
        super().__init__("", name="connection_paste")
        self.setAccessibleName(self.tr("Connection string"))
        self.setPlaceholderText(
            self.tr("Paste a URL, JDBC string, psql or mysql command … and the fields fill themselves")
        )
        self._url = url
        self._shown = ""
        self._before = ""
        self.textChanged.connect(self._changed)
        self.editingFinished.connect(self.understand)

    @property
    def is_settled(self) -> bool:
        """Whether nothing stands here that the form does not say."""
        return self.text().strip() in {"", self._shown}

    def follow(self) -> None:
        """The form says something else now; what is being written here stays."""
        if self.is_settled:
            self._show()

    def _show(self) -> None:
        self._shown = self._before = self._url()
        self.show_text(self._shown)

    def _changed(self, text: str) -> None:
        """Understand what came at once; what is typed letter by letter is looked at when it is finished."""
        before, self._before = self._before, text
        if len(text) > len(before) + 1 and len(text) >= _SHORTEST_PASTED:
            self.understand()

    def understand(self) -> bool:
        """Hand on what stands here; whether nothing is left that was not understood."""
        if self.is_settled:
            return True
        try:
            found = parse_pasted(self.text().strip())
        except LapwingError as error:
            self.not_understood.emit(error)
            return False
        self._take(found)
        return True

    def _take(self, found: Pasted) -> None:
        self.show_text("")
        self.understood.emit(found)
        self._show()
