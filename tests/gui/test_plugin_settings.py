"""The settings of a plugin in the window: fields of every kind, what is refused in them, and secrets in the vault."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from helpers.canaries import files_with
from helpers.languages import speaking
from helpers.plugin_packages import folder_of
from helpers.shown_plugins import dialog, page_of, row_of, texts
from helpers.waiting import eventually_async
from lapwing import paths
from lapwing.domain.plugins.documents import FieldKind
from lapwing.domain.plugins.facts import PluginFacts, PluginList, PluginRequest, PluginState, Trust
from lapwing.domain.secrets import Secret, UnlockSecrets
from lapwing.gui.plugins.form_fields import SecretField
from lapwing.gui.plugins.form_view import FormView
from lapwing.gui.plugins.install_dialog import InstallDialog
from lapwing.gui.plugins.own_words import own_words
from lapwing.gui.plugins.plugins_view import PluginsView
from lapwing.gui.shell.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", "propagateSizeHints")
_LONG_S = 60
CANARY = "canary-4711"
_DIGEST = hashlib.sha256(CANARY.encode()).hexdigest()
_CODE = f"""\
import hashlib

from lapwing.plugins.api import Plugin


class Chooser(Plugin):
    def initialize(self):
        secret = self.context.secret("token")
        known = {{"{_DIGEST}": "the right one"}}
        found = known[hashlib.sha256(secret.encode()).hexdigest()] if secret else "not there"
        self.context.log("The secret is %s." % found)
