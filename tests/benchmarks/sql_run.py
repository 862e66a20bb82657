"""What the editor does with SQL as text, measured in a process of its own; prints one JSON object.

Usage: python -m benchmarks.sql_run (LAPWING_HOME and QT_QPA_PLATFORM set). Times are medians of several goes.
"""

import asyncio
import json
import random
import time
from collections.abc import Callable, Iterator
from statistics import median

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lapwing import paths
from lapwing.gui.client import EngineClient
from lapwing.gui.journal import Journal
from lapwing.gui.loop import QtLoop
from lapwing.gui.shell.windows import Windows
from lapwing.gui.theme import Theme, ThemeMode
from lapwing.sql.dialect import DIALECT_IDS, Dialect, dialect_named
from lapwing.sql.statement_index import StatementIndex

STATEMENT = (
    "SELECT o.id, c.name, 'it''s' AS note, count(*) OVER (PARTITION BY c.id) -- one\n"
    "  FROM orders o JOIN customers c ON c.id = o.customer_id\n"
    " WHERE o.total > 12.50 AND c.email LIKE '%@example.org';\n"
)
MEGABYTE = STATEMENT * (1_000_000 // len(STATEMENT))
LONG_SCRIPT = "SELECT id, name FROM customers WHERE id = 17; -- a line\n" * 60_000
GOES = 5


def took_ms(work: Callable[[], object]) -> float:
    """Median of several goes, in milliseconds."""
    found = []
    for _ in range(GOES):
        begin = time.perf_counter()
        work()
        found.append((time.perf_counter() - begin) * 1000)
    return median(found)


def dialect_figures(dialect: Dialect) -> Iterator[tuple[str, float]]:
    yield f"lex_{dialect.id}_ms", took_ms(lambda: dialect.lex(MEGABYTE))
    yield f"split_{dialect.id}_ms", took_ms(lambda: dialect.split(MEGABYTE))
    yield f"edit_{dialect.id}_ms", edit_ms(dialect)


def edit_ms(dialect: Dialect) -> float:
    """Median of a letter typed anywhere in a megabyte and the statement at the caret found again."""
    index = StatementIndex(dialect, MEGABYTE)
    index.advance(60)
    chance = random.Random(1)
    text, found = MEGABYTE, []
    for _ in range(100):
        position = chance.randrange(len(text))
        text = text[:position] + "x" + text[position:]
        begin = time.perf_counter()
        index.edited(text, position, 0, 1)
        index.at(position + 1)
        found.append((time.perf_counter() - begin) * 1000)
    return median(found)


async def typing(windows: Windows, app: QApplication) -> dict[str, float]:
    """Keys into the middle of 60,000 lines, each until everything that follows from it is done and painted."""
    tab = windows.first.new_editor(text=LONG_SCRIPT)
    tab.editor.set_caret(len(LONG_SCRIPT) // 2)
    tab.editor.setFocus()
    await asyncio.sleep(1)
    keys = []
    for letter in "select total from orders where id = 5 " * 5:
        begin = time.perf_counter()
        QTest.keyClicks(tab.editor, letter)
        app.processEvents()
        tab.editor.viewport().repaint()
        keys.append((time.perf_counter() - begin) * 1000)
        await asyncio.sleep(0.005)
    keys.sort()
    return {"key_ms": median(keys), "key_p99_ms": keys[int(len(keys) * 0.99)]}


def main() -> None:
    found = dict(figure for name in DIALECT_IDS for figure in dialect_figures(dialect_named(name)))
    app = QApplication(["lapwing"])
    app.setQuitOnLastWindowClosed(False)
    Theme(app, ThemeMode.DARK)
    client = EngineClient()
    journal = Journal(paths.journal())
    windows = Windows(client, journal, None)
    windows.open_first()

    async def live() -> None:
        await client.reach()
        found.update(await typing(windows, app))
        windows.close_all()
        await windows.until_closed()
        await client.close()
        journal.close(clean=True)

    with QtLoop(app) as loop:
        loop.run_until_complete(live())
    print(json.dumps(found))


if __name__ == "__main__":
    main()
