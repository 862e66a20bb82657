"""The first journey without a display: open the sample, run its query, print the first rows, keep a picture."""

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from lapwing.domain.results import ResultState
from lapwing.domain.values import cell_text
from lapwing.gui.theme import Theme, ThemeMode

if TYPE_CHECKING:
    from lapwing.gui.shell.query_tab import QueryTab
    from lapwing.gui.shell.window import MainWindow

_ROWS = 10
_PATIENCE_S = 60.0


async def take_tour(window: "MainWindow", folder: Path) -> int:
    """Do it; returns the exit code. Pictures go to `folder`, rows to standard output."""
    folder.mkdir(parents=True, exist_ok=True)
    tab = await window.open_sample()
    if tab is None:
        sys.stderr.write(f"lapwing: {window.banner.text}\n")
        return 1
    try:
        async with asyncio.timeout(_PATIENCE_S):
            await _until_shown(tab)
    except TimeoutError:
        sys.stderr.write("lapwing: the sample's rows did not arrive.\n")
        return 1
    view = tab.results.current
    assert view is not None
    print_rows = [[column.name for column in view.model.columns]]
    print_rows += [[cell_text(cell) for cell in row] for row in view.model.read(0, _ROWS)]
    for row in print_rows:
        sys.stdout.write("  ".join(row) + "\n")
    theme = Theme.current()
    for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
        theme.set_mode(mode)
        await asyncio.sleep(0.2)  # a style sheet is applied over a few turns of the loop
        picture = folder / f"lapwing-{mode.value}.png"
        window.grab().save(str(picture))
        sys.stdout.write(f"screenshot: {picture}\n")
    return 0


async def _until_shown(tab: "QueryTab") -> None:
    while tab.results.current is None or tab.results.current.state is ResultState.RUNNING:
        await asyncio.sleep(0.02)
