"""Sessions of a server as Lapwing is told of them, for tests of looks."""

from lapwing.domain.monitoring.activity import Activity, ActivityLock, ActivitySession, ActivityState


def waiting_sessions() -> Activity:
    """One idle in a transaction that two wait for, and others."""
    states = ActivityState
    who = ("zz_user", "zz_shop", "zz_client", "zz_app")
    sql = "SELECT zz_id, zz_name\nFROM zz_fruit WHERE zz_id < 9"

    def one(name: str, state: ActivityState, age_s: float | None, *blocked_by: str) -> ActivitySession:
        wait = "zz: zz" if blocked_by else ""
        return ActivitySession(name, state, *who, "zz_kind", wait, sql, age_s, age_s, age_s, age_s, blocked_by)

    sessions = (
        one("7101", states.IN_TRANSACTION, 247.0),
        one("7102", states.ACTIVE, 12.5, "7101"),
        one("7103", states.ACTIVE, 3.25, "7102", "7101"),
        one("7104", states.IDLE, None),
        one("7105", states.ABORTED, 93_784.0),
    )
    locks = (
        ActivityLock("7103", "zz_mode", "zz_fruit", is_granted=False, wait_s=3.25),
        ActivityLock("7103", "zz_mode", "zz_index", is_granted=True),
    )
    return Activity(1_795_000_600.0, sessions, locks, "zz")
