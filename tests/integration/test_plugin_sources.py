"""Whom plugins are taken from: keys that were compared, indexes that are held back, keys that are revoked."""

import hashlib
import json
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from helpers import engines
from helpers.engines import Asker
from helpers.plugin_packages import folder_of, plugin_files, zip_bytes
from lapwing import paths
from lapwing.cli.plugin.words import package_lines
from lapwing.domain.errors import ErrorFacts, StoredNewer, from_wire
from lapwing.domain.plugins.facts import PluginFacts, PluginState, Trust
from lapwing.domain.plugins.installing import InstallPlugin, PackageFacts, ReadPackage, UpdatePlugin
from lapwing.domain.plugins.installing_errors import (
    FetchFailed,
    IndexKeyChanged,
    IndexOlder,
    IndexPlaceInvalid,
    IndexUnreadable,
    KeyInvalid,
    KeyRevoked,
    PluginUnfit,
)
from lapwing.domain.plugins.sources import (
    AddIndex,
    DistrustKey,
    IndexEntry,
    IndexFacts,
    IndexRequest,
    PluginIndex,
    RevokeKey,
    SwitchIndex,
    TrustKey,
)
from lapwing.plugins.index import document, reading
from lapwing.plugins.index.document import index_bytes
from lapwing.plugins.packages.package import read_package
from lapwing.plugins.packages.signing import fingerprint, new_key, signature_bytes
from lapwing.plugins.runner import landlock, seccomp

PEM, PUBLIC = new_key()
KEY = fingerprint(PUBLIC)
DAY_S = 86_400.0


@pytest.fixture
async def asker() -> AsyncIterator[Asker]:
    async with engines.asker() as made:
        yield made


