"""What the page of permissions says is enforced is what a plugin's process meets."""

import platform
import sys

import pytest

from lapwing.plugins.runner import confinement, landlock, seccomp

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's rules are Linux's")


def test_without_rules_about_files_or_without_the_filter_nothing_is_enforced(monkeypatch):
    if landlock.version() and seccomp.is_here():
        assert confinement.expected().files
        assert confinement.expected().network
    for module, name, told, missing in (
        (landlock, "version", 0, "Landlock"),
        (platform, "machine", "riscv64", "seccomp"),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(module, name, lambda told=told: told)
            found = confinement.expected()
        assert (found.files, found.network) == (False, False)
        assert missing in found.note
        assert "trust is required" in found.note


def test_other_systems_enforce_nothing(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    found = confinement.expected()
    assert (found.files, found.network) == (False, False)
    assert "trust is required" in found.note
