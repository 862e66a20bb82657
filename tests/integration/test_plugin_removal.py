"""A plugin that is removed for good leaves nothing; one that others need is not removed, and they are named."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from helpers.canaries import contents
from helpers.engines import Asker, asker
from helpers.installed_plugins import installed, logged
from lapwing import paths
from lapwing.domain.plugins.errors import PluginUnknown
from lapwing.domain.plugins.facts import ConfigurePlugin, PluginRequest
from lapwing.domain.plugins.installing import RemovePlugin
from lapwing.domain.plugins.installing_errors import PluginNeeded
from lapwing.domain.secrets import Secret, UnlockSecrets
from lapwing.engine.plugins.secrets import PluginSecrets

KEEPING = """
    class Made(Plugin):
        def initialize(self):
            with open(os.path.join(self.context.data_folder, "kept.txt"), "w") as file:
                file.write("trace-of-made")
            self.context.log("trace-of-made %s" % self.context.secret("token"))
"""
MANIFEST = """
    [[config]]
    name = "token"
    title = "Token"
    kind = "secret"
    [[config]]
    name = "word"
    title = "Word"
"""


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        made.engine.start_services()
        yield made


def traces(*words: str) -> set[str]:
    """Files of the profile that a plugin left: by their names, or by what is in them. What happened is history, and no
    trace: the store of events is left out."""
    files = contents(paths.data().parent)
    found = [path for path, data in files.items() if any(word.encode() in data for word in words)]
    named = [path for path in files if "made" in f"{path.relative_to(paths.data().parent)}".split(os.sep)]
    return {path.name for path in {*found, *named} if not path.name.startswith("events")}


async def test_nothing_is_left_of_a_plugin_that_is_removed_for_good(me: Asker, tmp_path: Path) -> None:
    await me.ask("secret.unlock", UnlockSecrets(Secret("a long passphrase"), create=True))
    await installed(me, tmp_path, KEEPING, MANIFEST)
    await me.ask("plugin.configure", ConfigurePlugin("made", {"token": "shown", "word": "trace-of-setting"}))
    await logged(me, "trace-of-made shown")
    assert {"kept.txt", "plugins.json", "plugin.toml"} <= traces("trace-of-made", "trace-of-setting")
    await me.ask("plugin.remove", RemovePlugin("made", keep_data=False))
    assert traces("trace-of-made", "trace-of-setting") == set()
    with pytest.raises(PluginUnknown):
        await me.ask("plugin.log", PluginRequest("made"))
    await installed(me, tmp_path, KEEPING, MANIFEST)
    assert (await me.ask("plugin.secrets", PluginRequest("made"))).names == ()
    facts = await me.ask("plugin.status", PluginRequest("made"))
    assert facts.config["word"] is None


async def test_what_is_kept_of_a_removed_plugin_is_there_again_the_next_time(me: Asker, tmp_path: Path) -> None:
    await me.ask("secret.unlock", UnlockSecrets(Secret("a long passphrase"), create=True))
    await installed(me, tmp_path, KEEPING, MANIFEST)
    await me.ask("plugin.configure", ConfigurePlugin("made", {"token": "shown", "word": "trace-of-setting"}))
    await me.ask("plugin.remove", RemovePlugin("made"))
    assert "kept.txt" in traces("trace-of-setting")
    facts = await installed(me, tmp_path, KEEPING, MANIFEST)
    assert facts.config["word"] == "trace-of-setting"
    assert (await me.ask("plugin.secrets", PluginRequest("made"))).names == ("token",)


async def test_a_plugin_that_others_need_names_them_and_stays(me: Asker, tmp_path: Path) -> None:
    plain = "class Made(Plugin):\n    def initialize(self):\n        pass\n"
    await installed(me, tmp_path, plain)
    await installed(me, tmp_path, plain, 'plugins = ["made >=1"]', plugin_id="other")
    listed = {each.manifest.id: each for each in (await me.ask("plugin.list")).plugins}
    assert (listed["made"].needed_by, listed["other"].needed_by) == (("Made",), ())
    with pytest.raises(PluginNeeded, match="is needed by Made"):
        await me.ask("plugin.remove", RemovePlugin("made", keep_data=False))
    await me.ask("plugin.disable", PluginRequest("other"))
    await me.ask("plugin.remove", RemovePlugin("made", keep_data=False))
    assert [each.manifest.id for each in (await me.ask("plugin.list")).plugins if each.manifest.id == "made"] == []


async def test_secrets_that_cannot_be_deleted_are_said_and_the_plugin_is_gone_all_the_same(
    me: Asker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lapwing.domain.secret_errors import SecretLeft

    async def left(_self: PluginSecrets, plugin_id: str) -> None:
        raise SecretLeft(connection=plugin_id, place="the keyring", reason="It is locked.")

    await installed(me, tmp_path, KEEPING, MANIFEST)
    monkeypatch.setattr(PluginSecrets, "forget", left)
    with pytest.raises(SecretLeft):
        await me.ask("plugin.remove", RemovePlugin("made", keep_data=False))
    assert "made" not in {each.manifest.id for each in (await me.ask("plugin.list")).plugins}
