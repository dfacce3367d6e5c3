"""Names with the family's part first and no comma after it: "ASH (Rewi)", "Ash R.T.", "Liu Shaoqi".

French lists have the given name in a bracket, Russian ones initials after the family name. Whether such words stand
where authors do is judged in `author_end`; a list of them is taken apart in `leaders`.
"""

import re

from shelflist.parse.vocabulary.body_words import is_body, is_body_by_letters
from shelflist.parse.vocabulary.gazetteer import Gazetteer, key
from shelflist.parse.vocabulary.words import PARTICLES

HELD_GIVEN = re.compile(
    r"(?P<family>[A-ZÀ-ÞČŠŽŁŚ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?)\s\((?P<given>[A-ZÀ-Þ][\w’'.-]*(?:[\s-][A-ZÀ-Þ][\w’'.-]*){0,2})\)$"
)
""" "ASH (Rewi)": as French lists have it."""
_INITIAL = r"(?:[A-ZÀ-ÞА-Я]|[SZCK]h|[YI][aeu]|Ts)\."
TURNED = re.compile(
    rf"(?P<family>[A-ZÀ-ÞА-Я][\w’'-]{{2,}})\s(?P<given>{_INITIAL}(?:\s?{_INITIAL}){{0,2}})(?=$|[,;.\s])"
)
""" "Ash R.", "Ash R.T.": a family name, and initials with their stops after it."""
LOUD = re.compile(
    r"(?P<family>(?:(?:DE|LA|LE|VAN|VON|DU|Mc|Mac|O[’'])\s?)?[A-ZÀ-ÞŁŚŽČŠ][A-ZÀ-ÞŁŚŽČŠ’'-]{2,})"
    r"\s(?P<given>[A-ZÀ-Þ][a-zß-ÿ]+(?:[\s-][A-ZÀ-Þ](?:\.|[a-zß-ÿ]+)?){0,2}|[A-Z](?:\s[A-Z]){0,2})(?=$|[,;:.\s])"
)
""" "ASH Rewi", "ASH R T": the family's name in capitals, and what is given without a comma."""
BARE = re.compile(r"(?P<family>[A-ZÀ-Þ][a-zß-ÿ’'-]{2,}(?:-[A-ZÀ-Þ][a-zß-ÿ]+)?)\s(?P<given>[A-Z](?:\s?[A-Z]){0,2})$")
""" "Ash R", "Ash R T": initials without stops, as papers on medicine cite."""
_NO_OTHER_WORD = (
    "Mao Chou Zhou Lin Liu Teng Deng Chiang Jiang Chen Chang Zhang Wang Yao Lu Kuo Guo Peng Kim Nguyen Nguyễn Võ "
    "Truong Trường Pham Phạm Tran Trần Hoang Hoàng Đặng Hồ Ho"
)
_EASTERN_LISTED = f"{_NO_OTHER_WORD} Chu Zhu Hua Li Hu Pak Park Vo Le Lê Mai Dang Ton Tôn Ai Pol"
EASTERN_FAMILIES = frozenset(_EASTERN_LISTED.split())
""" "Zhu De": Chinese, Korean and Vietnamese names have the family's part first."""
SURELY_EASTERN_FAMILIES = frozenset(_NO_OTHER_WORD.split())
""" "Liu Shaoqi", "Kim Jong Il": and no other thing is called so."""
ANDS = "and|et|und|kaj|og|och"
"""Between the last two names of a list, in the tongues that are read."""
_BETWEEN_TURNED = re.compile(rf",\s|,?\s(?:&|{ANDS}|y)\s")
_FAMILIES = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?:,\s[A-ZÀ-Þ][\w’'-]+)*,?\s(?:and|&)\s[A-ZÀ-Þ][\w’'-]+")
_BETWEEN_FAMILIES = re.compile(r",?\s(?:and\s|&\s)?")
_NUMERAL = re.compile(r"[IVXLC]+$")
_SURELY_TURNED = 4.0
_ORDINAL = re.compile(r"[IVX]+$")
"""After a name; "Ash L", "Ash C" have initials."""
_LONGER_THAN_LETTERS = 4


def ends_in_given(words: str) -> bool:
    """A family name, and in a bracket the given one."""
    return words.endswith((")", ").")) and HELD_GIVEN.search(words.rstrip(".")) is not None


