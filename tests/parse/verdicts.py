"""How one field of one reading stands beside the right values."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from shelflist.models.citation import Citation, Contributor, NameType, Role, Status
from tests.parse.expected import ASIDE, NAMES, Case
from tests.parse.marked import words

_ROLES = {
    "authors": (Role.AUT, Role.SGN), "editors": (Role.EDT, Role.COM), "translators": (Role.TRL,),
    "introducers": (Role.WIN,), "illustrators": (Role.ILL,), "other_contributors": (Role.CTB, Role.OTH),
}  # fmt: skip
_NOTHING = ("", "n.p", "np", "n.d", "nd")
_DATES = frozenset({"date_edtf", "year"})


class Verdict(StrEnum):
    RIGHT = "right"  # a value, and a right one
    EMPTY = "empty"  # null, and rightly so
    WRONG = "wrong"  # a value, and not a right one
    MISSED = "missed"  # null, and the line states one
    ABSTAINED = "abstained"  # missed, and told: status unparsed, or the words are in the remainder

    @property
    def is_right(self) -> bool:
        return self in (Verdict.RIGHT, Verdict.EMPTY)


def verdict(case: Case, citation: Citation, field: str) -> Verdict:
    if field in case.bags:
        return _of_words(case, citation, field)
    accepted = [plain(value) for value in case.right[field]]
    forms = [plain(value) for value in values(citation, field)]
    given = any(forms)
    if any(form in accepted for form in forms):
        return Verdict.RIGHT if given else Verdict.EMPTY
    return Verdict.WRONG if given else _missing(citation, field, accepted)


def is_stated(case: Case, field: str) -> bool:
    """The line states a value, and null would be wrong."""
    if field in case.bags:
        return bool(case.bags[field].stated)
    return all(plain(value) for value in case.right[field])


def values(citation: Citation, field: str) -> list[Any]:
    """What was read for a field, in the forms that may be compared."""
    return _READERS[field](citation) if field in _READERS else [getattr(citation, field)]


def _names(field: str) -> Callable[[Citation], list[Any]]:
    """The names of a role, as written and with the given name first, in plain letters or in the line's capitals."""

    def read(citation: Citation) -> list[Any]:
        chosen = [person for person in citation.contributors if person.role in _ROLES[field]]
        turned = [f"{p.given} {p.family}" if p.given and _is_turned(p) else p.name_raw for p in chosen]
        mixed = [f"{p.given} {p.family}" if p.given and "," in p.name_raw else p.name_raw for p in chosen]
        loud = [f"{p.given} {p.name_raw.partition(',')[0]}" if p.given and "," in p.name_raw else "" for p in chosen]
        return [[p.name_raw for p in chosen], turned, mixed, loud]

    return read


def _is_turned(person: Contributor) -> bool:
    """ "Ash, Rewi", "Ash R.", "ASH R."."""
    return "," in person.name_raw or person.name_raw.casefold().startswith(f"{person.family} ".casefold())


def _year(citation: Citation) -> list[Any]:
    return [citation.date_edtf[:4] if citation.date_edtf and "X" not in citation.date_edtf else None]


def _bodies(citation: Citation) -> list[Any]:
    kinds = (NameType.CORPORATE, NameType.MEETING)
    authors = [person for person in citation.contributors if person.role in _ROLES["authors"]]
    return [[person.name_raw for person in authors if person.name_type in kinds]]


_READERS: dict[str, Callable[[Citation], list[Any]]] = {
    **{field: _names(field) for field in (*NAMES, "other_contributors")},
    "year": _year,
    "notes": lambda citation: [" ".join(citation.notes)],
    "corporate_authors": _bodies,
}


def plain(value: Any) -> Any:
    """For comparison: single spaces, no stop or comma at the ends; "n.p." and "n.d." are null, and null is ""."""
    if isinstance(value, list | tuple):
        return [plain(one) for one in value] or ""
    text = " ".join(str(value).split()).strip(" .,") if value is not None else ""
    return "" if text in _NOTHING else text


def _of_words(case: Case, citation: Citation, field: str) -> Verdict:
    bag, given = case.bags[field], words(" ".join(_flat(values(citation, field)[0])))
    if not given:
        return _missing(citation, field, [" ".join(bag.stated)]) if bag.stated else Verdict.EMPTY
    return Verdict.RIGHT if bag.stated <= given <= bag.allowed else Verdict.WRONG


def _flat(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value or ""]


def _missing(citation: Citation, field: str, accepted: list[Any]) -> Verdict:
    doubted = field in ("publisher", "place_of_publication", *_DATES) and _status(citation, field) == Status.UNPARSED
    left = words(citation.unparsed_remainder or "")
    named = any(words(" ".join(_flat(value))) <= left for value in accepted if value)
    return Verdict.ABSTAINED if field not in ASIDE and (doubted or named) else Verdict.MISSED


def _status(citation: Citation, field: str) -> str:
    if field in _DATES:
        return citation.date_status
    return citation.publisher_status if field == "publisher" else citation.place_status
