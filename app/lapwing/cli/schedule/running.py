"""`lapwing schedule run`."""

from lapwing.cli.events.listing import write_lines
from lapwing.cli.exit_codes import ExitCode
from lapwing.cli.messages import say
from lapwing.cli.schedule.asking import Ask, asked
from lapwing.domain.schedules.schedules import RunSchedule, RunState, ScheduleRun
from lapwing.domain.services import ServiceList


def run_now(name: str, wait_s: float) -> int:
    """Run it, and write what each subscriber made of it as a line of JSON; 1 where one of them failed.

    Raises:
        ScheduleUnknown, ScheduleBusy, RunsUnusable, StoredNewer, OutputClosed, OutputRefused
    """

    async def work(ask: Ask) -> tuple[bool, ScheduleRun]:
        services: ServiceList = await ask("service.list")
        return not services.process_id, await ask("schedule.run", RunSchedule(name, wait_s))

    is_alone, run = asked(work)
    write_lines([{"subscriber": each.subscriber, "answer": each.answer, "error": each.error} for each in run.answers])
    if is_alone:
        say("No window is open, so no plugin has heard of it yet. Webhooks are sent when one is.")
    if not run.state.is_over:
        say(f"{name} is {run.state}; `lapwing schedule runs` tells how it ends.")
    elif not run.answers and run.state is RunState.DONE:
        say(f"{name} was told; nobody answered.")
    return ExitCode.OK if run.state is not RunState.FAILED else ExitCode.ERROR
