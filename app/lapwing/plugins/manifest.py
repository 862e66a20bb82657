"""Reading what a plugin says of itself: `plugin.toml`, or the block of comments in a single `.py` file.

Nothing of the plugin is run. Whatever is wrong is told with its file and line, and what to do.
"""

import ast
import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Final

from lapwing.domain.plugins.documents import FieldKind, FormField
from lapwing.domain.plugins.field_values import problem_of
from lapwing.domain.plugins.installing_errors import ManifestInvalid
from lapwing.domain.plugins.manifest import (
    HOST_IN_SETTING,
    FormatEntry,
    Isolation,
    Manifest,
    MenuEntry,
    PanelEntry,
    ViewerEntry,
)
from lapwing.plugins import manifest_checks as checks
from lapwing.plugins.manifest_script import block_in
from lapwing.plugins.manifest_tables import Table, TomlManifest

NAME: Final = "plugin.toml"
_LONGEST: Final = 262_144
_LONGEST_MODULE: Final = 1 << 20
"""Of the module that is parsed: what is made of it takes a hundred times as much."""
_KEYS: Final = (
    *("id", "name", "version", "description", "author", "license", "homepage", "lapwing", "entry", "isolation", "once"),
    *("hooks", "permissions", "requires", "plugins", "services"),
    *("config", "menu", "panels", "exporters", "importers", "viewers", "formatters"),
)


def read_manifest(folder: Path, *, is_bundled: bool = False) -> Manifest:
    """The manifest of an unpacked plugin.

    Raises:
        ManifestInvalid: It is missing, or wrong.
    """
    path = folder / NAME
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ManifestInvalid(
            file=str(path),
            line=None,
            place="",
            reason=f"it cannot be read: {error.strerror or error}.",
            advice="A plugin has a file plugin.toml at its top.",
        ) from error
    return manifest_from(data, str(path), is_bundled=is_bundled)


def manifest_from(data: bytes, file: str, *, is_bundled: bool = False) -> Manifest:
    """The manifest in the bytes of a `plugin.toml`.

    Raises:
        ManifestInvalid
    """
    return _parsed(_decoded(data, file), file, 1, is_bundled)


def manifest_of_script(data: bytes, file: str) -> tuple[Manifest, bytes]:
    """The manifest of a single `.py` file, and the bytes of the `plugin.toml` that says the same.

    Raises:
        ManifestInvalid
    """
    block, first = block_in(_decoded(data, file, 4 << 20), file)
    return _parsed(block, file, first, is_bundled=False), block.encode()


def check_entry(manifest: Manifest, sources: Mapping[str, bytes], file: str) -> None:
    """See that the module of `entry` is among the files, and makes a class of that name. It is parsed, never run.

    Args:
        sources: The plugin's files by their path with `/`.

    Raises:
        ManifestInvalid
    """
    module, _, name = manifest.entry.partition(":")
    path = module.replace(".", "/")
    found = next((each for each in (f"{path}.py", f"{path}/__init__.py") if each in sources), "")
    if not found:
        raise _wrong(file, f"`entry` names the module {module}, and there is no {path}.py.", "Correct one of them.")
    if len(sources[found]) > _LONGEST_MODULE:
        raise _wrong(found, f"it is larger than {_LONGEST_MODULE >> 20} MB.", "Divide it into modules.")
    try:
        names = _names_in(ast.parse(sources[found]).body)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = getattr(error, "lineno", None)
        raise _wrong(
            found, "it is no Python that can be read.", "Correct it; `python -m py_compile` says more.", line
        ) from error
    if name not in names:
        raise _wrong(file, f"`entry` names the class {name}, and {found} makes none.", "Correct one of them.")


def _names_in(body: Collection[ast.stmt]) -> set[str]:
    found = {each.name for each in body if isinstance(each, ast.ClassDef)}
    for each in body:
        if isinstance(each, ast.ImportFrom | ast.Import):
            found |= {alias.asname or alias.name for alias in each.names}
        elif isinstance(each, ast.Assign):
            found |= {target.id for target in each.targets if isinstance(target, ast.Name)}
    return found


