"""Installing plugins through the engine: looked at first, put into place in one step, undone when it goes wrong."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from helpers import engines
from helpers.engines import Asker
from helpers.plugin_packages import CODE, folder_of, plugin_files, wheel_of, zip_bytes
from lapwing import paths
from lapwing.domain.errors import LapwingError, in_full
from lapwing.domain.operations import Subscribe
from lapwing.domain.plugins.facts import ConfigurePlugin, PluginFacts, PluginsChanged, Trust
from lapwing.domain.plugins.installing import InstallPlugin, PackageFacts, PluginInstalled, ReadPackage, RemovePlugin
from lapwing.domain.plugins.installing_errors import (
    DowngradeNotAllowed,
    KeyInvalid,
    PackageChanged,
    PermissionsNotGranted,
    PluginComesWithLapwing,
    PluginNeeded,
    PluginUnfit,
    RequirementMissing,
)
from lapwing.domain.plugins.sources import DistrustKey, TrustKey
from lapwing.ipc.codec import decode_body, encode_body
from lapwing.plugins.packages.package import read_package
from lapwing.plugins.packages.signing import fingerprint, new_key, signature_bytes


@pytest.fixture
async def asker() -> AsyncIterator[Asker]:
    async with engines.asker() as made:
        yield made


async def look(asker: Asker, source: Path | str, **more: Any) -> PackageFacts:
    facts = await asker.ask("plugin.read_package", ReadPackage(str(source), **more))
    assert isinstance(facts, PackageFacts)
    assert decode_body(encode_body(facts)) == facts
    return facts


async def install(asker: Asker, source: Path | str, wheels: tuple[str, ...] = (), **more: Any) -> PluginInstalled:
    facts = await look(asker, source, wheels=wheels)
    request = InstallPlugin(str(source), facts.sha256, facts.manifest.permissions, wheels, **more)
    done = await asker.ask("plugin.install", request)
    assert isinstance(done, PluginInstalled)
    return done


async def listed(asker: Asker) -> dict[str, PluginFacts]:
    """Those that did not come with Lapwing."""
    found = (await asker.ask("plugin.list")).plugins
    return {each.manifest.id: each for each in found if each.trust is not Trust.BUNDLED}


def refusal(facts: PackageFacts) -> str:
    assert facts.problem is not None
    return facts.problem.code


def on_disk() -> list[str]:
    """What lies in the folder of installed plugins: plugin and version."""
    found = (paths.data() / "plugins" / "installed").glob("*/*")
    return sorted(f"{each.parent.name} {each.name.partition('-')[0]}" for each in found)


async def test_a_package_is_looked_at_then_installed_updated_and_removed(asker: Asker, tmp_path: Path) -> None:
    await asker.ask("events.subscribe", Subscribe(("plugins.*",)))
    first = folder_of(tmp_path / "one", plugin_files(more='permissions = ["query:read"]'))
    facts = await look(asker, first)
    assert (facts.manifest.version, facts.asks, facts.installed, facts.trust) == (
        "1.0",
        ("query:read",),
        "",
        Trust.UNSIGNED,
    )
    assert (await listed(asker), on_disk()) == ({}, [])
    assert (await install(asker, first)).before == ""
    assert (await listed(asker))["greeter"].granted == ("query:read",)
    assert await asker.hears(PluginsChanged)

    wider = 'permissions = ["query:read", "network:*"]'
    second = folder_of(tmp_path / "two", plugin_files(version="2.0", more=wider))
    facts = await look(asker, second)
    assert (facts.installed, facts.asks, facts.is_downgrade) == ("1.0", ("network:*",), False)
    assert (await install(asker, second)).before == "1.0"
    assert on_disk() == ["greeter 2.0"]

    data = paths.data() / "plugins" / "data" / "greeter"
    data.mkdir(parents=True)
    await asker.ask("plugin.remove", RemovePlugin("greeter", keep_data=True))
    assert (await listed(asker), on_disk(), data.exists()) == ({}, [], True)
    await install(asker, first)
    await asker.ask("plugin.remove", RemovePlugin("greeter", keep_data=False))
    assert not data.exists()


async def test_an_update_that_wants_more_is_refused_until_that_is_agreed_to(asker: Asker, tmp_path: Path) -> None:
    await install(asker, folder_of(tmp_path / "one", plugin_files()))
    wider = folder_of(tmp_path / "two", plugin_files(version="2.0", more='permissions = ["query:write"]'))
    facts = await look(asker, wider)
    with pytest.raises(PermissionsNotGranted, match="query:write"):
        await asker.ask("plugin.install", InstallPlugin(str(wider), facts.sha256, ("query:read",)))
    assert (await listed(asker))["greeter"].manifest.version == "1.0"
    assert on_disk() == ["greeter 1.0"]


async def test_what_was_shown_is_what_is_installed_and_an_earlier_version_is_asked_for(
    asker: Asker, tmp_path: Path
) -> None:
    folder = folder_of(tmp_path / "one", plugin_files(version="2.0"))
    facts = await look(asker, folder)
    (folder / "greeter.py").write_text(CODE + "# evil\n", "utf-8")
    with pytest.raises(PackageChanged):
        await asker.ask("plugin.install", InstallPlugin(str(folder), facts.sha256))
    await install(asker, folder)
    earlier = folder_of(tmp_path / "two", plugin_files(version="1.0"))
    assert (await look(asker, earlier)).is_downgrade
    with pytest.raises(DowngradeNotAllowed):
        await install(asker, earlier)
    assert (await install(asker, earlier, allow_downgrade=True)).before == "2.0"


async def test_plugins_that_need_each_other_are_kept_together(asker: Asker, tmp_path: Path) -> None:
    needy = folder_of(tmp_path / "b", plugin_files("b-plugin", more='plugins = ["a-plugin >=1,<2"]'))
    facts = await look(asker, needy)
    assert (refusal(facts), facts.missing) == (PluginUnfit.code, ("a-plugin >=1,<2",))
    with pytest.raises(PluginUnfit):
        await asker.ask("plugin.install", InstallPlugin(str(needy), facts.sha256))
    await install(asker, folder_of(tmp_path / "a", plugin_files("a-plugin")))
    await install(asker, needy)
    assert list(await listed(asker)) == ["a-plugin", "b-plugin"]
    with pytest.raises(PluginNeeded) as needed:
        await asker.ask("plugin.remove", RemovePlugin("a-plugin"))
    assert "B-Plugin" in str(needed.value)
    assert refusal(await look(asker, folder_of(tmp_path / "a2", plugin_files("a-plugin", "2.0")))) == PluginUnfit.code
    circle = plugin_files("a-plugin", "1.5", 'plugins = ["b-plugin"]')
    assert refusal(await look(asker, folder_of(tmp_path / "a3", circle))) == PluginUnfit.code


async def test_what_is_not_for_this_lapwing_or_comes_with_it_is_refused(asker: Asker, tmp_path: Path) -> None:
    for number, files in enumerate((plugin_files(more='lapwing = ">=99"'), plugin_files("audit-log", "99"))):
        facts = await look(asker, folder_of(tmp_path / str(number), files))
        assert refusal(facts) == (PluginUnfit.code, PluginComesWithLapwing.code)[number]
        with pytest.raises(LapwingError):
            await asker.ask("plugin.install", InstallPlugin(facts.source, facts.sha256))
    with pytest.raises(PluginComesWithLapwing):
        await asker.ask("plugin.remove", RemovePlugin("audit-log"))
    facts = await look(asker, "index:audit-log")
    assert (facts.trust, facts.problem, facts.asks) == (Trust.BUNDLED, None, facts.manifest.permissions)
    await install(asker, "index:audit-log")
    assert next(each for each in (await asker.ask("plugin.list")).plugins if each.manifest.id == "audit-log").is_enabled


async def test_a_key_is_trusted_when_a_person_says_so_and_holds_for_updates(asker: Asker, tmp_path: Path) -> None:
    pem, public = new_key()

    def signed(folder: Path) -> Path:
        (folder / "plugin.sig").write_bytes(signature_bytes(read_package(folder).files, pem))
        return folder

    first = signed(folder_of(tmp_path / "one", plugin_files()))
    facts = await look(asker, first)
    assert (facts.trust, facts.key) == (Trust.UNSIGNED, fingerprint(public))
    with pytest.raises(KeyInvalid):
        await asker.ask("plugin.trust_key", TrustKey(f"{facts.key}x", "Ada", str(first)))
    await asker.ask("plugin.trust_key", TrustKey(facts.key, "Ada", str(first)))
    facts = await look(asker, first)
    assert (facts.trust, facts.key_name) == (Trust.SIGNED, "Ada")
    await install(asker, first)
    assert (await listed(asker))["greeter"].trust is Trust.SIGNED
    unsigned = folder_of(tmp_path / "two", plugin_files(version="2.0"))
    assert refusal(await look(asker, unsigned)) == PluginUnfit.code
    assert (await look(asker, signed(unsigned))).problem is None
    await asker.ask("plugin.distrust_key", DistrustKey("Ada"))
    assert (await asker.ask("plugin.keys")).keys == ()
    assert (await listed(asker))["greeter"].trust is Trust.UNSIGNED


async def test_requirements_are_resolved_unpacked_beside_the_plugin_and_conflicts_told_before(
    asker: Asker, tmp_path: Path
) -> None:
    shelf = tmp_path / "wheels"
    wheel_of(shelf, "tea", "1.0", {"tea.py": "BREW = 1\n"})
    wheel_of(shelf, "tea", "2.0", {"tea.py": "BREW = 2\n"}, ("leaf<2",))
    wheel_of(shelf, "tea", "3.0rc1", {"tea.py": "BREW = 3\n"})
    wheel_of(shelf, "leaf", "1.0", {"leaf.py": ""}, ("msgspec>=0.1", "never-there; python_version < '3'"))
    wheel_of(shelf, "leaf", "2.0", {"leaf.py": ""})
    files = plugin_files(more='requires = ["tea", "leaf"]')
    folder = folder_of(tmp_path / "one", files)
    nowhere = await look(asker, folder)
    assert refusal(nowhere) == RequirementMissing.code
    facts = await look(asker, folder, wheels=(str(shelf),))
    assert [(each.name, each.version) for each in facts.requirements if each.origin] == [
        ("leaf", "1.0"),
        ("tea", "2.0"),
    ]
    assert [each.name for each in facts.requirements if not each.origin] == ["msgspec"]
    await install(asker, folder, (str(shelf),))
    libraries = next((paths.data() / "plugins" / "installed").glob("greeter/*/libraries"))
    assert (libraries / "tea.py").read_text("utf-8") == "BREW = 2\n"

    for needs, words in (
        ('["tea==2.0", "leaf>=2"]', "leaf<2"),
        ('["tea>=4"]', "only the versions 3.0rc1, 2.0, 1.0"),
        ('["msgspec<0.1"]', "Lapwing itself runs with msgspec"),
        ('["nothing-like-it"]', "no pure wheel"),
    ):
        other = folder_of(tmp_path / needs.replace('"', ""), plugin_files("other", more=f"requires = {needs}"))
        facts = await look(asker, other, wheels=(str(shelf),))
        assert facts.problem is not None
        assert words in str(facts.problem.facts["reason"]), facts.problem
    assert on_disk() == ["greeter 1.0"]


async def test_a_damaged_register_is_told_and_nothing_of_it_is_swept_away(asker: Asker, tmp_path: Path) -> None:
    await install(asker, folder_of(tmp_path / "one", plugin_files()))
    register = paths.data() / "plugins" / "plugins.json"
    register.write_text('{"version": 99}', "utf-8")
    found = await asker.ask("plugin.list")
    assert "newer" in in_full(found.problems)
    with pytest.raises(LapwingError, match="newer Lapwing"):
        await install(asker, tmp_path / "one")
    assert on_disk() == ["greeter 1.0"]


async def test_an_archive_is_installed_as_a_folder_is(asker: Asker, tmp_path: Path) -> None:
    path = tmp_path / "greeter.zip"
    path.write_bytes(zip_bytes(plugin_files()))
    assert await install(asker, path) == PluginInstalled("greeter", "1.0")
    assert on_disk() == ["greeter 1.0"]


async def test_settings_outlast_updates_and_removal_unless_they_are_to_go(asker: Asker, tmp_path: Path) -> None:
    setting = "[[config]]\nname = 'greeting'\ntitle = 'Greeting'\nvalue = 'Hello'"
    first = folder_of(tmp_path / "one", plugin_files(more=setting))

    async def greeting() -> str:
        return str((await listed(asker))["greeter"].config["greeting"])

    await install(asker, first)
    assert await greeting() == "Hello"
    await asker.ask("plugin.configure", ConfigurePlugin("greeter", {"greeting": "Moin"}))
    await install(asker, folder_of(tmp_path / "two", plugin_files(version="2.0", more=setting)))
    assert await greeting() == "Moin"
    await asker.ask("plugin.remove", RemovePlugin("greeter", keep_data=True))
    await install(asker, first)
    assert await greeting() == "Moin"
    await asker.ask("plugin.remove", RemovePlugin("greeter", keep_data=False))
    await install(asker, first)
    assert await greeting() == "Hello"
