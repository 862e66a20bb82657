"""A manifest is read without running anything, and whatever is wrong is told with its line and what to do."""

from pathlib import Path
from random import Random
from typing import Final

import pytest

from helpers.counts import times
from lapwing.domain.plugins.documents import FieldKind
from lapwing.domain.plugins.installing_errors import ManifestInvalid
from lapwing.domain.plugins.manifest import Isolation
from lapwing.plugins.manifest import check_entry, manifest_from, manifest_of_script, read_manifest
from lapwing.plugins.manifest_checks import HOOKS

HEAD: Final = 'id = "greeter"\nname = "Greeter"\nversion = "1.0"\nentry = "greeter:Greeter"\nhooks = ["initialize"]\n'
WHOLE: Final = """\
id = "shop-watch"
name = "Shop watch"
version = "2.1rc1"
description = \"\"\"Watches a shop.
Two lines.\"\"\"
author = "Ada"
license = "MIT"
homepage = "https://example.com/watch"
lapwing = ">=0.1,<9"
entry = "watch.main:Watch"
isolation = "process"
hooks = ["initialize", "on_query_complete", "handle_event", "panel", "on_menu", "export_rows", "view_value"]
permissions = [
    "query:read", "ui:panel",
    "events:alert.*", "network:*.example.com", "files:/var/log/shop", "files:~/Reports",
]
requires = ["tabulate>=0.9; python_version >= '3.8'"]
plugins = ["audit-log >=1,<2"]
services = ["watcher"]

[[config]]
name = "keepFor"
title = "Keep for"
kind = "duration"
value = "90d"
must = true

[[config]]
name = "token"
title = "Token"
kind = "secret"

[[menu]]
id = "ask"
title = "Ask the shop"
needs_connection = true

[[panels]]
id = "board"
title = "Board"
every_s = 5

[[exporters]]
id = "xml"
title = "XML"
suffix = ".xml"

[[viewers]]
id = "map"
title = "Map"
types = ["geometry*", "json"]
"""


def refused(text: str, **options: bool) -> ManifestInvalid:
    with pytest.raises(ManifestInvalid) as caught:
        manifest_from(text.encode(), "plugin.toml", **options)
    assert caught.value.next_step().endswith((".", "?")), caught.value.next_step()
    return caught.value


def test_one_that_runs_once_in_a_profile_has_no_hook_that_a_person_waits_for() -> None:
    once = (
        HEAD.replace('"initialize"', '"initialize", "handle_event"') + 'permissions = ["events:alert.*"]\nonce = true\n'
    )
    assert manifest_from(once.encode(), "plugin.toml").once
    menu = once.replace('"handle_event"', '"handle_event", "on_menu"') + '[[menu]]\nid = "a"\ntitle = "A"\n'
    assert "the hook on_menu is called in each engine" in str(refused(menu))


def test_a_whole_manifest_is_understood() -> None:
    found = manifest_from(WHOLE.encode(), "plugin.toml")
    assert (found.id, found.version, found.entry) == ("shop-watch", "2.1rc1", "watch.main:Watch")
    assert found.named("network") == ("*.example.com",)
    assert found.named("files") == ("/var/log/shop", "~/Reports")
    assert [(each.name, each.kind, each.value, each.must) for each in found.config] == [
        ("keepFor", FieldKind.DURATION, "90d", True),
        ("token", FieldKind.SECRET, None, False),
    ]
    assert (found.menu[0].needs_connection, found.panels[0].every_s) == (True, 5.0)
    assert (found.exporters[0].suffix, found.viewers[0].types) == (".xml", ("geometry*", "json"))


