"""Manual and About: read-only pages in dialogs of their own."""

from importlib import metadata
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextFrameFormat, QTextTable
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListWidget, QTextBrowser, QVBoxLayout, QWidget

from lapwing import __version__, paths
from lapwing.gui.theme import Theme, application_icon

_PARTS = ("PySide6_Essentials", "qasync", "apsw", "msgspec", "numpy", "platformdirs", "typer")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Help", text)


def _dialog(parent: QWidget, title: str, name: str, size: tuple[int, int]) -> QDialog:
    dialog = QDialog(parent)
    dialog.setObjectName(name)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.resize(*size)
    return dialog


def _pages() -> dict[str, Path]:
    """The manual's pages by title (their first heading), in the order of their file names."""
    found: dict[str, Path] = {}
    for path in sorted((paths.resources() / "help").glob("*.md")):
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        found[first.lstrip("# ").strip() or path.stem] = path
    return found


class _Page(QTextBrowser):
    """A Markdown text set with room to read. Links are followed by whoever shows it."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(20)

    def show_markdown(self, text: str) -> None:
        self.setMarkdown(text)
        cursor = QTextCursor(self.document())
        block = self.document().begin()
        while block.isValid():
            cursor.setPosition(block.position())
            shape = QTextBlockFormat()
            shape.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            in_table = cursor.currentTable() is not None
            shape.setBottomMargin(0 if in_table else 8)
            shape.setTopMargin(10 if block.blockFormat().headingLevel() > 1 else 0)
            cursor.mergeBlockFormat(shape)
            block = block.next()
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _calm(frame)
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _calm(table: QTextTable) -> None:
    """Quiet lines and some air."""
    look = table.format()
    look.setBorderBrush(Theme.current().colors.line)
    look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setBorder(1)
    look.setBorderCollapse(True)
    look.setCellPadding(5)
    table.setFormat(look)


def show_manual(parent: QWidget) -> None:
    """The shipped manual. Links between its pages are followed; it has no others."""
    dialog = _dialog(parent, _tr("Manual"), "manual", (900, 640))
    pages = _pages()
    contents = QListWidget(dialog)
    contents.setObjectName("manual_contents")
    contents.setAccessibleName(_tr("Contents"))
    contents.setFixedWidth(220)
    contents.addItems(list(pages))
    text = _Page("manual_text", dialog)
    text.setAccessibleName(_tr("Page"))
    contents.currentTextChanged.connect(lambda title: text.show_markdown(pages[title].read_text(encoding="utf-8")))
    rows = {path.name: row for row, path in enumerate(pages.values())}
    text.anchorClicked.connect(lambda link: contents.setCurrentRow(rows.get(link.path(), contents.currentRow())))
    across = QHBoxLayout(dialog)
    across.addWidget(contents)
    across.addWidget(text, 1)
    contents.setCurrentRow(0)
    dialog.open()


def show_about(parent: QWidget) -> None:
    """Version, parts and their licences."""
    dialog = _dialog(parent, _tr("About Lapwing"), "about", (520, 480))
    sign = QLabel(dialog)
    sign.setPixmap(application_icon().pixmap(64, 64))
    sign.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    text = _Page("about_text", dialog)
    text.setAccessibleName(_tr("About Lapwing"))
    rows = [f"| {name.replace('_', '-')} | {_version(name)} | {_licence(name)} |" for name in _PARTS]
    heading = f"## Lapwing {__version__}\n\n{_tr('A workbench for databases.')} MIT.\n\nQt {qVersion()} (LGPL-3.0)\n\n"
    table = f"| {_tr('Part')} | {_tr('Version')} | {_tr('Licence')} |\n|---|---|---|\n" + "\n".join(rows)
    fonts = "\n\nInter, JetBrains Mono (OFL-1.1); Lucide (ISC)"
    text.show_markdown(heading + table + fonts)
    down = QVBoxLayout(dialog)
    down.addWidget(sign)
    down.addWidget(text)
    dialog.open()


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _licence(name: str) -> str:
    try:
        facts = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ""
    declared = (facts.get_all("License-Expression") or facts.get_all("License") or [""])[0]
    if not declared:
        classes = [
            kind.rpartition(" :: ")[2] for kind in facts.get_all("Classifier") or [] if kind.startswith("License")
        ]
        declared = ", ".join(classes)
    return declared.splitlines()[0] if declared else ""
