"""A process that types through a journal until it is killed: `python -m helpers.typist FOLDER SEED DELAY_S`.

Beside the text, another page keeps what it has not saved, and at times has saved all of it.

It tells on stdout, a line each: `typed N TIME` after the journal was told the n-th edit (TIME of the system's monotonic
clock), and `written N` when the first n edits were reported as written
(at short delays only: at long ones the delay itself is what is tried). `script(seed)` gives the same edits again.
"""

import random
import sys
import time
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from typing import Final

from lapwing.gui.journal import Journal
from lapwing.gui.journal_records import EditorRecord, Limits

EDITOR: Final = "typed"
OTHER: Final = "other"
OTHER_TEXT: Final = "select *\n" * 2_000
PAGE: Final = "page"
PAGE_KIND: Final = "table"
LIMITS: Final = Limits(chunk_chars=512, log_bytes=2_000, log_edits=200)
"""Small, so that there is compaction all the time."""


def script(seed: int) -> Iterator[tuple[int, int, str]]:
    """Endless edits of a text that is empty at first: position, removed, added."""
    chance = random.Random(seed)
    length = 0
    for number in count(1):
        position = length if chance.random() < 0.7 else chance.randint(0, length)
        removed = min(chance.choice((0, 0, 0, 1, 7)), length - position)
        added = f"{number} " if chance.random() < 0.95 else "x\U0001f600\n" * 300
        if length > 3_000:
            position, removed = 0, length
        length += len(added) - removed
        yield position, removed, added


def text_after(seed: int, edits: int) -> str:
    """The text after so many edits."""
    text = ""
    for position, removed, added in islice(script(seed), edits):
        text = text[:position] + added + text[position + removed :]
    return text


def staged_after(seed: int, edits: int) -> str:
    """What the page has not saved after so many edits; nothing: all of it is saved."""
    if edits % 29 < 2:
        return ""
    chance = random.Random(f"{seed} {edits}")
    return "\n".join([f"staged after {edits}", *("row " * chance.randint(1, 300) for _ in range(chance.randint(0, 9)))])


def keep_page(journal: Journal, seed: int, edits: int) -> None:
    """As a page does: its unsaved work as a whole, or that there is none."""
    text = staged_after(seed, edits)
    if text:
        journal.replace(EditorRecord(PAGE, text=text, kind=PAGE_KIND))
    else:
        journal.forget(PAGE)


def main() -> None:
    folder, seed, delay_s = Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    pace = random.Random(seed)
    journal = Journal(folder, delay_s=delay_s, limits=LIMITS)
    journal.recover()
    journal.start()
    journal.replace(EditorRecord(EDITOR))
    journal.replace(EditorRecord(OTHER, text=OTHER_TEXT))
    for number, edit in enumerate(script(seed), start=1):
        journal.edited(EDITOR, *edit)
        journal.describe(EDITOR, title=f"after {number}")
        keep_page(journal, seed, number)
        print(f"typed {number} {time.monotonic()}", flush=True)
        if delay_s < 0.1 and pace.random() < 0.02 and journal.flush(30):
            print(f"written {number}", flush=True)
        time.sleep(pace.choice((0, 0, 0.001, 0.004)))  # nobody types without a pause


if __name__ == "__main__":
    main()
