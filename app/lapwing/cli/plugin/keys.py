"""`lapwing plugin key list`, `add`, `remove`, `revoke` and `restore`."""

from lapwing.cli.errors import UsageWrong
from lapwing.cli.messages import say
from lapwing.cli.plugin.asking import ask_engine
from lapwing.cli.plugin.listing import write_table
from lapwing.domain.errors import in_full
from lapwing.domain.plugins.sources import DistrustKey, RevokeKey, TrustedKeys, TrustKey
from lapwing.domain.values import Row
from lapwing.domain.visible import visible_text
from lapwing.formats.registry import FormatName


def run_list(output_format: FormatName) -> int:
    """Write the keys; returns the exit code."""
    found = ask_engine("plugin.keys", None, TrustedKeys)
    if found.problems:
        say(in_full(found.problems))
    rows: list[Row] = [(each.name, "trusted", each.key, each.public, None) for each in found.keys]
    for each in found.revoked:
        who = f"by the index {each.index}" if each.index else "by you"
        rows.append((each.name or None, "revoked", each.key, None, f"{who}: {each.reason}" if each.reason else who))
    write_table(output_format, ("name", "state", "key", "public", "note"), rows)
    return 0


def run_add(key: str, name: str, source: str) -> int:
    """Trust a key; returns the exit code.

    Raises:
        UsageWrong, KeyInvalid
    """
    if key.startswith("SHA256:") and not source:
        reason = "With SHA256:... say by --from which package or index shows the key."
        raise UsageWrong(reason=reason, command="lapwing plugin key add")
    found = ask_engine("plugin.trust_key", TrustKey(key, name, source), TrustedKeys)
    say(f"{visible_text(found.keys[-1].name)} is trusted: {found.keys[-1].key}.")
    return 0


def run_remove(key: str) -> int:
    """Trust a key no more; returns the exit code.

    Raises:
        KeyInvalid
    """
    ask_engine("plugin.distrust_key", DistrustKey(key), TrustedKeys)
    say(f"{visible_text(key)} is not trusted any more.")
    return 0


def run_revoke(key: str, reason: str) -> int:
    """Run nothing that it signed; returns the exit code.

    Raises:
        KeyInvalid
    """
    ask_engine("plugin.revoke_key", RevokeKey(key, reason), TrustedKeys)
    say(f"{visible_text(key)} is revoked: nothing that it signed is installed or run.")
    return 0


def run_restore(key: str) -> int:
    """Take that back; returns the exit code.

    Raises:
        KeyInvalid
    """
    ask_engine("plugin.restore_key", DistrustKey(key), TrustedKeys)
    say(f"{visible_text(key)} is not revoked any more. It is not trusted before you say so.")
    return 0
