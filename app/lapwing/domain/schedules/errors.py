"""What can be wrong with a schedule, and with how its times are written."""

from lapwing.domain.errors import LapwingError


class WhenInvalid(LapwingError):
    """The times of a schedule cannot be understood. Facts: `text` (what is wrong of it), in some `count`."""

    code = "schedule.when"
    message = "{text} says no times."
    hint = "Write a cron expression such as 30 6 * * mon-fri, or every 15 min, or at 2026-12-24 18:00."
    exit_code = 2


class CronFieldsMissing(WhenInvalid):
    code = "schedule.cron_fields"
    message = "A cron expression has five parts, and this one has {count}."
    hint = "Write minute, hour, day of the month, month and day of the week, such as 30 6 * * mon-fri."


class CronNameUnknown(WhenInvalid):
    code = "schedule.cron_name"
    message = "{text} is no name for times."
    hint = "There are @hourly, @daily, @weekly, @monthly and @yearly."


class CronMinuteInvalid(WhenInvalid):
    code = "schedule.cron_minute"
    message = "{text} is no minute: the first part of a cron expression goes from 0 to 59."
    hint = "Write for example 0, or 0,30, or 10-20, or */15."


class CronHourInvalid(WhenInvalid):
    code = "schedule.cron_hour"
    message = "{text} is no hour: the second part of a cron expression goes from 0 to 23."
    hint = "Write for example 6, or 8-18, or */2."


class CronDayInvalid(WhenInvalid):
    code = "schedule.cron_day"
    message = "{text} is no day of the month: the third part of a cron expression goes from 1 to 31."
    hint = "Write for example 1, or 1,15, or */2; L is the last day of each month."


class CronMonthInvalid(WhenInvalid):
    code = "schedule.cron_month"
    message = "{text} is no month: the fourth part of a cron expression goes from 1 to 12, or from jan to dec."
    hint = "Write for example 3, or jan,jul, or */3."


class CronWeekdayInvalid(WhenInvalid):
    code = "schedule.cron_weekday"
    message = (
        "{text} is no day of the week: the fifth part of a cron expression goes from 0 (Sunday) to 6, or from sun to "
        "sat."
    )
    hint = "Write for example mon-fri; fri#2 is the second Friday of a month, friL the last one."


class CronRangeBackwards(WhenInvalid):
    code = "schedule.cron_range"
    message = "{text} goes backwards."
    hint = "Write the lower one first; what goes over an end is written in two parts, such as 22-23,0-5."


class CronStepInvalid(WhenInvalid):
    code = "schedule.cron_step"
    message = "{text}: behind the slash stands how far each step goes, at least 1."
    hint = "Write for example */15 or 8-18/2."


class TimesNever(WhenInvalid):
    code = "schedule.never"
    message = "{text} never comes."
    hint = "Look at day and month: there is no 30 February."


class IntervalInvalid(WhenInvalid):
    code = "schedule.interval"
    message = "{text} is no interval."
    hint = "Write for example every 30 s, every 15 min, every 2 h or every 7 d."


class IntervalTooShort(WhenInvalid):
    code = "schedule.interval_short"
    message = "{text} is too often: the shortest interval is 5 s."
    hint = "Write for example every 30 s."


class IntervalTooLong(WhenInvalid):
    code = "schedule.interval_long"
    message = "{text} is too seldom: the longest interval is 366 d."
    hint = "Write a cron expression, or one time, such as at 2026-12-24 18:00."


class MomentInvalid(WhenInvalid):
    code = "schedule.moment"
    message = "{text} is no day with a time."
    hint = "Write it as 2026-12-24 18:00."


class ZoneUnknown(WhenInvalid):
    code = "schedule.zone"
    message = "There is no time zone {text} here."
    hint = "Write one such as Europe/Prague or UTC; nothing for that of this computer."


class ScheduleInvalid(LapwingError):
    """Facts: `schedule` (its name), `reason` (a sentence), `field` (which of its fields)."""

    code = "schedule.invalid"
    message = "The schedule {schedule} cannot be kept: {reason}"
    hint = "Correct it and try again."
    exit_code = 2


class ScheduleUnknown(LapwingError):
    code = "schedule.unknown"
    message = "There is no schedule {schedule}."
    hint = "`lapwing schedule list` shows those that exist."
    exit_code = 2


class ScheduleBusy(LapwingError):
    """It is under way, and is not to be run twice at a time."""

    code = "schedule.busy"
    message = "{schedule} is under way already."
    hint = "Wait until it has ended, or let it wait for its turn: edit what happens when it is still under way."


class WorkflowUnknown(LapwingError):
    code = "schedule.workflow"
    message = "Lapwing has no workflow {workflow} of its own."
    hint = "There is lapwing.check-plugin-updates; choose another first word for one of yours."
    exit_code = 2


class RunsUnusable(LapwingError):
    """Facts: `path`, `reason`."""

    code = "schedule.runs_unusable"
    message = "What schedules did cannot be kept in {path}: {reason}."
    hint = "Nothing is run meanwhile, since it could be run twice. See to the permissions and the room on its disk."


class RunsPutAside(LapwingError):
    """Facts: `path`, `kept`, `reason`."""

    code = "schedule.runs_damaged"
    message = "{path} is damaged: {reason}."
    hint = "It was kept as {kept}; what schedules did is recorded anew from now on."
