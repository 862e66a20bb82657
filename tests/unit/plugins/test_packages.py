"""Packages are read whole, without running anything; hostile and tampered ones are refused in a sentence."""

import io
import os
import stat
import struct
import zipfile
from pathlib import Path
from random import Random

import pytest

from helpers.counts import times
from helpers.plugin_packages import CODE, folder_of, manifest_text, plugin_files, wheel_of, zip_bytes
from lapwing.domain.errors import LapwingError
from lapwing.domain.plugins.installing_errors import (
    KeyInvalid,
    PackageHostile,
    PackageTampered,
    PackageUnreadable,
)
from lapwing.plugins.packages.package import package_from, read_package
from lapwing.plugins.packages.signing import new_key, signature_bytes, signed_text


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def script() -> str:
    block = "".join(f"# {line}\n".replace("# \n", "#\n") for line in manifest_text().splitlines())
    return f"# /// plugin\n{block}# ///\n{CODE}"


def test_a_plugin_is_the_same_as_folder_zip_zip_of_a_folder_and_wheel(tmp_path: Path) -> None:
    files = plugin_files()
    folder = read_package(folder_of(tmp_path / "greeter", files))
    plain = read_package(written(tmp_path / "a.zip", zip_bytes(files)))
    nested = read_package(written(tmp_path / "b.zip", zip_bytes({f"greeter-main/{n}": t for n, t in files.items()})))
    assert folder.sha256 == plain.sha256 == nested.sha256
    assert folder.files == plain.files == nested.files
    wheel = read_package(wheel_of(tmp_path, "greeter", "1.0", files, ("tabulate>=0.9", "pytest; extra == 'test'")))
    assert wheel.manifest.requires == ("tabulate>=0.9",)
    inside = {"greeter/__init__.py": CODE, "greeter/plugin.toml": files["plugin.toml"]}
    assert read_package(wheel_of(tmp_path / "w", "greeter", "1.0", inside)).files["plugin.toml"]


def test_a_single_file_is_installed_under_the_name_that_its_entry_says(tmp_path: Path) -> None:
    found = read_package(written(tmp_path / "greeter (1).py", script().encode()))
    assert set(found.files) == {"greeter.py", "plugin.toml"}


def test_what_tools_leave_in_a_folder_is_no_part_of_the_plugin(tmp_path: Path) -> None:
    clean = read_package(folder_of(tmp_path / "clean", plugin_files())).sha256
    used = {**plugin_files(), "__pycache__/greeter.pyc": "x", ".git/config": "x", ".venv/bin/python": "x"}
    assert read_package(folder_of(tmp_path / "used", used)).sha256 == clean