def is_turned(words: str) -> bool:
    """ "Ash R.T., Elm S.": nothing but family names with initials after them."""
    return "." in words and all(TURNED.fullmatch(name) for name in _BETWEEN_TURNED.split(words))


def may_be_plain(words: str) -> bool:
    """ "ASH Rewi & ELM Sue", "Ash R T": by its form alone; whether these are names, the lists say."""
    if not (words[1:3].isupper() or words[-1:].isupper()):
        return False
    return all(LOUD.fullmatch(name) or BARE.fullmatch(name) for name in _BETWEEN_TURNED.split(words))


def is_plain(found: re.Match[str], gazetteer: Gazetteer, *, trusting: bool) -> bool:
    """ "ASH Rewi", "Ash R T": no sign parts the names, so that what is given must be known, and the family no word."""
    family, given = found["family"], found["given"]
    initials = given.isupper()
    if not initials:
        told = key(given.split()[0]) in gazetteer.given_names or may_be_unlisted(family, given, gazetteer)
        return told and is_loud_family(family, given) and not gazetteer.is_place(family)
    trusting = trusting or is_loud_family(family, given.lower())
    known = key(family) in gazetteer.words or key(family) in gazetteer.given_names  # "Vitamin C", "Malcolm X"
    return trusting and not known and not _ORDINAL.match(given)


def turned_score(bare: str, words: str, gazetteer: Gazetteer) -> float | None:
    """How surely "ASH R.T.", "Ash R.T.", "ASH Rewi" are one person's name; None where the form is another."""
    if not (bare[-1].isupper() or bare[1:3].isupper()) or " " not in bare:
        return None
    if found := TURNED.fullmatch(words.strip()):
        return _SURELY_TURNED if _is_turned_family(found["family"], found["given"], gazetteer) else None
    found = LOUD.fullmatch(bare)
    return _SURELY_TURNED if found and is_plain(found, gazetteer, trusting=False) else None


def may_be_unlisted(family: str, given: str, gazetteer: Gazetteer) -> bool:
    """ "GELM Zerwin": neither has another meaning, and the one in capitals is no place and longer than most letters."""
    if len(family) < _LONGER_THAN_LETTERS or gazetteer.is_place(family.title()):
        return False
    return " " not in given and gazetteer.words.isdisjoint((key(family), key(given)))


def _is_turned_family(family: str, given: str, gazetteer: Gazetteer) -> bool:
    """Before initials: capitals that no body is known by, or no word with another meaning ("Volume I.", "Henry V.")."""
    if is_loud_family(family, given.lower()):
        return True
    return key(family) not in gazetteer.words and key(family) not in gazetteer.given_names


def is_loud_family(family: str, beside: str) -> bool:
    """ "ASH, Rewi": of the two only the family's name stands in capitals, and no body is known by these letters."""
    if len(family) < 3 or not family.isupper() or beside.isupper() or _NUMERAL.match(family):
        return False
    return not is_body_by_letters(family)


def in_plain_letters(family: str) -> str:
    """ "CARDOZA Y ARAGÓN" as "Cardoza y Aragón": capitals are the list's manner, not the name's."""
    if not family.isupper() or len(family) < 2:
        return family
    words = family.split()
    if len(words) == 1:
        return _titled(family)
    return " ".join([word.casefold() if word.casefold() in PARTICLES else _titled(word) for word in words])


def _titled(word: str) -> str:
    """ "McLellan", who is "MCLELLAN" in capitals."""
    return f"Mc{word[2:].title()}" if word.startswith("MC") and len(word) > 4 else word.title()


def puts_family_first(name: str) -> bool:
    """ "ASH (Rewi)", "Ash R.T.": without a comma."""
    return ends_in_given(name) or is_turned(name) or may_be_plain(name)


def are_families(words: str, gazetteer: Gazetteer) -> bool:
    """ "Ash & Elm", "Ash, Elm and Hill": family names alone, none of which has another meaning."""
    if ("&" not in words and " and " not in words) or not _FAMILIES.fullmatch(words):
        return False
    return gazetteer.words.isdisjoint(key(name) for name in _BETWEEN_FAMILIES.split(words)) and not is_body(words)
