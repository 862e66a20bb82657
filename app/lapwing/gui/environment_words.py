"""What environments are called: those that come with Lapwing in the person's language, others as they were named."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from lapwing.domain.connections import Connection
from lapwing.domain.environments import SHIPPED, EnvironmentPolicy, policy_of
from lapwing.gui.i18n import QT_TRANSLATE_NOOP

_NAMES: Final = {
    "development": QT_TRANSLATE_NOOP("environments", "Development"),
    "test": QT_TRANSLATE_NOOP("environments", "Test"),
    "production": QT_TRANSLATE_NOOP("environments", "Production"),
}
_SHIPPED: Final = {policy.id: policy.name for policy in SHIPPED}


def environment_title(policy: EnvironmentPolicy) -> str:
    """What a policy is called; empty for none."""
    if policy.name and policy.name == _SHIPPED.get(policy.id):
        return _shown(_NAMES[policy.id])
    return policy.name


def _shown(text: str) -> str:
    return QCoreApplication.translate("environments", text)


def environment_of(connection: Connection, policies: Sequence[EnvironmentPolicy]) -> str:
    """What a connection's environment is called; empty where it has none."""
    return environment_title(policy_of(connection.environment, policies))
