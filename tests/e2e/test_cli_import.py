"""`lapwing import`, and exports by plugins: files go out of a table and come back as they were."""

import json
import subprocess
import sys
from pathlib import Path

from helpers.command_line import database
from helpers.engines import look

SEVERAL = """
import contextlib, io, json, sys
from lapwing.cli.main import main
ended = []
for arguments in json.load(sys.stdin):
    with contextlib.redirect_stderr(io.StringIO()) as said, contextlib.redirect_stdout(io.StringIO()):
        code = main(arguments)
    ended.append((code, said.getvalue()))
print(json.dumps(ended))
"""
"""Several commands in one process: what each ended with, and said."""
TABLE = "CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, at TEXT)"
ROWS = "INSERT INTO place VALUES (9007199254740993, '', 'POINT(16.5 48.25)'), (2, NULL, NULL), (3, 'a\"b\\\\', NULL)"


def several(folder: Path, commands: list[list[str]]) -> list[tuple[int, str]]:
    """Run them in a folder."""
    done = subprocess.run(
        [sys.executable, "-c", SEVERAL],
        input=json.dumps(commands),
        capture_output=True,
        text=True,
        cwd=folder,
        check=True,
    )
    return [(code, words) for code, words in json.loads(done.stdout)]


def test_a_table_goes_out_by_a_plugin_and_comes_back_as_it_was(tmp_path: Path) -> None:
    shop = database(tmp_path / "shop.db", f"{TABLE}; {ROWS}; CREATE TABLE full AS SELECT * FROM place")
    here = ["--url", str(shop)]
    out = [*here, "--table", "place", "--output"]
    into = ["import", "place.geojson", *here]
    found = several(
        tmp_path,
        [
            ["export", *out, "place.geojson"],
            ["plugin", "enable", "geojson"],
            ["export", *out, "place.geojson"],
            ["export", *out, "other", "--format", "geojson/geojson", "--no-header"],
            ["export", *out, "place.geojson", "--format", "none"],
            [*into, "--table", "full"],
            [*into, "--table", "copy", "--create"],
            [*into, "--table", "full", "--map", "geometry=at", "--skip", "name"],
            [*into, "--table", "place", "--map", "geometry=at"],
            [*into, "--table", "none"],
            [*into, "--table", "full", "--map", "x=at"],
            ["import", "shop.db", *here, "--table", "full"],
            ["import", "missing.geojson", *here, "--table", "full"],
        ],
    )
    expected = [
        (2, "Say the format with --format"),
        (0, "geojson is enabled"),
        (0, "3 rows written to place.geojson."),
        (2, "--header means nothing to a plugin"),
        (2, "markdown, geojson/geojson. There is none named none."),
        (2, "has no columns for these of the file: geometry"),
        (0, "3 rows imported into copy."),
        (0, "3 rows imported into full."),
        (5, "Row 1 was refused: UNIQUE constraint failed: place.id"),
        (2, "There is no table none."),
        (2, "The file has no column x, it has: id, name, geometry."),
        (2, "the name of shop.db tells none. Known: geojson/geojson"),
        (6, "missing.geojson cannot be read: there is no such file"),
    ]
    for (code, words), (wanted, part) in zip(found, expected, strict=True):
        assert (code, part in words) == (wanted, True), words
    point = '{"type":"Point","coordinates":[16.5,48.25]}'
    assert look(shop, "SELECT * FROM copy ORDER BY id") == [
        (2, None, None),
        (3, 'a"b\\\\', None),
        (9007199254740993, "", point),
    ]
    assert look(shop, "SELECT at FROM full WHERE name IS NULL AND at IS NOT NULL") == [(point,)]