@pytest.mark.parametrize(
    "name",
    [
        "../evil.py",
        "/etc/evil.py",
        "a/../../evil.py",
        "C:/evil.py",
        "..\\evil.py",
        "aux.py",
        "lib/COM1",
        "trailing. ",
        "a//b.py",
        "./a.py",
        "evil\u202eyp.txt",
        "x" * 300,
        "/".join("abcdefghijklmnopqrst"),
        "native.so",
        "hook.pth",
        "Greeter.py",
        "greeter.py/inner.py",
    ],
)
def test_names_that_lead_elsewhere_or_clash_are_refused(tmp_path: Path, name: str) -> None:
    archive = written(tmp_path / "a.zip", zip_bytes({**plugin_files(), name: "x"}))
    with pytest.raises(PackageHostile) as caught:
        read_package(archive)
    assert str(caught.value).endswith(".")
    assert "\u202e" not in str(caught.value)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_duplicates_links_and_encrypted_files_are_refused(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in plugin_files().items():
            archive.writestr(name, text)
        archive.writestr("greeter.py", "class Greeter: ...\n")
    assert "would be one" in refusal(written(tmp_path / "twice.zip", made.getvalue()))
    link = zipfile.ZipInfo("secret.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert "link" in refusal(written(tmp_path / "link.zip", made.getvalue()))
    data = bytearray(zip_bytes(plugin_files()))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "encrypted" in refusal(written(tmp_path / "locked.zip", bytes(data)))


def refusal(path: Path) -> str:
    with pytest.raises((PackageHostile, PackageUnreadable)) as caught:
        read_package(path)
    return str(caught.value)


def test_bombs_are_refused_also_when_their_headers_lie(tmp_path: Path) -> None:
    bomb = zip_bytes({**plugin_files(), "zeros.txt": bytes(20 << 20)})
    assert "larger than it looks" in refusal(written(tmp_path / "bomb.zip", bomb))
    lying = bytearray(bomb)
    at = lying.rindex(b"PK\x01\x02")
    struct.pack_into("<I", lying, at + 24, 1_000)
    assert refusal(written(tmp_path / "lying.zip", bytes(lying)))
    many = zip_bytes({f"f{number}.txt": "" for number in range(5_001)})
    assert "5,000 files" in refusal(written(tmp_path / "many.zip", many))


def test_archives_that_are_none_or_cut_off_are_told(tmp_path: Path) -> None:
    whole = zip_bytes(plugin_files())
    for number, data in enumerate((b"", b"PK", whole[:-30], whole[: len(whole) // 2], os.urandom(1_000))):
        assert "cannot be read" in refusal(written(tmp_path / f"{number}.zip", data))
    assert "neither a folder" in refusal(written(tmp_path / "plugin.tar", whole))
    assert "No such file" in refusal(tmp_path / "none.zip")
    assert "no plugin.toml" in refusal(written(tmp_path / "empty.zip", zip_bytes({"a.txt": ""})))


def test_a_folder_with_links_or_pipes_is_refused_without_reading_them(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "greeter", plugin_files())
    (folder / "keys").symlink_to("/etc/passwd")
    assert "is a link" in refusal(folder)
    (folder / "keys").unlink()
    os.mkfifo(folder / "pipe")
    assert "no plain file" in refusal(folder)


def test_wheels_of_native_code_or_with_other_hashes_are_refused(tmp_path: Path) -> None:
    native = wheel_of(tmp_path, "greeter", "1.0", plugin_files(), tag="cp311-cp311-manylinux_2_17_x86_64")
    assert "Python alone" in refusal(native)
    path = wheel_of(tmp_path, "greeter", "1.0", plugin_files())
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    path.write_bytes(zip_bytes({**files, "greeter.py": b"class Greeter: evil = 1\n"}))
    with pytest.raises(PackageTampered, match="another hash"):
        read_package(path)
    path.write_bytes(zip_bytes({**files, "more.py": b""}))
    with pytest.raises(PackageTampered, match="not told"):
        read_package(path)


def test_wheels_that_nobody_can_understand_are_refused_in_a_sentence(tmp_path: Path) -> None:
    for number, need in enumerate(("x; os_name ~= 'posix'", "x; 'a' == 'b'", "x; python_version ~= 'new'")):
        with pytest.raises(PackageUnreadable, match="what it needs cannot be understood"):
            read_package(wheel_of(tmp_path / str(number), "greeter", "1.0", plugin_files(), (need,)))
    wheel = wheel_of(tmp_path, "greeter", "1.0", plugin_files())
    with zipfile.ZipFile(wheel) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["greeter-1.0.dist-info/RECORD"] += b'"' + b"x" * 200_000 + b'",,\n'
    with pytest.raises(PackageUnreadable, match="RECORD"):
        read_package(written(wheel, zip_bytes(files)))
    data = "greeter-1.0.data"
    for one, other in (("purelib/More.py", "platlib/more.py"), ("purelib/more.py", "platlib/more.py")):
        twice = {**plugin_files(), f"{data}/{one}": "a = 1", f"{data}/{other}": "a = 2"}
        with pytest.raises((PackageHostile, PackageUnreadable)):
            read_package(wheel_of(tmp_path / "twice", "greeter", "1.0", twice))


def test_a_signed_package_is_known_by_its_key_and_refused_when_anything_of_it_is_changed(tmp_path: Path) -> None:
    pem, public = new_key("pass")
    folder = folder_of(tmp_path / "greeter", plugin_files())
    unsigned = read_package(folder)
    assert unsigned.signature is None
    (folder / "plugin.sig").write_bytes(signature_bytes(unsigned.files, pem, "pass"))
    signed = read_package(folder)
    assert signed.signature is not None
    assert (signed.signature.public, signed.sha256) == (public, unsigned.sha256)
    for name, text, words in (
        ("greeter.py", CODE + "# evil\n", "greeter.py is another one"),
        ("more.py", "", "more.py was added"),
        ("plugin.toml", manifest_text(more='permissions = ["query:write"]'), "plugin.toml is another one"),
    ):
        copy = folder_of(tmp_path / f"copy-{name}", {**plugin_files(), name: text})
        (copy / "plugin.sig").write_bytes((folder / "plugin.sig").read_bytes())
        with pytest.raises(PackageTampered) as caught:
            read_package(copy)
        assert words in str(caught.value)


def test_a_signature_that_another_key_made_does_not_count(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "greeter", plugin_files())
    (one, _), (_, other) = new_key(), new_key()
    made = signature_bytes(read_package(folder).files, one)
    (folder / "plugin.sig").write_bytes(made.replace(made.split(b'"key": "')[1].split(b'"')[0], other.encode()))
    with pytest.raises(PackageTampered, match="not that of its key"):
        read_package(folder)
    (folder / "plugin.sig").write_bytes(b'{"version": 1}')
    with pytest.raises(PackageUnreadable):
        read_package(folder)
    with pytest.raises(KeyInvalid):
        signature_bytes({}, b"no key")
    assert signed_text({"b": "2", "a": "1"}) == b"lapwing-plugin-1\n1  a\n2  b\n"


def test_a_single_file_has_its_signature_beside_it(tmp_path: Path) -> None:
    path = written(tmp_path / "greeter.py", script().encode())
    pem, public = new_key()
    (tmp_path / "greeter.py.sig").write_bytes(signature_bytes({"greeter.py": path.read_bytes()}, pem))
    found = read_package(path)
    assert found.signature is not None
    assert found.signature.public == public
    path.write_text(script() + "# evil\n", "utf-8")
    with pytest.raises(LapwingError) as caught:
        read_package(path)
    assert isinstance(caught.value, PackageTampered)


@pytest.mark.parametrize("name", [b"\0after", b"\0after/"])
def test_a_file_without_a_name_is_refused(name: bytes) -> None:
    unnamed = b"Q" * len(name)
    data = zip_bytes({**plugin_files(), unnamed.decode(): b""})
    assert data.count(unnamed) == 2
    with pytest.raises(PackageHostile, match="outside of its folder"):
        package_from(data.replace(unnamed, name), "a.zip", "a.zip")


def test_a_package_with_any_bytes_changed_is_read_or_refused_in_a_sentence(tmp_path: Path, chance: Random) -> None:
    wheel, said = wheel_of(tmp_path, "greeter", "1.0", plugin_files()), set()
    for name, whole in (("a.zip", zip_bytes(plugin_files())), (wheel.name, wheel.read_bytes())):
        for _ in range(times(150, 20_000)):
            data = bytearray(whole)
            for _ in range(chance.randint(1, 4)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            try:
                package_from(bytes(data), name, name)
            except LapwingError as error:
                said.add(str(error))
    assert [each for each in said if not each.endswith(".")] == []