@pytest.mark.parametrize(
    ("change", "line", "words"),
    [
        ('naem = "x"', 6, "Did you mean `name`?"),
        ("version = 2", None, "no TOML"),
        ("[[menu]]\nid = 'a'\ntitle = 'A'\nicon = 'x'", 9, "`icon` is nothing"),
        ('permissions = ["query:read", "query:raed"]', 6, "no permission `query:raed`"),
        ('permissions = [\n  "query:read",\n  "network:a b",\n]', 8, "names no host"),
        ('permissions = ["network:https://x"]', 6, "without a port"),
        ('permissions = ["network:{endpoint}"]', 6, "names the setting endpoint"),
        ('permissions = ["files:/"]', 6, "all files of the computer"),
        ('permissions = ["files:logs/../.."]', 6, "no whole path"),
        ('permissions = ["files:/var/../etc"]', 6, "no whole path"),
        ('permissions = ["secrets:own", "secrets:own"]', 6, "twice"),
        ('isolation = "engine"', 6, "only plugins that come with Lapwing"),
        ('isolation = "thread"', 6, "one of process, engine"),
        ("once = 1", 6, "true or false"),
        ('lapwing = "1 or later"', 6, "no range of versions"),
        ('requires = ["evil @ https://example.com/evil.whl"]', 6, "names an address"),
        ('requires = ["not a requirement!"]', 6, "no requirement"),
        ("""requires = ["x; os_name ~= 'posix'"]""", 6, "marker that cannot be judged"),
        ("""requires = ["x; 'a' == 'b'"]""", 6, "marker that cannot be judged"),
        ('plugins = ["audit-log[all]"]', 6, "extras"),
        ('homepage = "javascript:alert(1)"', 6, "no address"),
        ('author = "Ada\\u202eevil"', 6, "cannot be seen"),
        ("description = 3", 6, "must be a text"),
        ('panels = "board"', 6, "must be tables"),
        ("[[panels]]\nid = 'a'\ntitle = 'A'", 6, "needs the hook panel"),
        ("[[config]]\nname = 'a'\ntitle = 'A'\nkind = 'choice'", 6, "have choices"),
        ("[[config]]\nname = 'a'\ntitle = 'A'\nkind = 'integer'\nvalue = 'x'", 10, "whole number"),
        ("[[config]]\nname = 'a'\ntitle = 'A'\nkind = 'integer'\nvalue = 3\nmost = 2", 10, "at most 2"),
        ("[[config]]\nname = 'a'\ntitle = 'A'\nkind = 'secret'\nvalue = 'x'", 10, "begins empty"),
        ("[[config]]\nname = 'a'\ntitle = 'A'\nkind = 'size'\nvalue = 'large'", 10, "a size such as"),
        ("[[config]]\nname = 'a'\ntitle = 'A'\n[[config]]\nname = 'a'\ntitle = 'B'", 10, "two `[[config]]`"),
        ("[[config]]\ntitle = 'A'", 6, "says no `name`"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_what_to_do(change: str, line: int | None, words: str) -> None:
    error = refused(HEAD + change + "\n")
    assert words in f"{error} {error.next_step()}"
    if line is not None:
        assert f"plugin.toml, line {line}: " in str(error)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"greeter"\nname', '"Greeter"\nname', "is no id"),
        ('"greeter"\nname', '"../up"\nname', "is no id"),
        ('"1.0"', '"one"', "no version"),
        ('version = "1.0"\n', "", "says no `version`"),
        ("greeter:Greeter", "greeter", "names no class"),
        ('["initialize"]', '["initialise"]', "Did you mean `initialize`?"),
        ('["initialize"]', "[]", "lists no hook"),
        ('["initialize"]', '["panel"]', "no `[[panels]]`"),
        ('["initialize"]', '["on_query_execute"]', "needs the permission query:read"),
        ('["initialize"]', '["handle_event"]', "permission for events"),
        ('["initialize"]', '["on_webhook"]', "events:webhook.received"),
    ],
)
def test_what_must_be_said_is_asked_for(old: str, new: str, words: str) -> None:
    assert old in HEAD
    error = refused(HEAD.replace(old, new))
    assert words in f"{error} {error.next_step()}"


def test_a_plugin_that_comes_with_lapwing_may_run_inside_the_engine() -> None:
    found = manifest_from(f'{HEAD}isolation = "engine"\n'.encode(), "plugin.toml", is_bundled=True)
    assert found.isolation is Isolation.ENGINE


@pytest.mark.parametrize("text", ["a = " + "[" * 100_000, "\x00", "a = 1\n" * 60_000, 'x = "\ud800"', ""])
def test_a_hostile_manifest_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(ManifestInvalid):
        manifest_from(text.encode("utf-8", "surrogatepass"), "plugin.toml")


def test_a_single_file_carries_its_manifest_in_a_block_of_comments() -> None:
    block = "".join(f"# {line}\n" for line in HEAD.splitlines())
    script = f'"""Greets."""\n\n# /// plugin\n{block}# ///\nclass Greeter: ...\n'
    manifest, toml = manifest_of_script(script.encode(), "greeter.py")
    assert manifest == manifest_from(toml, "plugin.toml")
    check_entry(manifest, {"greeter.py": script.encode()}, "greeter.py")
    for broken, words in (
        (script.replace("# /// plugin", "# plugin"), "no `# /// plugin` block"),
        (script.replace("# ///\nclass", "class"), "line 3: the `# /// plugin` block does not end"),
        (script.replace("# version", "# verson"), "line 6: `verson`"),
        (script + "# /// plugin\n# ///\n", "more than one"),
    ):
        with pytest.raises(ManifestInvalid) as caught:
            manifest_of_script(broken.encode(), "greeter.py")
        assert words in str(caught.value)


def test_the_class_of_the_entry_must_be_there_and_nothing_is_run_to_see_it(tmp_path: Path) -> None:
    manifest = manifest_from(HEAD.encode(), "plugin.toml")
    trap = f"open({str(tmp_path / 'ran')!r}, 'w')\nclass Greeter: ...\n"
    check_entry(manifest, {"greeter.py": trap.encode()}, "plugin.toml")
    check_entry(manifest, {"greeter/__init__.py": b"from greeter.main import Greeter\n"}, "plugin.toml")
    assert not (tmp_path / "ran").exists()
    for sources, words in (
        ({}, "no greeter.py"),
        ({"greeter.py": b"class Other: ...\n"}, "makes none"),
        ({"greeter.py": b"class Greeter(:\n"}, "greeter.py, line 1: it is no Python"),
        ({"greeter.py": b"x = " + b"(" * 5_000}, "it is no Python"),
    ):
        with pytest.raises(ManifestInvalid) as caught:
            check_entry(manifest, sources, "plugin.toml")
        assert words in str(caught.value)


def test_a_folder_without_a_manifest_is_told(tmp_path: Path) -> None:
    with pytest.raises(ManifestInvalid, match=r"cannot be read"):
        read_manifest(tmp_path)


def test_hooks_are_the_methods_of_the_contract() -> None:
    assert {"initialize", "on_query_execute", "import_rows"} <= HOOKS
    assert "context" not in HOOKS


def test_a_manifest_with_anything_changed_is_understood_or_refused_in_a_sentence(chance: Random) -> None:
    pieces = [*WHOLE.splitlines(), "x = 1", "[[menu]]", '"""', "[a.b]", "value = 1e999", "hooks = 3", "least = nan"]
    said = set()
    for _ in range(times(300, 30_000)):
        lines = WHOLE.splitlines()
        for _ in range(chance.randint(1, 3)):
            lines[chance.randrange(len(lines))] = chance.choice(pieces)
        try:
            manifest_from("\n".join(lines).encode(), "plugin.toml")
        except ManifestInvalid as error:
            said.add(str(error))
    assert [each for each in said if not each.endswith(".")] == []
