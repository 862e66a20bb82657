"""SSH options of commands that make no tunnel."""

import pytest

from lapwing.cli.connection.ssh_options import NO_SSH, SshOptions
from lapwing.cli.errors import UsageWrong
from lapwing.domain.ssh import SshLogIn, SshTunnel


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (SshOptions(user="me"), "--ssh-host"),
        (SshOptions("a", key="k", by_password=True), "not both"),
        (SshOptions("a", secret_env="X"), "--ssh-key or --ssh-password"),
        (SshOptions("-oProxyCommand=x"), "dash"),
    ],
)
def test_what_makes_no_tunnel_is_refused(options: SshOptions, words: str) -> None:
    with pytest.raises(UsageWrong, match=words):
        options.tunnel("lapwing connection add")


def test_the_way_to_log_in_follows_from_what_is_given() -> None:
    assert NO_SSH.tunnel("x") is None
    assert SshOptions("a").tunnel("x") == SshTunnel("a")
    assert SshOptions("a", by_password=True).tunnel("x") == SshTunnel("a", log_in=SshLogIn.PASSWORD)
    assert SshOptions("a", key="k").tunnel("x") == SshTunnel("a", log_in=SshLogIn.KEY, key_file="k")
