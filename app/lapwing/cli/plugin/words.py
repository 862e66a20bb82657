"""Plugins and their packages in plain words, for a terminal. Texts of strangers are made visible first."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from lapwing.cli.messages import sentence_of
from lapwing.domain.errors import from_wire
from lapwing.domain.plugins.facts import PluginFacts, Trust
from lapwing.domain.plugins.installing import PackageFacts
from lapwing.domain.plugins.manifest import Isolation
from lapwing.domain.plugins.sources import IndexFacts
from lapwing.domain.visible import visible_text

_MEANINGS: Final = {
    "query:read": "read data of your databases, and see and refuse statements",
    "query:write": "CHANGE data of your databases, where no person has to confirm changes",
    "schema:read": "see your connections, and the names of their tables",
    "ui:panel": "add pages to the window",
    "secrets:own": "keep secrets of its own in the vault",
}
_NAMED: Final = {
    "events": "hear and tell events named {}",
    "network": "reach {} over the network",
    "files": "read and WRITE files in {}",
}


def permission_words(permission: str) -> str:
    """What a permission means."""
    kind, _, rest = permission.partition(":")
    if kind in _NAMED:
        place = "ANY host" if (kind, rest) == ("network", "*") else rest
        place = f"the host of its setting {rest[1:-1]}" if rest.startswith("{") else place
        return _NAMED[kind].format(visible_text(place))
    return _MEANINGS.get(permission, visible_text(permission))


def package_lines(facts: PackageFacts) -> Iterator[str]:
    """What a person has to know before agreeing."""
    manifest = facts.manifest
    yield f"{visible_text(manifest.name)} {manifest.version} ({manifest.id})"
    for line in manifest.description.splitlines():
        yield f"{visible_text(line)}"
    if manifest.author or manifest.license:
        author, licence = visible_text(manifest.author), visible_text(manifest.license)
        yield f"By {author or 'nobody named'}; {licence or 'no licence'}."
    yield f"{_signed(facts)}"
    if facts.installed:
        yield f"{facts.installed} is installed."
    asked = facts.asks if facts.installed else manifest.permissions
    yield from (f"It wants to {permission_words(each)}." for each in asked)
    if not asked:
        yield (
            "  It wants no permission that you have not agreed to." if facts.installed else "  It wants no permission."
        )
    if facts.index is not None:
        yield from index_lines(facts.index)
    yield from _not_enforced(facts)
    for each in facts.requirements:
        where = f"from {visible_text(each.origin)}" if each.origin else "which Lapwing has"
        yield f"It needs {visible_text(each.name)} {each.version}, {where}."


def _not_enforced(facts: PackageFacts) -> Iterator[str]:
    """What of its permissions only trust keeps it to."""
    if facts.manifest.isolation is Isolation.ENGINE:
        return
    for kind, is_enforced in (
        ("files", facts.enforcement.files),
        ("the network and programs", facts.enforcement.network),
    ):
        if not is_enforced:
            yield f"NOT ENFORCED on this system: what it does with {kind}. Trust is required."


def index_lines(index: IndexFacts) -> Iterator[str]:
    """What a person has to know of an index beside what it has."""
    place = visible_text(index.place)
    if index.error is not None:
        yield sentence_of(from_wire(index.error))
        if index.kept_at:
            yield f"What it said on {day_of(index.kept_at)} is used."
    if index.has_expired:
        yield f"{place} was valid until {day_of(index.expires_at)}: it vouches for nothing any more."
    if index.key and index.is_on and not index.is_trusted and not index.has_expired:
        yield (
            f"{place} is signed by {index.key}, a key that you have not compared. It vouches for nothing before you "
            "add it with `lapwing plugin source add`."
        )


def day_of(moment: float) -> str:
    """A day, as people here write it in files."""
    return datetime.fromtimestamp(moment).astimezone().strftime("%Y-%m-%d")


def _signed(facts: PackageFacts) -> str:
    if facts.trust is Trust.BUNDLED:
        return "It comes with Lapwing."
    if facts.trust is Trust.SIGNED:
        return f"Signed by {visible_text(facts.key_name)} ({facts.key})."
    if facts.trust is Trust.REVOKED:
        return f"Signed by a key that was REVOKED: {facts.key}. Do not use it."
    if facts.key:
        return f"Signed by a key that you do not know: {facts.key}."
    return "NOT signed: nobody vouches for it."


def plugin_lines(facts: PluginFacts) -> Iterator[str]:
    """What `lapwing plugin status` says."""
    manifest = facts.manifest
    yield f"{visible_text(manifest.name)} {manifest.version} ({manifest.id})"
    yield f"  {facts.trust.value}, {'enabled' if facts.is_enabled else 'disabled'}"
    yield from (f"  It may {permission_words(each)}." for each in facts.granted)
    yield f"  Hooks: {', '.join(manifest.hooks) or 'none'}"
    secret = {field.name for field in manifest.config if field.kind == "secret"}
    for field in manifest.config:
        if field.name not in secret:
            yield f"  {field.name} = {visible_text(str(facts.config.get(field.name, field.value)))}"
