"""Languages as the formats write them: tags (BCP 47), or English names."""

from collections.abc import Iterable

from shelflist.models.languages import LANGUAGES


def tags(codes: Iterable[str]) -> list[str]:
    """The shortest tag of each, as BCP 47 wants it; a code without one is a tag itself."""
    return [LANGUAGES.get(code, (code, code))[0] for code in codes]


def names(codes: Iterable[str]) -> list[str]:
    """In English; the code of a language that is not known here."""
    return [LANGUAGES.get(code, (code, code))[1] for code in codes]
