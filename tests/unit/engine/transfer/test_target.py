"""The file of an export: there when it is whole, and not before; on systems with files without a name, and without."""

import os
from pathlib import Path

import pytest

from lapwing.domain.transfer_errors import ExportDiskFull, ExportTargetExists
from lapwing.engine.transfer.target import FileTarget
from lapwing.settings.files import FileLayer


@pytest.fixture(params=["nameless", "hidden", "refused"], autouse=True)
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system with such files, one that knows none, and a file system that refuses them."""
    if request.param == "hidden":
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    elif request.param == "refused":
        usual, nameless = os.open, getattr(os, "O_TMPFILE", 0)

        def refusing(path: str, flags: int, *more: int, **where: int) -> int:
            if nameless and flags & nameless == nameless:
                raise OSError(95, "Operation not supported")
            return usual(path, flags, *more, **where)

        monkeypatch.setattr(os, "open", refusing)


def test_a_new_file_appears_at_the_end_with_the_permissions_of_new_files(tmp_path: Path) -> None:
    target = FileTarget(str(tmp_path / "o.csv"), overwrite=False)
    target.write(b"void" * 1_000_000)
    target.restart()
    target.write(b"a")
    target.write(b"b")
    assert not (tmp_path / "o.csv").exists()
    target.finish()
    assert [path.name for path in tmp_path.iterdir()] == ["o.csv"]
    assert (tmp_path / "o.csv").read_bytes() == b"ab"
    (tmp_path / "usual").touch()
    assert (tmp_path / "o.csv").stat().st_mode == (tmp_path / "usual").stat().st_mode
    target.drop()
    assert (tmp_path / "o.csv").exists()


def test_a_file_that_somebody_made_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    target = FileTarget(str(tmp_path / "o.csv"), overwrite=False)
    target.write(b"ours")
    (tmp_path / "o.csv").write_bytes(b"theirs")
    with pytest.raises(ExportTargetExists), target.dropped_on_error():
        target.finish()
    assert [path.name for path in tmp_path.iterdir()] == ["o.csv"]
    assert (tmp_path / "o.csv").read_bytes() == b"theirs"


def test_a_replaced_file_is_the_old_one_until_the_end(tmp_path: Path) -> None:
    (tmp_path / "o.csv").write_bytes(b"old")
    given_up = FileTarget(str(tmp_path / "o.csv"), overwrite=True)
    given_up.write(b"half")
    given_up.drop()
    target = FileTarget(str(tmp_path / "o.csv"), overwrite=True)
    target.write(b"new")
    assert (tmp_path / "o.csv").read_bytes() == b"old"
    target.finish()
    assert [path.name for path in tmp_path.iterdir()] == ["o.csv"]
    assert (tmp_path / "o.csv").read_bytes() == b"new"


def test_a_disk_that_is_full_at_the_last_moment_leaves_nothing(tmp_path: Path) -> None:
    class Full(FileLayer):
        def sync(self, fd: int) -> None:
            raise OSError(28, "No space left on device")

    target = FileTarget(str(tmp_path / "o.csv"), overwrite=False, layer=Full())
    target.write(b"all")
    with pytest.raises(ExportDiskFull, match="no space left on device"), target.dropped_on_error():
        target.finish()
    assert list(tmp_path.iterdir()) == []
