"""Languages by their English names, with their codes of ISO 639-3."""

import re

from shelflist.models import languages

LANGUAGES = {name.casefold(): code for code, (_, name) in languages.LANGUAGES.items()}
_LANGUAGE = rf"(?:{'|'.join(name.title() for name in LANGUAGES)})"
_SEVERAL = rf"{_LANGUAGE}(?:, {_LANGUAGE})*(?:,? (?:and|&) {_LANGUAGE})"
_IN_LANGUAGES = re.compile(
    r"(?!(?:\w+ )?(?:Studies|Texts|Readings|Papers|Lectures|Essays)\b)[A-Z][a-z]+(?: [a-z]+)? in "
    rf"(?:{_SEVERAL}|{_LANGUAGE})"
    rf"|(?:Bilingual,? (?:in )?)?{_SEVERAL}"
)


def tells_languages(words: str) -> bool:
    """ "Legends in Spanish", "English and Chinese": the languages of a text and of what stands beside it."""
    return _IN_LANGUAGES.fullmatch(words) is not None
