"""How a step says that it cannot go on."""


class SetupFailure(Exception):
    """A sentence for the person who typed `make`, and the exit code that goes with it.

    Attributes:
        exit_code: 3 when something has to be installed by hand first, 1 for everything else.
    """

    NEEDS_A_PERSON = 3

    def __init__(self, sentence: str, exit_code: int = 1) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code
