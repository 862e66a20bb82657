"""Commands of the vendors' clients in what `lapwing query` runs."""

from pathlib import Path

from helpers.command_line import database, lapwing, said


def test_a_file_includes_another_one_only_when_that_is_allowed(tmp_path: Path) -> None:
    shop = database(tmp_path / "shop.sqlite", "CREATE TABLE orders (id)")
    (tmp_path / "parts").mkdir()
    (tmp_path / "main.sql").write_text(".print hello\n.read parts/inner.sql\n.tables\n")
    (tmp_path / "parts/inner.sql").write_text("INSERT INTO orders VALUES (7);\n")
    command = ("query", "--url", shop, "--file", tmp_path / "main.sql", "--format", "csv")
    refused = lapwing(*command)
    assert refused.returncode == 5
    assert "At 2:1: .read would use the file parts/inner.sql, and this run may not use files." in said(refused)
    done = lapwing(*command, "--allow-include")
    assert (done.returncode, done.stdout.split()) == (0, [b"name", b"orders"]), said(done)
    assert "hello" in said(done)
    done = lapwing(
        "query", "--url", shop, "--allow-include", ".read parts/inner.sql\nSELECT id FROM orders", cwd=tmp_path
    )
    assert done.stdout.split() == [b"id", b"--", b"7", b"7"], said(done)
