"""What a connection says of its SSH tunnel, before anything is connected."""

import subprocess
import sys

import pytest

from lapwing.domain.ssh import SshLogIn, SshPlace, SshTunnel, jump_places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("", ()),
        ("none", ()),
        ("bastion", (SshPlace("bastion"),)),
        ("me@bastion:2222, inner", (SshPlace("bastion", 2222, "me"), SshPlace("inner"))),
        ("ssh://me@[2001:db8::1]:22", (SshPlace("2001:db8::1", 22, "me"),)),
    ],
)
def test_jump_hosts_are_read_as_ssh_has_them(text: str, places: tuple[SshPlace, ...]) -> None:
    assert jump_places(text) == places
    assert jump_places(",".join(map(str, places))) == places


@pytest.mark.parametrize("text", ["me@", "a,,b", "-oProxyCommand=evil", "me@-x", "a b", "a:0", "a:70000", "a:b", "a;b"])
def test_what_is_no_list_of_jump_hosts_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="Jump hosts have the form"):
        jump_places(text)


@pytest.mark.parametrize(
    ("tunnel", "word"),
    [
        (SshTunnel(""), "name or an address"),
        (SshTunnel("-oProxyCommand=evil"), "dash"),
        (SshTunnel("a b"), "blanks"),
        (SshTunnel("a", 70_000), "1 to 65535"),
        (SshTunnel("a", user="-x"), "dash"),
        (SshTunnel("a", log_in=SshLogIn.KEY), "key's file"),
        (SshTunnel("a", jumps="b,,c"), "Jump hosts"),
        (SshTunnel("a", keep_alive_s=-1), "keep-alive"),
        (SshTunnel("a", key_file="a\0b"), "NUL"),
    ],
)
def test_a_tunnel_that_can_never_be_opened_is_told(tunnel: SshTunnel, word: str) -> None:
    assert word in tunnel.problem()


def test_a_tunnel_with_nothing_but_an_alias_will_do() -> None:
    assert SshTunnel("bastion").problem() == ""


def test_ssh_is_loaded_only_when_a_tunnel_is_used() -> None:
    code = "import sys, lapwing.engine.engine; sys.exit('asyncssh' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], timeout=120).returncode == 0
