"""The plugin of the manual that writes and reads files does what the page says of it."""

import re
from pathlib import Path
from typing import Any, Final

from lapwing.plugins.api import CellFacts, Rows
from lapwing.plugins.manifest import manifest_from

PAGE: Final = Path(__file__).resolve().parents[3] / "resources/help/42-writing-plugins.md"


def test_rows_that_the_plugin_of_the_manual_writes_are_read_by_it_again() -> None:
    section = PAGE.read_text("utf-8").partition("\n## Files\n")[2]
    (code,) = re.findall(r"```python\n(.*?)```", section, re.DOTALL)
    (told,) = re.findall(r"```toml\n(.*?)```", section, re.DOTALL)
    found: dict[str, Any] = {}
    exec(code, found)
    head = 'id = "lines"\nname = "Lines"\nversion = "1.0"\nentry = "lines:Lines"\n'
    manifest = manifest_from((head + told).encode(), "plugin.toml")
    assert {*manifest.hooks} == {"export_rows", "import_rows"}
    assert [each.suffix for each in (*manifest.exporters, *manifest.importers)] == [".lines", ".lines"]
    plugin = found["Lines"]()
    pages = [Rows(("a", "b"), ("int", "text"), (("1", None),)), Rows(("a", "b"), ("int", "text"), (("2", ""),))]
    columns = (CellFacts("a", "int"), CellFacts("b", "text"))
    data = b"".join(plugin.export_rows("lines", columns, iter(pages)))
    (page,) = plugin.import_rows("lines", iter([data]))
    assert page == Rows(("column1", "column2"), ("text", "text"), (("1", None), ("2", "")))
    (empty,) = plugin.import_rows("lines", iter([]))
    assert empty.rows == ()
