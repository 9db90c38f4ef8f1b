"""A number with its noun, as every answer in words has it.

In: how many of what. Out: words.
"""


def plural(count: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 page", "2 pages", "3 copies"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
