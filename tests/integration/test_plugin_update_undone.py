"""An update of a plugin that runs: the old version runs until then, and comes back where the new one does not start."""

from pathlib import Path
from typing import Any

import pytest

from helpers import engines
from helpers.engines import Asker
from helpers.plugin_packages import CODE, folder_of, plugin_files
from lapwing.domain.plugins.facts import PluginState
from lapwing.domain.plugins.installing import InstallPlugin, ReadPackage, RemovePlugin
from lapwing.domain.plugins.installing_errors import UpdateUndone


async def install(asker: Asker, folder: Path) -> Any:
    facts = await asker.ask("plugin.read_package", ReadPackage(str(folder)))
    return await asker.ask("plugin.install", InstallPlugin(str(folder), facts.sha256))


async def running(asker: Asker) -> str:
    """The version that runs; empty: none."""
    found = (await asker.ask("plugin.list")).plugins
    return "".join(each.manifest.version for each in found if each.state is PluginState.RUNNING)


async def test_an_update_that_does_not_start_is_undone_and_a_good_one_runs(tmp_path: Path) -> None:
    first = folder_of(tmp_path / "one", plugin_files(version="1.0"))
    bad = folder_of(
        tmp_path / "bad", {**plugin_files(version="2.0"), "greeter.py": f"{CODE}raise OSError('no luck')\n"}
    )
    good = folder_of(tmp_path / "good", plugin_files(version="3.0"))
    async with engines.asker() as asker:
        asker.engine.start_services()

        await install(asker, first)
        assert await running(asker) == "1.0"
        with pytest.raises(UpdateUndone, match="no luck"):
            await install(asker, bad)
        assert await running(asker) == "1.0"
        assert (await install(asker, good)).before == "1.0"
        assert await running(asker) == "3.0"
        await asker.ask("plugin.remove", RemovePlugin("greeter"))
        assert await running(asker) == ""
