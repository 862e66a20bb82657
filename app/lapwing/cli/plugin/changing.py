"""`lapwing plugin install`, `update`, `remove`, `enable` and `disable`."""

from pathlib import Path
from typing import Final

from lapwing.cli.errors import UsageWrong
from lapwing.cli.messages import say
from lapwing.cli.passwords import can_ask
from lapwing.cli.plugin.asking import ask_engine, says_yes
from lapwing.cli.plugin.words import package_lines
from lapwing.domain.errors import from_wire
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.plugins.facts import PluginRequest, Trust
from lapwing.domain.plugins.installing import InstallPlugin, PackageFacts, PluginInstalled, ReadPackage, RemovePlugin
from lapwing.domain.plugins.installing_errors import DowngradeNotAllowed
from lapwing.domain.plugins.sources import IndexRequest, PluginIndex, TrustedKeys, TrustKey
from lapwing.domain.query import Done
from lapwing.domain.visible import visible_text

_INDEX: Final = "index:"


@dataclass(frozen=True, slots=True)
class InstallOptions:
    """What was typed."""

    wheels: tuple[str, ...] = ()
    is_agreed: bool = False
    allow_downgrade: bool = False
    enable: bool = True


def run_install(packages: tuple[str, ...], options: InstallOptions) -> int:
    """Show and install each, in this order; returns the exit code.

    Raises:
        LapwingError: Why one of them is not; those before it are.
    """
    for package in packages:
        _install(package if package.startswith(_INDEX) else str(Path(package).absolute()), options)
    return 0


def _install(source: str, options: InstallOptions) -> None:
    facts = ask_engine("plugin.read_package", ReadPackage(source, options.wheels), PackageFacts)
    for line in package_lines(facts):
        say(line)
    if facts.problem is not None:
        raise from_wire(facts.problem)
    name = visible_text(facts.manifest.name)
    if facts.is_downgrade and not options.allow_downgrade:
        raise DowngradeNotAllowed(name=name, before=facts.installed, after=facts.manifest.version)
    if not options.is_agreed:
        _ask(facts)
    request = InstallPlugin(
        source,
        facts.sha256,
        facts.manifest.permissions,
        options.wheels,
        allow_downgrade=options.allow_downgrade,
        enable=options.enable,
    )
    done = ask_engine("plugin.install", request, PluginInstalled)
    was = f" in the place of {done.before}" if done.before else ""
    say(f"{name} {done.version} is installed{was}.")


def _ask(facts: PackageFacts) -> None:
    """Have the person agree, and trust the key where it is a new one.

    Raises:
        UsageWrong: They did not, or nobody can be asked.
    """
    if not can_ask() or not says_yes("Install it? [y/N] "):
        reason = "Nothing was installed: what it may do has to be agreed to, by answering y or with --yes."
        raise UsageWrong(reason=reason, command="lapwing plugin install")
    question = "Have you compared that key, and trust it from now on? [y/N] "
    if facts.key and facts.trust is Trust.UNSIGNED and says_yes(question):
        owner = facts.manifest.author or facts.manifest.name
        ask_engine("plugin.trust_key", TrustKey(facts.key, owner, facts.source), TrustedKeys)


def run_update(plugin_ids: tuple[str, ...], options: InstallOptions) -> int:
    """Update those of which an index has a later version; returns the exit code.

    Raises:
        LapwingError: Why one of them is not; those before it are.
    """
    index = ask_engine("plugin.index", IndexRequest(), PluginIndex)
    later = {each.id: each for each in index.entries if each.is_update}
    for plugin_id in plugin_ids or tuple(later):
        if plugin_id in later:
            _install(f"{_INDEX}{plugin_id}", options)
        else:
            say(f"No index has a later version of {visible_text(plugin_id)}.")
    if not plugin_ids and not later:
        say("No index has a later version of what is installed.")
    return 0


def run_remove(plugin_id: str, *, keep_data: bool) -> int:
    """Remove a plugin; returns the exit code.

    Raises:
        PluginUnknown, PluginComesWithLapwing, PluginNeeded
    """
    ask_engine("plugin.remove", RemovePlugin(plugin_id, keep_data), Done)
    say(f"{plugin_id} is removed{'; what it keeps is still there' if keep_data else ''}.")
    return 0


def run_switch(operation: str, plugin_id: str) -> int:
    """Have it run, or not, from now on; returns the exit code.

    Raises:
        LapwingError: What keeps it from that.
    """
    ask_engine(operation, PluginRequest(plugin_id), object)
    say(f"{plugin_id} is {'enabled' if operation.endswith('enable') else 'disabled'}.")
    return 0
