"""How the pages of a window are kept by the journal beside its editors, and come back in their order."""

import json
import re
from collections.abc import Iterable
from dataclasses import field
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QWidget

from lapwing.domain.late_dataclass import dataclass
from lapwing.gui.shell.page import Page

if TYPE_CHECKING:
    from lapwing.gui.shell.window import MainWindow

_KEY: Final = "pages"
_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")
EDITOR: Final = "editor"
"""The kind of pages whose text the journal keeps itself."""


@dataclass(frozen=True, slots=True)
class KeptPage:
    """One page: its kind and what it needs to come back; an editor's content is elsewhere."""

    id: str
    kind: str
    state: dict[str, str] = field(default_factory=dict)


def kept(pages: Iterable[QWidget], front: QWidget | None) -> dict[str, str]:
    """What a window's state says of its pages: JSON, since the journal keeps text."""
    order: list[dict[str, Any]] = []
    for page in pages:
        if not isinstance(page, Page):
            continue
        state = page.state()
        if state is not None:
            order.append({"id": page.id, "kind": page.kind, "state": state})
    in_front = front.id if isinstance(front, Page) else ""
    return {_KEY: json.dumps({"order": order, "front": in_front})}


def pages_of(state: dict[str, str]) -> tuple[list[KeptPage], str]:
    """The pages in their order, and the id of the one in front; what cannot be read is left out."""
    try:
        found = json.loads(state.get(_KEY, "{}"))
        order = [
            KeptPage(str(each["id"]), str(each["kind"]), {str(key): str(told) for key, told in each["state"].items()})
            for each in found.get("order", [])
        ]
        return order, str(found.get("front", ""))
    except (ValueError, KeyError, TypeError, AttributeError):
        return [], ""


def work_left(page_id: str, kind: str, work: str) -> KeptPage:
    """A page that no window knows, by the work that it kept, whose first line says its `state`."""
    try:
        state = json.loads(work.partition("\n")[0])["state"]
        return KeptPage(page_id, kind, {str(key): str(told) for key, told in state.items()})
    except (ValueError, LookupError, TypeError, AttributeError):
        return KeptPage(page_id, kind)


def restore(window: "MainWindow", page: KeptPage, work: str = "") -> None:
    """Show a page again that is no editor, if its kind is still known, with work that was not saved. Nothing is run by
    that."""
    maker = window.page_makers.get(page.kind)
    if maker is None:
        return
    made = maker(window, page.state)
    if _ID.fullmatch(page.id):  # the journal makes a file name of it
        made.id = page.id
    if work:
        made.take_back(work)
    window.add_page(made)
