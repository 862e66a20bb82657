"""Indexes of plugins and of Python packages, by path and over real HTTP on loopback."""

import hashlib
import json
import threading
from collections.abc import AsyncIterator, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from helpers import engines
from helpers.engines import Asker
from helpers.plugin_packages import folder_of, plugin_files, wheel_of, zip_bytes
from lapwing.domain.errors import from_wire
from lapwing.domain.plugins.facts import Trust
from lapwing.domain.plugins.installing import InstallPlugin, PackageFacts, ReadPackage, UpdatePlugin
from lapwing.domain.plugins.installing_errors import FetchFailed, IndexHasNot, IndexUnreadable, PackageTampered
from lapwing.domain.plugins.sources import AddIndex, IndexEntry, IndexRequest, PluginIndex, SetWheelPlaces
from lapwing.plugins.index.document import index_bytes, read_index
from lapwing.plugins.index.reading import shipped_index
from lapwing.plugins.packages.signing import fingerprint, new_key
from plugin_index import entries


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Nobody reads it."""


@pytest.fixture
def web(tmp_path: Path) -> Iterator[str]:
    """The address of a server of the test's folder."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
async def asker() -> AsyncIterator[Asker]:
    async with engines.asker() as made:
        yield made


def entry(path: Path, version: str, **more: Any) -> IndexEntry:
    data = path.read_bytes()
    facts = {"url": path.name, "sha256": hashlib.sha256(data).hexdigest(), "size": len(data), **more}
    return IndexEntry("greeter", "Greeter", version, **facts)


def package(folder: Path, version: str, more: str = "") -> Path:
    path = folder / f"greeter-{version}.zip"
    path.write_bytes(zip_bytes(plugin_files(version=version, more=more)))
    return path


async def index(asker: Asker, place: str = "") -> PluginIndex:
    found = await asker.ask("plugin.index", IndexRequest(place))
    assert isinstance(found, PluginIndex)
    return found


async def add(asker: Asker, place: str) -> None:
    """Add an index as who compared its key."""
    seen = await asker.ask("plugin.look_at_index", IndexRequest(place))
    await asker.ask("plugin.add_index", AddIndex(place, seen.key))


async def read(asker: Asker, source: str) -> PackageFacts:
    found = await asker.ask("plugin.read_package", ReadPackage(source))
    assert isinstance(found, PackageFacts)
    return found


async def test_a_plugin_is_found_trusted_installed_and_updated_from_an_index(
    asker: Asker, tmp_path: Path, web: str
) -> None:
    pem, public = new_key()
    place = f"{web}/index.json"
    first, future = entry(package(tmp_path, "1.0"), "1.0"), entry(package(tmp_path, "9.0"), "9.0", lapwing=">=99")
    (tmp_path / "index.json").write_bytes(index_bytes([first, future], pem))
    seen = await asker.ask("plugin.look_at_index", IndexRequest(place))
    assert (seen.key, seen.plugins, seen.pinned) == (fingerprint(public), 2, "")
    await asker.ask("plugin.add_index", AddIndex(place, seen.key, "Index"))
    found = await index(asker)
    (greeter,) = [each for each in found.entries if each.id == "greeter"]
    assert (greeter.version, greeter.fits, greeter.installed) == ("1.0", True, "")
    assert [each.is_trusted for each in found.indexes] == [True, True]
    facts = await read(asker, "index:greeter")
    assert (facts.trust, facts.key_name) == (Trust.SIGNED, "Index")
    await asker.ask("plugin.install", InstallPlugin("index:greeter", facts.sha256))

    later = entry(package(tmp_path, "1.1", 'permissions = ["query:read"]'), "1.1", permissions=("query:read",))
    (tmp_path / "index.json").write_bytes(index_bytes([first, later], pem))
    assert (await asker.ask("plugin.list")).plugins[-1].update == ""
    await index(asker)
    (listed,) = [each for each in (await asker.ask("plugin.list")).plugins if each.manifest.id == "greeter"]
    assert (listed.manifest.version, listed.update) == ("1.0", "1.1")
    facts = await read(asker, "index:greeter")
    assert facts.asks == ("query:read",)
    done = await asker.ask("plugin.update", UpdatePlugin("greeter", facts.sha256, facts.asks))
    assert (done.before, done.version) == ("1.0", "1.1")
    assert (await asker.ask("plugin.keys")).keys == (), "The key of an index counts for nothing else."


