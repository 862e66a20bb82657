"""Which branches of `\\if` are taken (conditional.c and command.c of psql)."""

from dataclasses import field

from lapwing.domain.command_errors import ConditionWrong
from lapwing.domain.late_dataclass import dataclass


@dataclass(slots=True)
class _Branches:
    """One `\\if`.

    Attributes:
        runs: Whether the branch that is read now is taken, which none is within one that is not.
        may_run: Whether a later one may be.
        had_else: Whether its last branch has begun.
    """

    runs: bool
    may_run: bool
    had_else: bool = False


@dataclass(slots=True)
class Conditions:
    """Those of one run. Each file has its own."""

    _files: list[list[_Branches]] = field(default_factory=lambda: [[]])

    @property
    def skips(self) -> bool:
        """Whether what is read now stands in a branch that is not taken."""
        here = self._files[-1]
        return bool(here) and not here[-1].runs

    @property
    def wants_value(self) -> bool:
        """Whether it makes a difference what the condition of an `\\elif` says."""
        here = self._files[-1]
        return bool(here) and here[-1].may_run

    def begin(self, *, is_true: bool) -> None:
        """`\\if`; in a branch that is not taken nothing of it is, either."""
        skips = self.skips
        self._files[-1].append(_Branches(runs=is_true and not skips, may_run=not is_true and not skips))

    def go_on(self, *, is_true: bool) -> None:
        """`\\elif`."""
        here = self._innermost("\\elif")
        here.runs = here.may_run and is_true
        here.may_run = here.may_run and not is_true

    def otherwise(self) -> None:
        """`\\else`."""
        here = self._innermost("\\else")
        here.runs, here.may_run, here.had_else = here.may_run, False, True

    def end(self) -> None:
        """`\\endif`."""
        if not self._files[-1]:
            raise ConditionWrong(command="\\endif", position=0, reason="There is no \\if that this \\endif ends.")
        self._files[-1].pop()

    def _innermost(self, command: str) -> _Branches:
        if not self._files[-1]:
            raise ConditionWrong(command=command, position=0, reason=f"There is no \\if that this {command} goes with.")
        if self._files[-1][-1].had_else:
            raise ConditionWrong(command=command, position=0, reason=f"{command} stands behind \\else.")
        return self._files[-1][-1]

    def enter_file(self) -> None:
        """A file begins."""
        self._files.append([])

    def leave_file(self) -> None:
        """It is over, however it ended."""
        self._files.pop()

    def abandon(self) -> None:
        """The file is not read on: nothing in it is left to be closed."""
        self._files[-1].clear()

    def check_closed(self) -> None:
        """At the end of a file.

        Raises:
            ConditionWrong: An `\\if` has no `\\endif`.
        """
        if self._files[-1]:
            self._files[-1].clear()
            raise ConditionWrong(command="\\if", position=0, reason="The script ends before the \\endif of an \\if.")