class Shelf:
    """An index in a file, with one plugin in one version at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "index.json"

    @property
    def place(self) -> str:
        return str(self.path)

    def write(
        self,
        version: str,
        *,
        pem: bytes = PEM,
        made_at: float | None = None,
        expires_at: float = 0.0,
        revoked: dict[str, str] | None = None,
    ) -> bytes:
        package = self.folder / f"greeter-{version}.zip"
        package.write_bytes(zip_bytes(plugin_files(version=version)))
        digest = hashlib.sha256(package.read_bytes()).hexdigest()
        entry = IndexEntry("greeter", "Greeter", version, url=package.name, sha256=digest)
        data = index_bytes([entry], pem, made_at=made_at, expires_at=expires_at, revoked=revoked)
        self.path.write_bytes(data)
        return data


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    made = Shelf(tmp_path)
    made.write("1.0")
    return made


async def seen(asker: Asker, shelf: Shelf) -> tuple[IndexFacts, str]:
    """The index as Browse shows it, and the version of its plugin; empty: it shows none."""
    found = await asker.ask("plugin.index", IndexRequest())
    assert isinstance(found, PluginIndex)
    (facts,) = [each for each in found.indexes if each.place == shelf.place]
    return facts, next((each.version for each in found.entries if each.id == "greeter"), "")


async def read(asker: Asker, source: str) -> PackageFacts:
    found = await asker.ask("plugin.read_package", ReadPackage(source))
    assert isinstance(found, PackageFacts)
    return found


async def greeter(asker: Asker) -> PluginFacts:
    found: PluginFacts = next(
        each for each in (await asker.ask("plugin.list")).plugins if each.manifest.id == "greeter"
    )
    return found


def told(error: ErrorFacts | None) -> type[Exception] | None:
    return type(from_wire(error)) if error is not None else None


async def test_an_index_is_only_added_with_the_key_that_was_compared_and_a_changed_key_is_asked_about_anew(
    asker: Asker, shelf: Shelf
) -> None:
    looked = (await asker.ask("plugin.index", IndexRequest(shelf.place))).indexes
    assert [(each.key, each.is_trusted) for each in looked] == [(KEY, False)]
    assert not (paths.data() / "plugins" / "indexes").exists(), "Nothing is kept of what was only looked at."
    with pytest.raises(KeyInvalid, match="and not SHA256:other"):
        await asker.ask("plugin.add_index", AddIndex(shelf.place, "SHA256:other"))
    assert (await asker.ask("plugin.sources")).indexes == ()
    await asker.ask("plugin.add_index", AddIndex(shelf.place, KEY, "Ours"))
    assert (await read(asker, "index:greeter")).key_name == "Ours"

    pem, public = new_key()
    shelf.write("2.0", pem=pem)
    facts, version = await seen(asker, shelf)
    assert (told(facts.error), version, facts.key, facts.is_trusted) == (IndexKeyChanged, "1.0", KEY, True)
    looked = await asker.ask("plugin.look_at_index", IndexRequest(shelf.place))
    assert (looked.pinned, looked.key, looked.is_trusted) == (KEY, fingerprint(public), False)
    await asker.ask("plugin.add_index", AddIndex(shelf.place, looked.key, "Ours"))
    facts, version = await seen(asker, shelf)
    assert (facts.error, version, facts.is_trusted) == (None, "2.0", True)
    assert len((await asker.ask("plugin.sources")).indexes) == 1


async def test_what_an_index_vouched_for_is_updated_with_the_key_that_was_accepted_in_the_place_of_its_former_one(
    asker: Asker, shelf: Shelf
) -> None:
    await asker.ask("plugin.add_index", AddIndex(shelf.place, KEY))
    facts = await read(asker, "index:greeter")
    await asker.ask("plugin.install", InstallPlugin("index:greeter", facts.sha256))
    pem, public = new_key()
    shelf.write("2.0", pem=pem)
    await asker.ask("plugin.add_index", AddIndex(shelf.place, fingerprint(public)))
    facts = await read(asker, "index:greeter")
    assert facts.problem is None, facts.problem
    await asker.ask("plugin.update", UpdatePlugin("greeter", facts.sha256))
    assert (await greeter(asker)).manifest.version == "2.0"


async def test_what_a_mirror_holds_back_is_told_and_what_was_seen_last_stays(asker: Asker, shelf: Shelf) -> None:
    older = shelf.write("1.0", made_at=1_000_000.0)
    shelf.write("2.0", made_at=2_000_000.0)
    await asker.ask("plugin.add_index", AddIndex(shelf.place, KEY))
    shelf.path.write_bytes(older)
    with pytest.raises(IndexOlder):
        await asker.ask("plugin.add_index", AddIndex(shelf.place, KEY))
    facts, version = await seen(asker, shelf)
    assert (told(facts.error), version, facts.kept_at > 0) == (IndexOlder, "2.0", True)
    shelf.write("1.9", made_at=2_000_000.0)
    facts, version = await seen(asker, shelf)
    assert (told(facts.error), version) == (IndexOlder, "2.0")
    shelf.write("3.0", made_at=time.time() + 40 * DAY_S)
    facts, version = await seen(asker, shelf)
    assert (told(facts.error), version) == (IndexUnreadable, "2.0")
    assert "made in the future" in str(from_wire(facts.error)) if facts.error else False
    shelf.write("3.0", made_at=3_000_000.0)
    facts, version = await seen(asker, shelf)
    assert (facts.error, version, facts.kept_at) == (None, "3.0", 0.0)


async def test_an_index_that_cannot_be_asked_is_shown_as_it_was_and_nothing_is_taken_from_one_that_expired(
    asker: Asker, shelf: Shelf
) -> None:
    shelf.write("1.0", expires_at=time.time() + DAY_S)
    await asker.ask("plugin.add_index", AddIndex(shelf.place, KEY))
    shelf.path.unlink()
    facts, version = await seen(asker, shelf)
    assert (told(facts.error), version, facts.is_trusted, facts.kept_at > 0) == (IndexUnreadable, "1.0", True, True)
    assert (await read(asker, "index:greeter")).trust is Trust.SIGNED, "The hash that was signed still vouches for it."
    shelf.write("1.0", expires_at=time.time() - DAY_S)
    facts, version = await seen(asker, shelf)
    assert (facts.error, version, facts.has_expired, facts.is_trusted) == (None, "1.0", True, False)
    package = await read(asker, "index:greeter")
    assert (package.trust, package.index.has_expired if package.index else None) == (Trust.UNSIGNED, True)
    (kept,) = (paths.data() / "plugins" / "indexes").glob("*.json")
    kept.write_bytes(kept.read_bytes()[:100])
    shelf.path.unlink()
    facts, version = await seen(asker, shelf)
    assert (told(facts.error), version) == (IndexUnreadable, "")


async def test_who_is_trusted_comes_before_who_has_a_higher_number(asker: Asker, shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = Shelf(tmp_path / "other")
    other.write("99.0", pem=new_key()[0], expires_at=time.time() - DAY_S)
    looked = await asker.ask("plugin.look_at_index", IndexRequest(other.place))
    await asker.ask("plugin.add_index", AddIndex(other.place, looked.key))
    assert (await seen(asker, other))[1] == "99.0"
    await asker.ask("plugin.add_index", AddIndex(shelf.place, KEY))
    assert (await seen(asker, shelf))[1] == "1.0"
    assert (await read(asker, "index:greeter")).manifest.version == "1.0"
    await asker.ask("plugin.switch_index", SwitchIndex(shelf.place, is_on=False))
    assert (await seen(asker, shelf))[1] == "99.0"
    await asker.ask("plugin.switch_index", SwitchIndex("", is_on=False))
    found = await asker.ask("plugin.index", IndexRequest())
    assert [each.id for each in found.entries] == ["greeter"]
    assert [(each.is_shipped, each.is_on) for each in found.indexes] == [(True, False), (False, True), (False, False)]


@pytest.mark.parametrize(
    "place",
    [
        "http://example.invalid/index.json",
        "ftp://example.invalid/index.json",
        "https://ada:hunter2@example.invalid/index.json",
        "https://example.invalid/index.json?token=hunter2",
        "https:///index.json",
        "index.json",
    ],
)
async def test_places_that_are_not_encrypted_or_hold_secrets_are_refused_before_anything_is_asked(
    asker: Asker, place: str
) -> None:
    for operation, request in (
        ("plugin.look_at_index", IndexRequest(place)),
        ("plugin.add_index", AddIndex(place, KEY)),
    ):
        with pytest.raises(IndexPlaceInvalid) as caught:
            await asker.ask(operation, request)
        assert "hunter2" not in f"{caught.value} {caught.value.facts}"


async def test_nothing_that_a_revoked_key_signed_is_installed_or_runs(asker: Asker, tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "greeter", plugin_files())
    (folder / "plugin.sig").write_bytes(signature_bytes(read_package(folder).files, PEM))
    facts = await read(asker, str(folder))
    await asker.ask("plugin.install", InstallPlugin(str(folder), facts.sha256))
    assert (await greeter(asker)).trust is Trust.UNSIGNED, "It was signed, by nobody who is trusted."
    with pytest.raises(KeyInvalid):
        await asker.ask("plugin.revoke_key", RevokeKey("Nobody"))
    await asker.ask("plugin.revoke_key", RevokeKey(KEY, "It was stolen."))
    plugin = await greeter(asker)
    assert (plugin.state, plugin.trust, told(plugin.error)) == (PluginState.REFUSED, Trust.REVOKED, KeyRevoked)
    assert "You said so: It was stolen." in str(from_wire(plugin.error)) if plugin.error else False
    facts = await read(asker, str(folder))
    assert (facts.trust, told(facts.problem)) == (Trust.REVOKED, KeyRevoked)
    with pytest.raises(KeyRevoked):
        await asker.ask("plugin.install", InstallPlugin(str(folder), facts.sha256))
    with pytest.raises(KeyInvalid, match="was revoked"):
        await asker.ask("plugin.trust_key", TrustKey(KEY, "Ada", str(folder)))
    await asker.ask("plugin.restore_key", DistrustKey(KEY))
    assert (await greeter(asker)).error is None


async def test_what_a_revoked_key_signed_is_replaced_by_what_another_key_signs(asker: Asker, tmp_path: Path) -> None:
    pem, public = new_key()

    def signed(version: str, by: bytes) -> str:
        folder = folder_of(tmp_path / version, plugin_files(version=version))
        (folder / "plugin.sig").write_bytes(signature_bytes(read_package(folder).files, by))
        return str(folder)

    for name, key in (("Ada", PUBLIC), ("Ada anew", public)):
        await asker.ask("plugin.trust_key", TrustKey(key, name))
    first, later = signed("1.0", PEM), signed("1.1", pem)
    await asker.ask("plugin.install", InstallPlugin(first, (await read(asker, first)).sha256))
    assert told((await read(asker, later)).problem) is PluginUnfit
    await asker.ask("plugin.revoke_key", RevokeKey("Ada"))
    assert told((await greeter(asker)).error) is KeyRevoked
    await asker.ask("plugin.install", InstallPlugin(later, (await read(asker, later)).sha256))
    plugin = await greeter(asker)
    assert (plugin.manifest.version, plugin.trust, plugin.error) == ("1.1", Trust.SIGNED, None)


async def test_an_index_that_is_trusted_revokes_keys_for_all_and_takes_it_back(
    asker: Asker, shelf: Shelf, tmp_path: Path
) -> None:
    pem, public = new_key()
    folder = folder_of(tmp_path / "greeter", plugin_files())
    (folder / "plugin.sig").write_bytes(signature_bytes(read_package(folder).files, pem))
    shelf.write("1.0", revoked={fingerprint(public): "Lost on a train."})
    await asker.ask("plugin.add_index", AddIndex(shelf.place, KEY))
    assert (await read(asker, str(folder))).trust is Trust.UNSIGNED, "Nobody has read the index yet."
    await seen(asker, shelf)
    facts = await read(asker, str(folder))
    assert facts.problem is not None
    assert f"The index {shelf.place} says so: Lost on a train." in str(from_wire(facts.problem))
    shelf.write("1.1")
    await seen(asker, shelf)
    assert (await read(asker, str(folder))).problem is None


async def test_sources_of_an_older_lapwing_are_kept_and_nothing_in_them_is_vouched_for_before_a_key_is_compared(
    asker: Asker, shelf: Shelf
) -> None:
    register = paths.data() / "plugins" / "plugins.json"
    register.parent.mkdir(parents=True)
    old = {"version": 1, "plugins": [], "kept": {}, "keys": []}
    register.write_text(json.dumps({**old, "sources": {"indexes": [shelf.place], "wheels": ["/wheels"]}}))
    facts, version = await seen(asker, shelf)
    assert (facts.error, version, facts.pinned, facts.is_trusted) == (None, "1.0", "", False)
    assert (await asker.ask("plugin.sources")).wheels == ("/wheels",)
    assert (await read(asker, "index:greeter")).trust is Trust.UNSIGNED
    register.write_text(json.dumps({**old, "version": 99}))
    with pytest.raises(StoredNewer):
        await asker.ask("plugin.add_index", AddIndex(shelf.place, KEY))


async def test_an_index_that_is_no_file_or_too_large_is_told(
    asker: Asker, shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(FetchFailed):
        await asker.ask("plugin.look_at_index", IndexRequest(str(tmp_path)))
    monkeypatch.setattr(document, "_MOST_ENTRIES", 0)
    with pytest.raises(IndexUnreadable, match="more than 0 entries"):
        await asker.ask("plugin.look_at_index", IndexRequest(shelf.place))
    monkeypatch.setattr(reading, "_MOST_BYTES", 100)
    with pytest.raises(FetchFailed, match="larger than"):
        await asker.ask("plugin.look_at_index", IndexRequest(shelf.place))


async def test_what_the_system_cannot_enforce_is_said_before_anything_is_installed_and_of_what_is(
    asker: Asker, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    await asker.ask("plugin.add_index", AddIndex(shelf.place, KEY))
    package = await read(asker, "index:greeter")
    await asker.ask("plugin.install", InstallPlugin("index:greeter", package.sha256, enable=False))
    for files, network in ((0, True), (4, False), (4, True)):
        monkeypatch.setattr(landlock, "version", lambda files=files: files)
        monkeypatch.setattr(seccomp, "is_here", lambda network=network: network)
        found = await asker.ask("plugin.index", IndexRequest())
        shown = (package := await read(asker, "index:greeter")).enforcement
        is_enforced = bool(files) and network
        for enforcement in (found.enforcement, shown, (await greeter(asker)).enforcement):
            assert (enforcement.files, enforcement.network) == (is_enforced, is_enforced)
        said = "\n".join(package_lines(package))
        assert ("what it does with files" in said) is not is_enforced
        assert ("what it does with the network" in said) is not is_enforced
