"""Text as it is compared: without capitals and accents. In: text. Out: text; what is equal then is another's to say."""

import unicodedata


def fold(text: str) -> str:
    """The text in small letters without accents."""
    text = text.casefold()
    if text.isascii():
        return text
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char)).casefold()


def fold_name(words: str) -> str:
    """What somebody or something is called, folded, on one line and without "the" before it."""
    return " ".join(fold(words).split()).removeprefix("the ")
