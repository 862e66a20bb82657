"""Secrets of a plugin may lie in the keyring and in the encrypted file: none is lost because one of them is closed."""

from pathlib import Path

import pytest

from helpers.engines import Asker, asker
from helpers.plugin_packages import folder_of, plugin_files
from helpers.secret_service import desktop, no_desktop
from lapwing.domain.plugins.facts import ConfigurePlugin, KeptSecrets, PluginRequest
from lapwing.domain.plugins.installing import InstallPlugin, ReadPackage
from lapwing.domain.secrets import Secret, UnlockSecrets

MANIFEST = "\n".join(f'[[config]]\nname = "{name}"\ntitle = "{name}"\nkind = "secret"' for name in ("first", "second"))


async def kept(me: Asker) -> KeptSecrets:
    found = await me.ask("plugin.secrets", PluginRequest("made"))
    assert isinstance(found, KeptSecrets)
    return found


async def test_a_secret_that_is_kept_while_one_place_is_closed_hides_none_of_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "none").mkdir()
    no_desktop(monkeypatch, tmp_path / "none")
    async with asker() as me:
        folder = str(folder_of(tmp_path / "made", plugin_files("made", more=MANIFEST)))
        package = await me.ask("plugin.read_package", ReadPackage(folder))
        await me.ask("plugin.install", InstallPlugin(folder, package.sha256, enable=False))
        assert await kept(me) == KeptSecrets()
        await me.ask("secret.unlock", UnlockSecrets(Secret("a long passphrase"), create=True))
        await me.ask("plugin.configure", ConfigurePlugin("made", {"first": "one"}))
        assert await kept(me) == KeptSecrets(("first",))
    (tmp_path / "desktop").mkdir()
    with desktop(tmp_path / "desktop", monkeypatch):
        async with asker() as me:
            await me.ask("plugin.configure", ConfigurePlugin("made", {"second": "two"}))
            assert await kept(me) == KeptSecrets(("second",))
            await me.ask("secret.unlock", UnlockSecrets(Secret("a long passphrase")))
            assert await kept(me) == KeptSecrets(("first", "second"))
            await me.ask("plugin.configure", ConfigurePlugin("made", {"first": "", "second": "three"}))
            assert await kept(me) == KeptSecrets(("second",))