async def test_damaged_absent_and_lying_indexes_are_told(asker: Asker, tmp_path: Path, web: str) -> None:
    pem, _ = new_key()
    whole = index_bytes([entry(package(tmp_path, "1.0"), "1.0")], pem)
    changed = json.loads(whole)
    changed["plugins"][0]["url"] = "evil.zip"
    wrong = index_bytes([IndexEntry("../up", "Up", "1.0")], pem)
    for number, (data, words) in enumerate(
        (
            (whole[:200], "damaged"),
            (b"<html>", "damaged"),
            (b'{"format": "other"}', "no index"),
            (b'{"format": "lapwing-plugin-index", "version": 2}', "does not read"),
            (json.dumps(changed).encode(), "signature does not fit"),
            (wrong, "is no id"),
        )
    ):
        (tmp_path / f"{number}.json").write_bytes(data)
        (facts,) = (await index(asker, str(tmp_path / f"{number}.json"))).indexes
        assert facts.error is not None
        assert words in str(from_wire(facts.error))
        with pytest.raises(IndexUnreadable, match=words):
            await add(asker, str(tmp_path / f"{number}.json"))
    for place, words in ((f"{web}/none.json", "answers 404"), ("http://127.0.0.1:9/", "cannot be read")):
        (facts,) = (await index(asker, place)).indexes
        assert facts.error is not None
        assert words in str(from_wire(facts.error))
    (tmp_path / "index.json").write_bytes(whole)
    package(tmp_path, "1.0", 'author = "Eve"')
    await add(asker, str(tmp_path / "index.json"))
    with pytest.raises(PackageTampered, match="another hash than the index says"):
        await read(asker, "index:greeter")
    local = entry(package(tmp_path, "1.0"), "1.0", url=(tmp_path / "greeter-1.0.zip").as_uri())
    (tmp_path / "index.json").write_bytes(index_bytes([local], pem))
    await asker.ask("plugin.remove_index", IndexRequest(str(tmp_path / "index.json")))
    await add(asker, f"{web}/index.json")
    with pytest.raises(FetchFailed, match="no address"):
        await read(asker, "index:greeter")
    with pytest.raises(IndexHasNot):
        await read(asker, "index:nothing")


async def test_requirements_are_fetched_from_an_index_of_python_packages_and_their_hashes_checked(
    asker: Asker, tmp_path: Path, web: str
) -> None:
    shelf = tmp_path / "simple" / "tea"
    links = []
    for version in ("1.0", "2.0", "3.0", "4.0"):
        path = wheel_of(shelf, "tea", version, {"tea.py": f"BREW = {version}\n"})
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        more = {"3.0": ' data-yanked="broken"', "4.0": ' data-requires-python="&gt;=99"'}.get(version, "")
        links.append(f'<a href="{path.name}#sha256={digest}"{more}>{path.name}</a>')
    links.append('<a href="tea-5.0-py3-none-any.whl">without a hash</a>')
    (shelf / "index.html").write_text("\n".join(links), "utf-8")
    folder = folder_of(tmp_path / "greeter", plugin_files(more='requires = ["Tea>=1"]'))
    await asker.ask("plugin.set_wheel_places", SetWheelPlaces((f"{web}/simple/",)))
    facts = await read(asker, str(folder))
    assert facts.problem is None, facts.problem
    assert [(each.name, each.version) for each in facts.requirements] == [("tea", "2.0")]
    wheel_of(shelf, "tea", "2.0", {"tea.py": "evil = 1\n"})
    wheel_of(shelf, "tea", "1.0", {"tea.py": "evil = 1\n"})
    facts = await read(asker, str(folder))
    assert facts.problem is not None
    assert "another hash" in str(from_wire(facts.problem))


def test_the_index_that_comes_with_lapwing_tells_of_the_plugins_that_do() -> None:
    shipped = read_index(Path(shipped_index()).read_bytes(), "shipped")
    assert list(shipped.entries) == entries(), "Run `make plugin-index`."