def _wrong(file: str, reason: str, advice: str, line: int | None = None) -> ManifestInvalid:
    place = f", line {line}" if line else ""
    return ManifestInvalid(file=file, line=line, place=place, reason=reason, advice=advice)


def _decoded(data: bytes, file: str, longest: int = _LONGEST) -> str:
    if len(data) > longest:
        raise _wrong(
            file, f"it is larger than {longest:,} bytes.", "A manifest is short: leave out what is no part of it."
        )
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _wrong(file, "it is not UTF-8.", "Save it as UTF-8.", line) from error


def _parsed(text: str, file: str, first: int, is_bundled: bool) -> Manifest:
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        words, _, at = str(error).partition(" (at line ")
        number = at.partition(",")[0]
        line = int(number) + first - 1 if number.isdigit() else None
        raise _wrong(file, f"it is no TOML: {words}.", "Correct that line.", line) from error
    except RecursionError as error:
        raise _wrong(file, "it is nested too deeply.", "A manifest holds plain values and tables.") from error
    toml = TomlManifest(content, text, file, first)
    toml.top.only(_KEYS)
    manifest = _manifest(toml)
    _check_isolation(manifest, toml.top, is_bundled)
    _check_hooks(manifest, toml.top)
    _check_settings_named(manifest, toml.top)
    return manifest


def _check_settings_named(manifest: Manifest, top: Table) -> None:
    """A host that a setting names needs that setting."""
    for host in manifest.named("network"):
        setting = HOST_IN_SETTING.fullmatch(host)
        if setting and setting[1] not in {field.name for field in manifest.config}:
            reason = f"`network:{host}` names the setting {setting[1]}, and there is none."
            raise top.wrong("permissions", reason, "Add it as `[[config]]`, or correct its name.", f"network:{host}")


def _manifest(toml: TomlManifest) -> Manifest:
    top = toml.top
    return Manifest(
        id=top.text("id", checks.id_problem, must=True),
        name=top.text("name", checks.line_problem, must=True),
        version=top.text("version", checks.version_problem, must=True),
        description=top.text("description", checks.text_problem),
        author=top.text("author", checks.line_problem),
        license=top.text("license", checks.line_problem),
        homepage=top.text("homepage", checks.homepage_problem),
        lapwing=top.text("lapwing", checks.range_problem),
        entry=top.text("entry", checks.entry_problem, must=True),
        hooks=top.texts("hooks", checks.hook_problem),
        permissions=top.texts("permissions", checks.permission_problem),
        requires=top.texts("requires", checks.requirement_problem),
        plugins=top.texts("plugins", checks.plugin_problem),
        services=top.texts("services", checks.name_problem),
        isolation=Isolation(top.choice("isolation", [each.value for each in Isolation], Isolation.PROCESS.value)),
        config=toml.each("config", _field),
        menu=toml.each("menu", _menu_entry),
        panels=toml.each("panels", _panel),
        exporters=toml.each("exporters", _format),
        importers=toml.each("importers", _format),
        viewers=toml.each("viewers", _viewer),
        formatters=toml.each("formatters", _viewer),
        once=top.truth("once"),
    )


def _field(table: Table) -> FormField:
    table.only(("name", "title", "kind", "value", "help", "choices", "least", "most", "must"))
    kind = FieldKind(table.choice("kind", [each.value for each in FieldKind], FieldKind.TEXT.value))
    field = FormField(
        name=table.text("name", checks.name_problem, must=True),
        title=table.text("title", checks.line_problem, must=True),
        kind=kind,
        value=table.plain("value"),
        help=table.text("help", checks.text_problem),
        choices=table.texts("choices", checks.line_problem),
        least=table.number("least"),
        most=table.number("most"),
        must=table.truth("must"),
    )
    if (kind is FieldKind.CHOICE) != bool(field.choices):
        raise table.wrong(
            "choices", "fields of the kind `choice`, and only those, have choices.", "Add or remove them."
        )
    if kind not in (FieldKind.INTEGER, FieldKind.NUMBER) and (field.least, field.most) != (None, None):
        raise table.wrong("least", "only numbers have bounds.", "Remove `least` and `most`.")
    if field.least is not None and field.most is not None and field.least > field.most:
        raise table.wrong("least", "`least` is more than `most`.", "Correct one of them.")
    if kind is FieldKind.SECRET and field.value is not None:
        raise table.wrong("value", "a secret begins empty.", "Remove `value`: a manifest can be read by everybody.")
    if field.value is not None and field.value != "" and (problem := problem_of(field, field.value)):
        raise table.wrong("value", f"{problem[0].lower()}{problem[1:]}", "Correct what the field begins with.")
    return field


