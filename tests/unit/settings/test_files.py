"""Names of files that are put aside."""

from pathlib import Path

from lapwing.settings.files import damaged_path


def test_no_two_damaged_files_get_the_same_name_however_many_there_are_in_a_second(tmp_path: Path) -> None:
    path = tmp_path / "notes.json"
    found = {damaged_path(path) for _ in range(5_000)}
    assert len(found) == 5_000
    assert {each.parent for each in found} == {tmp_path}
    assert all(each.name.startswith("notes.json.damaged-") for each in found)
