"""Counts as people read them."""


def grouped(number: int) -> str:
    """Thousands set apart by a narrow space that breaks no line: 1 284 112."""
    return f"{number:,}".replace(",", "\u202f")


def with_grouped(text: str, number: int) -> str:
    """A translated text with `number` in it, as `tr("%n ...")` gives it, and its thousands set apart."""
    return text.replace(str(number), grouped(number), 1)
