"""Languages by their English names, with their codes of ISO 639-3."""

from shelflist.models import languages

LANGUAGES = {name.casefold(): code for code, (_, name) in languages.LANGUAGES.items()}
LANGUAGE_FORM = rf"(?:{'|'.join(LANGUAGES)})"
"""In small letters, for a pattern of any case."""
