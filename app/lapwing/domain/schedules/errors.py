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
    """It cannot be kept. Facts: `schedule` (its name), `field` (which of its fields)."""

    code = "schedule.invalid"
    message = "The schedule {schedule} cannot be kept."
    hint = "Correct it and try again."
    exit_code = 2


class ScheduleNameInvalid(ScheduleInvalid):
    """Facts: `most`, too."""

    code = "schedule.name"
    message = "The name of a schedule has 1 to {most} characters that can be seen."
    hint = "Give it another name."


class ScheduleNameTaken(ScheduleInvalid):
    code = "schedule.name_taken"
    message = "There is a schedule {schedule} already."
    hint = "Give it another name."


class WorkflowNameInvalid(ScheduleInvalid):
    """Facts: `workflow`, `most`, too."""

    code = "schedule.workflow_name"
    message = "{workflow} cannot be the name of an event."
    hint = "Write letters, digits, - and _, such as nightly-export; at most {most}."


class ScheduleDataInvalid(ScheduleInvalid):
    code = "schedule.data"
    message = "The data of {schedule} is no object of JSON."
    hint = 'Write for example {{"keep": 7}}.'


class ScheduleDataTooLarge(ScheduleInvalid):
    """Facts: `most`, too."""

    code = "schedule.data_large"
    message = "The data of {schedule} takes more than {most} characters."
    hint = "Say where it is found, rather than all of it."


class ScheduleOver(ScheduleInvalid):
    """Facts: `text`, too."""

    code = "schedule.over"
    message = "The time of {schedule} is over: {text}."
    hint = "Write one that is still to come."


class SchedulesTooMany(ScheduleInvalid):
    """Facts: `most`, too."""

    code = "schedule.many"
    message = "There are {most} schedules already."
    hint = "Remove one that is not needed."


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
