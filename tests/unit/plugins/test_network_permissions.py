"""A permission for the network may name a host, or the setting into which a person writes the address."""

from pathlib import Path

import pytest

from lapwing.domain.plugins.manifest import Manifest
from lapwing.plugins.host.launch import Launch
from lapwing.plugins.manifest_checks import permission_problem


@pytest.mark.parametrize(
    ("written", "hosts"),
    [
        ("https://Push.Example.com:9091/x", ("api.github.com", "push.example.com")),
        ("http://[::1]:9091", ("api.github.com", "[::1]")),
        ("push.example.com", ("api.github.com",)),
        ("http://[bad", ("api.github.com",)),
        ("", ("api.github.com",)),
        (None, ("api.github.com",)),
    ],
)
def test_a_setting_names_the_host(tmp_path: Path, written: str | None, hosts: tuple[str, ...]) -> None:
    granted = ("network:api.github.com", "network:{endpoint}", "network:{absent}", "query:read")
    manifest = Manifest("push", "Push", "1.0", permissions=granted)
    launch = Launch(manifest, tmp_path, tmp_path, granted, {"endpoint": written})
    assert launch.named("network") == hosts


def test_only_the_name_of_a_setting_stands_in_braces() -> None:
    assert permission_problem("network:{endpoint}") is None
    for wrong in ("network:{}", "network:{a b}", "network:*.{endpoint}", "network:{endpoint}.example.com"):
        assert permission_problem(wrong) is not None
