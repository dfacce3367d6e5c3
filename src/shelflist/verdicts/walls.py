"""Walls: pages that stand between a visitor and the page, shown under its address. And notices that it is not there.

A page with entries is never one, whatever its text says. Of a page whose content could be read, its title must say so,
and it must say little else: a list may well tell its readers to log in, or that it uses cookies.
"""

import re

from shelflist.models.observe import PageReading
from shelflist.models.signs import Signs

_NOTICE = 600
"""Characters of content. A notice has no more."""
_SHORT = 1_500
_NOTHING = 200
"""Characters of a page that only scripts would fill."""

_CHALLENGE = re.compile(
    r"just a moment|attention required|checking (if|your|the) |verif(y|ying) (that )?you|are you (a )?(human|robot)"
    r"|not a robot|prove that you are human|ddos[- ]protection|security check|one more step|access denied"
    r"|request (was )?blocked|captcha|unusual traffic|making sure you.re not a bot",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"\b(log|sign)[ -]?(in|on)\b|\bmembers only\b|\blogin\b|\banmelde|\beinloggen\b|\bconnexion\b|\biniciar sesión\b"
    r"|\bauthentication required\b|\baccedi\b|\bвойти\b",
    re.IGNORECASE,
)
_CONSENT = re.compile(r"\bcookies?\b|\bconsent\b|\bbefore you continue\b|\byour privacy\b|\bdatenschutz", re.IGNORECASE)
_AGREE = re.compile(r"\b(accept|agree|allow|consent|got it|zustimmen|akzeptieren|accepter|aceptar)\b", re.IGNORECASE)
_MAINTENANCE = re.compile(
    r"\bmaintenance\b|\bbe (right )?back\b|\bback soon\b|\bunder construction\b|\bcoming soon\b|\bwartung"
    r"|\btemporarily (unavailable|offline|down)\b|\bsite is (down|offline)\b|\baccount (has been )?suspended\b",
    re.IGNORECASE,
)
_NOT_FOUND = re.compile(
    r"^\W*(oops!?\W*)?(error\W*)?(404\b|((the|that|this|your) )?(page|post|file|document)( you .{0,40})?"
    r" (not|can.t be|could not be|couldn.t be|cannot be|was not|is not|wasn.t) found|nothing (was )?found"
    r"|not found\W*($|[|:\u2013-])|seite (wurde )?nicht gefunden|page (introuvable|non trouvée)"
    r"|página no encontrada|pagina non trovata|pagina niet gevonden|страница не найдена)",
    re.IGNORECASE,
)


def wall(signs: Signs | None, reading: PageReading | None = None) -> str | None:
    """Which wall an answer is, and the evidence; None if it is none. `reading`: of a page whose content was read."""
    if signs is None or (reading is not None and reading.entries):
        return None
    names = " / ".join(dict.fromkeys(filter(None, (signs.title, signs.heading))))
    if reading is not None:
        said = sum(len(block.text) for block in reading.page.blocks)
        return _named(signs, names) if said <= _NOTICE else None
    return _named(signs, names) or _said(signs) or _empty(signs)


def not_found(title: str | None) -> str | None:
    """The title, if it says that there is no such page."""
    return title if title and _NOT_FOUND.search(title) else None


def _named(signs: Signs, names: str) -> str | None:
    """What the page calls itself, with something beside it that fits."""
    shown = repr(names[:120])
    if _CHALLENGE.search(names) and (signs.marks or signs.characters <= _SHORT):
        return f"a challenge page: {_evidence(signs) or shown}"
    if signs.passwords and _LOGIN.search(names):
        return f"a page to log in: {shown}, with a field for a password"
    if _MAINTENANCE.search(names) and signs.characters <= _SHORT:
        return f"a maintenance page: {shown}"
    if _CONSENT.search(names) and (button := next(filter(_AGREE.search, signs.buttons), None)):
        return f"a page to ask for consent: {shown}, with a button {button!r}"
    return None


def _said(signs: Signs) -> str | None:
    """What the text says, of a page without content."""
    if signs.characters > _SHORT:
        return None
    if signs.marks or _CHALLENGE.search(signs.text):
        return f"a challenge page: {_evidence(signs) or _around(_CHALLENGE, signs.text)}"
    if signs.passwords and _LOGIN.search(signs.text):
        return f"a page to log in: {_around(_LOGIN, signs.text)}, with a field for a password"
    if _MAINTENANCE.search(signs.text):
        return f"a maintenance page: {_around(_MAINTENANCE, signs.text)}"
    if _CONSENT.search(signs.text) and any(map(_AGREE.search, signs.buttons)):
        return f"a page to ask for consent: {_around(_CONSENT, signs.text)}"
    return None


def _empty(signs: Signs) -> str | None:
    if signs.leads_to and signs.characters <= _SHORT:
        return f"it leads on to {signs.leads_to[:200]}"
    if signs.scripts and signs.characters <= _NOTHING and not signs.lines:
        return "it shows nothing without JavaScript"
    return None


def _evidence(signs: Signs) -> str:
    return ", ".join(signs.marks)


def _around(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    assert found is not None  # who asks has looked
    return repr(text[max(found.start() - 40, 0) : found.end() + 40])
