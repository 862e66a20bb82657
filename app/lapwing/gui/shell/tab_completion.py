"""What an editor tab knows that completion needs: the statement at the caret and whose names are meant."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lapwing.domain.completion import CompletionItem, CompletionPlace, ItemKind, NameAt, StarColumns, WordsAsked
from lapwing.gui.client import EngineClient
from lapwing.gui.editor.completion import Completion
from lapwing.gui.editor.completion_asking import Asked, NewestAnswer
from lapwing.gui.editor.completion_calls import CallHints
from lapwing.gui.editor.completion_place import piece_around
from lapwing.gui.editor.completion_recent import choice_memory
from lapwing.gui.editor.hover import Hover
from lapwing.gui.editor.known_names import KnownNames
from lapwing.gui.editor.occurrences import Occurrences
from lapwing.settings.store import read_settings

if TYPE_CHECKING:
    from lapwing.gui.shell.query_tab import QueryTab

_COMMAND_SIGNS = ("\\", ".")
"""Commands of psql and sqlite3 begin with these."""
_CALLED = (ItemKind.FUNCTION, ItemKind.PROCEDURE)


class TabCompletion(QObject):
    """Completion, argument hints, facts and occurrences of one tab. Qt's thread.

    Signals:
        relation_wanted(str, str, str, str): Show where it is defined: connection id, schema, name of a relation, and
            another database of the server or nothing.
        data_wanted(str, str, str, str): Show its rows; likewise.
    """

    relation_wanted = Signal(str, str, str, str)
    data_wanted = Signal(str, str, str, str)

    def __init__(self, client: EngineClient, tab: "QueryTab") -> None:
        super().__init__(tab)
        self._tab = tab
        view = tab.editor
        self._answers = NewestAnswer(client)
        self._preparing = NewestAnswer(client)
        self.calls = CallHints(view, client, self.place_of)
        self.completion = Completion(view, client, self.place_of, choice_memory(), _is_wanted)
        self.hover = Hover(view, client, self.place_of)
        self.occurrences = Occurrences(view, client, self.place_of)
        self.names = KnownNames(view, client, self._words_request)
        tab.changed.connect(self.names.place_changed)
        self.completion.accepted.connect(self._accepted)
        tab.session.run_began.connect(lambda _run_id: self.completion.close())
        tab.session.opened.connect(lambda _facts: self._prepare())

    def place_of(self, caret: int) -> Asked:
        """What is asked about a caret: its statement, or as much of it around the caret as is sent."""
        tab = self._tab
        found = tab.statement_at(caret)
        start, end = caret, caret
        text = tab.editor.text()
        if found is not None:
            is_command = text[found.start : found.start + 1] in _COMMAND_SIGNS  # which its line's end ends
            end_of_it = found.full_end + is_command
            if not found.terminated or caret < end_of_it:
                start, end = min(found.outer_start, caret), max(found.full_end, caret)
        piece = piece_around(text, start, end, caret)
        place, facts = tab.session.place, tab.session.facts
        asked = CompletionPlace(
            piece.text,
            caret - piece.start,
            tab.dialect.id,
            place.connection_id,
            place.url,
            facts.session_id if facts is not None else "",
            place.database,
        )
        return Asked(asked, piece.start)

    def _words_request(self, words: tuple[str, ...]) -> WordsAsked | None:
        """What asks about words here; None while the tab is connected to nothing."""
        place, facts = self._tab.session.place, self._tab.session.facts
        if not place.is_set:
            return None
        session_id = facts.session_id if facts is not None else ""
        return WordsAsked(words, place.connection_id, place.url, session_id, place.database)

    def _prepare(self) -> None:
        """A session was opened: have its names read before they are needed."""
        asked = self.place_of(self._tab.editor.caret)
        self._preparing.ask("completion.prepare", asked.place, lambda _done: None)

    def _accepted(self, item: CompletionItem) -> None:
        if item.kind in _CALLED and item.caret_back:
            self.calls.ask()

    # what a person asks for

    def go_to_definition(self) -> None:
        """Put the caret where the statement defines the name at it, or show its relation in the navigator."""
        self._about_name(self._go)

    def open_data(self) -> None:
        """Show the rows of the relation at the caret."""
        self._about_name(self._open)

    def _about_name(self, act: Callable[[NameAt, int], bool]) -> None:
        """Ask what the name at the caret means, and do something with that; False of it means that it cannot."""
        view = self._tab.editor
        asked = self.place_of(view.caret)
        revision = view.document().revision()

        def heard(found: NameAt) -> None:
            if revision == view.document().revision() and not (found.kind and act(found, asked.offset)):
                self.hover.say(self.tr("Nothing is known of this name."))

        self._answers.ask("completion.name_at", asked.place, heard)

    def _go(self, found: NameAt, offset: int) -> bool:
        if found.defined_end:
            self._tab.editor.set_caret(offset + found.defined_start)
        elif found.relation and self._is_in_navigator():
            place = self._tab.session.place
            self.relation_wanted.emit(place.connection_id, found.schema, found.relation, place.database)
        return bool(found.defined_end or found.relation)

    def _open(self, found: NameAt, offset: int) -> bool:
        """Rows of a relation; what the statement itself makes is shown where it does."""
        if not found.relation:
            return self._go(found, offset)
        if not self._is_in_navigator():
            return True
        place = self._tab.session.place
        self.data_wanted.emit(place.connection_id, found.schema, found.relation, place.database)
        return True

    def _is_in_navigator(self) -> bool:
        """Whether the tab's connection is one of those in the navigator; if not, that is said."""
        is_saved = bool(self._tab.session.place.connection_id)
        if not is_saved:
            self.hover.say(self.tr("The connection of this tab is not in the navigator."))
        return is_saved

    def expand_star(self) -> None:
        """Write out the columns that the `*` at the caret stands for."""
        view = self._tab.editor
        asked = self.place_of(view.caret)
        revision = view.document().revision()

        def heard(star: StarColumns) -> None:
            if revision != view.document().revision():
                return
            if star.text:
                view.complete(asked.offset + star.start, asked.offset + star.end, star.text, 0)
            else:
                self.hover.say(self.tr("There is no * at the caret whose columns are known."))

        self._answers.ask("completion.star", asked.place, heard)

    def stop(self) -> None:
        """The tab is closed: nothing is asked or shown any more."""
        parts = (self.completion, self.calls, self.hover, self.occurrences, self.names, self._answers, self._preparing)
        for part in parts:
            part.stop()


def _is_wanted() -> bool:
    return read_settings().complete_while_typing
