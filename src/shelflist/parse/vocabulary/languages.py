"""Languages by their English names, with their codes of ISO 639-3."""

from shelflist.models import languages

LANGUAGES = {name.casefold(): code for code, (_, name) in languages.LANGUAGES.items()}