"""
_MORE = {FieldKind.CHOICE: 'choices = ["red", "green"]', FieldKind.INTEGER: "least = 1\nmost = 9"}
_NAMES = {kind: kind.value.replace(" ", "_") for kind in FieldKind if kind is not FieldKind.SECRET} | {
    FieldKind.SECRET: "token"
}
REFUSED: dict[FieldKind, tuple[tuple[str, str], ...]] = {
    FieldKind.TEXT: (("", "This must not be empty."),),
    FieldKind.INTEGER: (
        ("0", "At least 1"),
        ("10", "At most 9"),
        ("4.5", "A whole number"),
        ("four", "A whole number"),
    ),
    FieldKind.NUMBER: (("1e999", "A number is needed"), ("much", "A number is needed")),
    FieldKind.DURATION: (("for ever", "A time is needed"),),
    FieldKind.SIZE: (("big", "A size is needed"),),
    FieldKind.LIST: (("\n".join(map(str, range(1_001))), "too many entries"),),
}
TAKEN: dict[FieldKind, tuple[str, Any]] = {
    FieldKind.TEXT: ("Brno", "Brno"),
    FieldKind.LONG_TEXT: ("one\ntwo", "one\ntwo"),
    FieldKind.INTEGER: ("9", 9),
    FieldKind.NUMBER: ("2,5", 2.5),
    FieldKind.TRUTH: ("yes", True),
    FieldKind.CHOICE: ("green", "green"),
    FieldKind.DURATION: ("90d", "90d"),
    FieldKind.SIZE: ("4MiB", "4MiB"),
    FieldKind.LIST: ("a\n\n b ", ["a", "b"]),
}


def chooser(folder: Path) -> Path:
    """A plugin with a setting of every kind."""
    lines = ['id = "chooser"', 'name = "Chooser"', 'version = "1.0"', 'entry = "chooser:Chooser"']
    lines.append('hooks = ["initialize"]')
    for kind, name in _NAMES.items():
        must = "must = true" if kind is FieldKind.TEXT else ""
        lines += ["[[config]]", f'name = "{name}"', f'title = "{name.title()}"', f'kind = "{kind.value}"']
        lines += [_MORE.get(kind, ""), must]
    return folder_of(folder / "chooser", {"plugin.toml": "\n".join(lines), "chooser.py": _CODE})


async def settings_of(window: MainWindow, tmp_path: Path) -> PluginsView:
    """The page with the settings of that plugin in front; the vault is open."""
    await window.client.call("secret.unlock", UnlockSecrets(Secret("a long passphrase"), create=True))
    view = page_of(window).view
    view.installing.begin(str(chooser(tmp_path)))
    (await dialog(window, InstallDialog)).install_button.click()
    await eventually_async(lambda: row_of(view, "chooser") is PluginState.RUNNING, within_s=_LONG_S)
    await eventually_async(lambda: view.detail.facts is not None and view.detail.facts.manifest.id == "chooser")
    view.detail.show_part("settings")
    return view


def form_of(view: PluginsView) -> FormView:
    assert view.detail.form is not None
    return view.detail.form


async def facts(window: MainWindow) -> PluginFacts:
    return await window.client.call("plugin.status", PluginRequest("chooser"), PluginFacts)


async def test_each_kind_of_setting_says_what_is_wrong_beside_its_field_and_keeps_what_is_right(
    window: MainWindow, tmp_path: Path
) -> None:
    view = await settings_of(window, tmp_path)
    form = form_of(view)
    for kind, (text, _) in TAKEN.items():
        form.fields[_NAMES[kind]].fill(text)
    for kind, refused in REFUSED.items():
        for text, words in refused:
            form.fields[_NAMES[kind]].fill(text)
            form.submit()
            assert words in texts(form), (kind, text)
        form.fields[_NAMES[kind]].fill(TAKEN[kind][0])
        form.submit() if kind is FieldKind.LIST else form.is_good()
        assert refused[-1][1] not in texts(form)
    await eventually_async(lambda: "settings are kept" in view.banner.text, within_s=_LONG_S)
    kept = (await facts(window)).config
    assert kept == {_NAMES[kind]: value for kind, (_, value) in TAKEN.items()}


async def test_a_secret_goes_to_the_vault_alone_is_said_to_be_there_and_can_be_forgotten(
    window: MainWindow, tmp_path: Path
) -> None:
    view = await settings_of(window, tmp_path)

    def token() -> SecretField:
        field = form_of(view).fields["token"]
        assert isinstance(field, SecretField)
        return field

    def said(words: str) -> bool:
        return not token().text() and words in token().line.placeholderText()

    await eventually_async(lambda: said("none is kept"))
    assert not token().forget_button.isVisible()
    form_of(view).fields["text"].fill("Brno")
    token().line.setText(CANARY)
    form_of(view).submit()
    await eventually_async(lambda: said("one is kept") and token().forget_button.isVisible(), within_s=_LONG_S)
    view.detail.show_part("log")
    log = view.detail.log
    await eventually_async(lambda: "The secret is the right one." in log.toPlainText(), within_s=_LONG_S)
    assert files_with([CANARY], paths.data().parent) == []
    assert CANARY not in str(await facts(window))

    view.detail.show_part("settings")
    form_of(view).fields["text"].fill("Olomouc")
    form_of(view).submit()
    await eventually_async(lambda: view.detail.facts is not None and view.detail.facts.config["text"] == "Olomouc")
    await eventually_async(lambda: said("one is kept"), within_s=_LONG_S)
    token().forget_button.click()
    assert "forgotten when you save" in token().line.placeholderText()
    assert form_of(view).button.isEnabled()
    form_of(view).submit()
    await eventually_async(lambda: said("none is kept"), within_s=_LONG_S)
    view.detail.show_part("log")
    await eventually_async(lambda: log.toPlainText().rstrip().endswith("The secret is not there."), within_s=_LONG_S)


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    with speaking(qapp, "de"):
        yield


async def test_bundled_plugins_speak_the_persons_language_and_others_for_themselves(
    window: MainWindow, german: None
) -> None:
    view = page_of(window).view
    await eventually_async(lambda: row_of(view, "slack"))
    view.choose("slack")
    await eventually_async(lambda: view.detail.facts is not None and view.detail.facts.manifest.id == "slack")
    view.detail.show_part("about")
    await eventually_async(lambda: "Sendet Nachrichten über Alarme" in texts(view.detail))
    view.detail.show_part("settings")
    await eventually_async(lambda: "Bot-Token" in texts(form_of(view)))
    view.show_part("browse")
    await eventually_async(lambda: view.entries.rows)
    told = {entry.id: entry.description for entry in view.entries.rows}
    assert told["audit-log"].startswith("Hält fest, wer was getan hat")
    here = (await window.client.call("plugin.list", None, PluginList)).plugins
    stranger = replace(next(each for each in here if each.manifest.id == "slack"), trust=Trust.UNSIGNED)
    assert own_words(stranger) == stranger
