"""What environments are called: those that come with Lapwing in the person's language, others as they were named."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from lapwing.domain.connections import Connection, Environment
from lapwing.domain.environments import SHIPPED, EnvironmentPolicy, policy_of

_SHIPPED: Final = {policy.id: policy.name for policy in SHIPPED}


def environment_title(policy: EnvironmentPolicy) -> str:
    """What a policy is called; empty for none."""
    if not policy.name or policy.name != _SHIPPED.get(policy.id):
        return policy.name
    names = {
        Environment.DEVELOPMENT: _tr("Development"),
        Environment.TEST: _tr("Test"),
        Environment.PRODUCTION: _tr("Production"),
    }
    return names[Environment(policy.id)]


def _tr(text: str) -> str:
    return QCoreApplication.translate("environments", text)


def environment_of(connection: Connection, policies: Sequence[EnvironmentPolicy]) -> str:
    """What a connection's environment is called; empty where it has none."""
    return environment_title(policy_of(connection.environment, policies))