def _menu_entry(table: Table) -> MenuEntry:
    table.only(("id", "title", "needs_connection"))
    return MenuEntry(*_id_and_title(table), table.truth("needs_connection"))


def _panel(table: Table) -> PanelEntry:
    table.only(("id", "title", "every_s"))
    every_s = table.number("every_s") or 0.0
    if every_s and not 1 <= every_s <= 86_400:
        raise table.wrong("every_s", "a panel is asked for every 1 to 86,400 seconds.", "Correct it, or leave it out.")
    return PanelEntry(*_id_and_title(table), float(every_s))


def _format(table: Table) -> FormatEntry:
    table.only(("id", "title", "suffix"))
    return FormatEntry(*_id_and_title(table), table.text("suffix", checks.suffix_problem, must=True))


def _viewer(table: Table) -> ViewerEntry:
    table.only(("id", "title", "types", "columns"))
    patterns = (table.texts(key, checks.line_problem) for key in ("types", "columns"))
    return ViewerEntry(*_id_and_title(table), *patterns)


def _id_and_title(table: Table) -> tuple[str, str]:
    return table.text("id", checks.name_problem, must=True), table.text("title", checks.line_problem, must=True)


def _check_isolation(manifest: Manifest, top: Table, is_bundled: bool) -> None:
    if manifest.isolation is Isolation.ENGINE and not is_bundled:
        advice = 'Write `isolation = "process"`, or leave it out.'
        raise top.wrong("isolation", "only plugins that come with Lapwing run inside the engine.", advice)


def _check_hooks(manifest: Manifest, top: Table) -> None:
    """What is added to the window has its hook, and a hook has what it is for and what it needs."""
    if not manifest.hooks:
        raise top.wrong(
            "hooks", "it lists no hook, so that nothing of it would be called.", "List the methods that are."
        )
    for table, hook in checks.HOOK_TABLES.items():
        if getattr(manifest, table) and hook not in manifest.hooks:
            raise top.wrong(table, f"`{table}` needs the hook {hook}.", f"Add `{hook}` to `hooks`.")
        if hook in manifest.hooks and not getattr(manifest, table):
            raise top.wrong("hooks", f"the hook {hook} has no `[[{table}]]`.", "Add one, or remove the hook.", hook)
    for hook, permission in checks.HOOK_PERMISSIONS.items():
        if hook in manifest.hooks and not manifest.may(permission):
            advice = f'Add `"{permission}"` to `permissions`.'
            raise top.wrong("hooks", f"the hook {hook} needs the permission {permission}.", advice, hook)
    for hook in manifest.hooks if manifest.once else ():
        if hook in checks.HOOKS_OF_EACH_ENGINE:
            reason = f"the hook {hook} is called in each engine, and `once` has it run in one."
            raise top.wrong("once", reason, "Leave out `once`, or the hook.")
    if "handle_event" in manifest.hooks and not manifest.named("events"):
        advice = "Add those that it hears to `permissions`, such as `events:alert.*`."
        raise top.wrong("hooks", "the hook handle_event needs a permission for events.", advice, "handle_event")
    if "on_webhook" in manifest.hooks and not checks.hears(manifest.permissions, "webhook.received"):
        advice = 'Add `"events:webhook.received"` to `permissions`.'
        raise top.wrong("hooks", "the hook on_webhook needs the permission for that event.", advice, "on_webhook")
