"""The dash that stands for a name: "——. The Mill Hands.", "—— (ed.). Looms.", "—— and Elm, Sue. Mills.".

Whose name it stands for is for the lines above to say (`context.dittos`).
"""

import re

from shelflist.models.citation import Role

_LONG = r"(?:[—–―]{2,}|-{3,}|_{3,})"
_ROLE = r"(?:[,\s]*[(\[]?(?P<role>eds?|comps?)\b\.?[)\]]?[.,:]?(?=\s))?"
_JOINED = r"(?:,?\s(?P<joined>and|&|with)(?=\s))?"
DITTO = rf"{_LONG}{_ROLE}{_JOINED}[.,:]?"
"""What is said of the names is said with the dash."""
_OPENS = re.compile(rf"{DITTO}\s")
_MAY_OPEN = re.compile(rf"(?:{DITTO}|[—–―-](?=[.,:]\s)|—(?=\s)|(?:Idem|Id\.)(?=[,:]?\s))")


def opens_with_ditto(text: str) -> bool:
    """Nothing but a list of works puts a long dash for a name."""
    return text[:1] in "—–―-_" and _OPENS.match(text) is not None


def read_ditto(text: str) -> tuple[Role | None, bool] | None:
    """The role that the dash has here, and whether others are named with it; None where no dash opens the line.

    A short dash may do, where the line above opens with a name.
    """
    found = _MAY_OPEN.match(text) if text[:1] in "—–―-_I" else None
    if found is None:
        return None
    role = {"e": Role.EDT, "c": Role.COM}[found["role"][0]] if found["role"] else None
    return role, found["joined"] is not None
