"""What is measured of PostgreSQL, versions 13 to 18."""

from typing import Final

from lapwing.domain.monitoring.metrics import Metric
from lapwing.domain.monitoring.postgresql_sessions import SESSIONS
from lapwing.domain.monitoring.postgresql_upkeep import UPKEEP
from lapwing.domain.monitoring.postgresql_work import WORK

METRICS: Final[tuple[Metric, ...]] = SESSIONS + WORK + UPKEEP
