"""What a person finds again after the program was killed: tabs, texts, carets, selections, scroll positions, sizes."""

from pathlib import Path

from helpers.journals import left_behind
from helpers.waiting import eventually_async
from lapwing.gui.client import EngineClient
from lapwing.gui.journal import Journal
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.windows import Windows


def editors(windows: Windows) -> list[QueryTab]:
    return windows.first.editors()


async def test_carets_selections_scroll_positions_and_sizes_come_back_and_nothing_is_run(
    windows: Windows, client: EngineClient, tmp_path: Path
) -> None:
    window = windows.first
    window.resize(790, 560)
    long = window.new_editor(text="\n".join(f"SELECT {number};" for number in range(400)))
    other = window.new_editor(text="SELECT 1; SELECT 2")
    rested: list[int] = []
    for tab in (long, other):
        tab.editor.statement_caret_moved.connect(rested.append)
    other.editor.set_carets([(10, 16), (0, 6), (8, 8)])
    await eventually_async(lambda: 16 in rested)
    other.splitter.setSizes([100, 300])
    other.splitter.splitterMoved.emit(100, 1)
    window.splitter.setSizes([222, 568])
    window.splitter.splitterMoved.emit(222, 1)
    window.documents.show_page(long)
    long.editor.set_caret(500)
    long.editor.verticalScrollBar().setValue(200)
    await eventually_async(lambda: 500 in rested)
    height, navigator, divided = window.height(), window.splitter.sizes(), other.splitter.sizes()
    await eventually_async(lambda: window.record().state.get("sizes") == ",".join(map(str, navigator)))
    window.keep()
    assert windows.journal.flush(30)
    again = Windows(client, Journal(left_behind(tmp_path / "left behind")), None)
    again.open_first()
    found = again.first
    assert found.height() == height
    assert found.splitter.sizes()[0] == navigator[0]
    first, second = editors(again)
    assert found.documents.current is first
    await eventually_async(lambda: first.editor.verticalScrollBar().value() == 200)
    assert first.editor.caret == 500
    assert second.editor.carets == [(10, 16), (0, 6), (8, 8)]
    found.documents.show_page(second)
    await eventually_async(second.isVisible)
    assert abs(second.splitter.sizes()[0] / sum(second.splitter.sizes()) - divided[0] / sum(divided)) < 0.1
    assert [tab.session.facts for tab in editors(again)] == [None, None]
    for page in found.pages():
        await page.close_page()
    found.deleteLater()
