"""What the editor does with SQL as text, measured in a process of its own; prints one JSON object.

Usage: python -m benchmarks.sql_run (LAPWING_HOME and QT_QPA_PLATFORM set). Times are medians of several goes.
"""

import asyncio
import json
import random
import time
from collections.abc import Callable, Iterator
from functools import partial
from statistics import median

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lapwing import paths
from lapwing.domain.completion import CompleteAt, CompletionPlace
from lapwing.gui.client import EngineClient
from lapwing.gui.journal import Journal
from lapwing.gui.loop import QtLoop
from lapwing.gui.shell.windows import Windows
from lapwing.gui.theme import Theme, ThemeMode
from lapwing.sql.completion.complete import complete
from lapwing.sql.completion.names import NamedColumn, NamedRelation, Names
from lapwing.sql.dialect import DIALECT_IDS, Dialect, dialect_named
from lapwing.sql.formatting.formatter import format_sql
from lapwing.sql.formatting.options import FormatOptions
from lapwing.sql.statement_index import StatementIndex

STATEMENT = (
    "SELECT o.id, c.name, 'it''s' AS note, count(*) OVER (PARTITION BY c.id) -- one\n"
    "  FROM orders o JOIN customers c ON c.id = o.customer_id\n"
    " WHERE o.total > 12.50 AND c.email LIKE '%@example.org';\n"
)
MEGABYTE = STATEMENT * (1_000_000 // len(STATEMENT))
LONG_SCRIPT = "SELECT id, name FROM customers WHERE id = 17; -- a line\n" * 60_000
GOES = 5
WORDS = ("orders", "customers", "products", "invoices", "payments", "shipments", "returns", "stock", "users", "sites")
COMPLETED = (
    "SELECT c| FROM orders_5 o JOIN customers_7 c ON true",
    "SELECT o.| FROM orders_5 o",
    "SELECT * FROM ord|",
    "SELECT * FROM u|",
    "SELECT * FROM orders_1 WHERE o|",
    "WITH x AS (SELECT * FROM stock_3) SELECT s| FROM x, users_4, users_5",
    "UPDATE products_9 SET p|",
)
"""The caret stands where the line is."""


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


def columns_of(word: str) -> tuple[NamedColumn, ...]:
    return tuple(NamedColumn(f"{word}_column_{number}", "text") for number in range(10))


def completion_figures() -> Iterator[tuple[str, float]]:
    """What fits at several places, among 10,000 tables with 100,000 columns, as it is asked while somebody types."""
    dialect = dialect_named("postgresql")
    names = Names(
        search_path=("public",),
        folding="lower",
        schemas=("public",),
        relations=[
            NamedRelation("public", f"{word}_{number}", columns=columns_of(word))
            for number in range(1_000)
            for word in WORDS
        ],
    )
    asked = [CompleteAt(CompletionPlace(text.replace("|", ""), text.index("|"), dialect.id)) for text in COMPLETED]
    for one in asked:
        complete(dialect, one, names)  # what is made once for all names is made in the background
    found = []
    for one in asked * 10:
        begin = time.perf_counter()
        complete(dialect, one, names)
        found.append((time.perf_counter() - begin) * 1000)
    found.sort()
    yield "completion_ms", median(found)
    yield "completion_p99_ms", found[int(len(found) * 0.99)]


def formatter_figures() -> Iterator[tuple[str, float]]:
    for name in DIALECT_IDS:
        took = took_ms(partial(format_sql, dialect_named(name), MEGABYTE[:200_000], FormatOptions()))
        yield f"format_{name}_MB/s", 0.2 / took * 1000


async def typing(windows: Windows, app: QApplication) -> dict[str, float]:
    """Keys into the middle of 60,000 lines, each until everything that follows from it is done and painted."""
    tab = windows.first.new_editor(text=LONG_SCRIPT)
    tab.editor.set_caret(len(LONG_SCRIPT) // 2)
    tab.editor.setFocus()
    await asyncio.sleep(1)
    keys: list[float] = []

    def press(letter: str, done: "asyncio.Future[None]") -> None:
        """Outside of any task: what the key causes to be processed may be tasks."""
        begin = time.perf_counter()
        QTest.keyClicks(tab.editor, letter)
        app.processEvents()
        tab.editor.viewport().repaint()
        keys.append((time.perf_counter() - begin) * 1000)
        done.set_result(None)

    for letter in "select total from orders where id = 5 " * 5:
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        QTimer.singleShot(5, partial(press, letter, done))
        await done
    keys.sort()
    return {"key_ms": median(keys), "key_p99_ms": keys[int(len(keys) * 0.99)]}


def main() -> None:
    found = dict(figure for name in DIALECT_IDS for figure in dialect_figures(dialect_named(name)))
    found.update(completion_figures())
    found.update(formatter_figures())
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
