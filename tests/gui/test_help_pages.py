"""The manual in the window: its pages, and the links between them."""

import re

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QListWidget, QTextBrowser, QWidget

from lapwing import paths
from lapwing.gui.shell.help_pages import show_manual

pytestmark = pytest.mark.usefixtures("dark")
FILES = sorted((paths.resources() / "help").glob("*.md"))


class Manual:
    """The dialog, opened, and what is in it."""

    def __init__(self, parent: QWidget) -> None:
        self.parent = parent
        show_manual(parent)
        contents, text = parent.findChild(QListWidget), parent.findChild(QTextBrowser)
        assert contents is not None
        assert text is not None
        self.contents = contents
        self.text = text


@pytest.fixture
def manual(qtbot) -> Manual:
    parent = QWidget()
    qtbot.addWidget(parent)
    return Manual(parent)


def test_every_page_can_be_chosen_and_shows_its_text(manual: Manual) -> None:
    contents, text = manual.contents, manual.text
    assert contents.count() == len(FILES)
    for row, path in enumerate(FILES):
        contents.setCurrentRow(row)
        assert text.toPlainText().startswith(path.read_text("utf-8").partition("\n")[0].removeprefix("# "))


def test_a_link_leads_to_its_page(manual: Manual) -> None:
    contents, text = manual.contents, manual.text
    for row, path in enumerate(FILES):
        for link in re.findall(r"\]\(([^)]*)\)", path.read_text("utf-8")):
            contents.setCurrentRow(row)
            assert f'href="{link}"' in text.toHtml()
            text.anchorClicked.emit(QUrl(link))
            assert FILES[contents.currentRow()].name == link


def test_another_link_leads_nowhere(manual: Manual) -> None:
    contents, text = manual.contents, manual.text
    contents.setCurrentRow(2)
    text.anchorClicked.emit(QUrl("https://example.org/06-command-line.md"))
    text.anchorClicked.emit(QUrl("nowhere.md"))
    assert contents.currentRow() == 2
