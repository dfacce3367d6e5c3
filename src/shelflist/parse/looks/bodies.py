"""Bodies whose names hold commas, and bodies beside the house that prints for them. Only the words are judged here.

"Political Economy Department, Moscow State University"; "Labour Research Department, LRD"; "Dock, Wharf, Riverside and
General Workers' Union".
"""

import re
from collections.abc import Sequence

from shelflist.parse.looks.grades import NAMED, NAMELIKE
from shelflist.parse.looks.honours import HONORIFIC
from shelflist.parse.looks.names import names_score
from shelflist.parse.vocabulary.body_words import is_body, is_known_body
from shelflist.parse.vocabulary.cues import cue, cues_in
from shelflist.parse.vocabulary.gazetteer import Gazetteer, key
from shelflist.parse.vocabulary.regions import COUNTRIES

_SUBORDINATE = (
    r"Committee|Department|Dept\.?|Bureau|Section|Branch|Faculty|Secretariat|Commission|Group|Area|District|Region|Division|"
    r"Executive|Council|Sub-Committee|Institute|Staff|Delegation|Fraction|Lodge|Inspectorate|Cell"
)
_NUMBERED = r"(?:District|Local|Lodge|Branch|Region|Area|Section|Chapter|Unit)(?:\sNo\.?)?\s\d{1,4}"
_SUBORDINATE_CUE = cue("""
Committee Department Dept Bureau Section Branch Faculty Secretariat Commission Group Area District Region Division
Executive Council Institute Staff Delegation Fraction Lodge Local Chapter Unit Inspectorate Cell
""")  # fmt: skip
_PART_OF_BODY = re.compile(
    rf"(?:the\s)?(?:[A-Z][\w’'.-]*\s|of\s|the\s|for\s|and\s|&\s){{0,7}}(?:{_SUBORDINATE})(?:\sof\s(?:the\s)?[A-Z][\w’'-]+)?$"
    rf"|{_NUMBERED}$"
)
_OF_FRIENDS = re.compile(r"\b(?:Solidarity|Support|Friendship|Relief)\b")
_ITS_OWN = ("Central", "Executive", "National", "Political", "Military", "Regional", "Provincial", "District", "Strike")
""" "Central Committee": whosever friends are elsewhere, these are its own."""
_LIBERATES = re.compile(r"\b(?:Front|Army|Movement)\b.*\bLiberation\b|\bLiberation\s(?:Front|Army|Movement)\b")
_LOCAL = (" Branch", " Lodge", " Cell")
""" "Strike Committee, Govan Branch": no committee or council is a part of these."""
_ENDS_AS_BODY = re.compile(
    r"\b(?:Unions?|Association|Society|Federation|Group|Committee|Workers|Council|Department|Bureau|Team|Collective|"
    r"Branch|Party|League|Commission|Section|Workshop|Circle|Guild|Congress|Conference|Movement|Fellowship|Brotherhood)$"
)
_ABROAD = (
    "Undeb|Cymdeithas|Plaid|Urdd|Cyngor|Centro|Instituto|Istituto|Federación|Federazione|Federação|Fédération|Confederación|"
    "Confederazione|Confédération|Sindicato|Sindacato|Syndicat|Circolo|Cercle|Círculo|Partido|Partito|Parti|Frente|"
    "Fronte|Lega|Liga|Ligue|Comité|Comitato|Unión|Unione"
)
_BODY_NAME = re.compile(
    r"(?!(?:The|A|An|Our|To|On|For|Towards|How|What|Why|Trade|History|Case|Building|Soviet|First|Second|Third|Fourth|"
    r"Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|\d+\w+)\s(?!Union of|Trades))"
    r"(?:(?:[A-ZÀ-Þ][\w’'.-]*\s(?:(?:and|&)\s)?){1,5}"
    r"(?:Union|Party|Society|Association|League|Federation|Council|Committee|Department|Institute|Commission|Board|Bureau|"
    r"Club|Guild|Confederation|Centre|Alliance|Brigade|Campaign|Office|Congress|Foundation|Trust|Conservancy|Authority|"
    r"Consortium|Observatory|Fellowship|Group|Collective|Network|Clearing\sHouse|Inspectorate|Corporation|Secretariat|Museum)"
    r"(?:\s(?:of|for|on|against)\s(?:the\s)?[A-ZÀ-Þ][\w’'.-]*(?:\s(?:(?:of|the|and|&)\s){0,2}[A-ZÀ-Þ][\w’'.-]*){0,6})?"
    r"|(?:[A-Z]\w+\s)?(?:Ministry|Board|Department|Office|Committee|Commission|Association|Institute|Society|Federation|"
    r"Confederation|Guild|Fellowship|Alliance|Syndicate|(?:Council|League|Union)(?!\sof\s(?:Nations|War|Trent|Soviet|South|Hearts)))\s"
    r"(?:of|for|on)\s"
    r"(?:the\s)?[A-ZÀ-Þ][\w’'.-]*(?:\s(?:(?:of|the|and|&)\s){0,2}[A-ZÀ-Þ][\w’'.-]*){0,6}"
    rf"|(?:{_ABROAD})(?:\s(?:[a-z]{{1,5}}\s){{0,2}}[A-ZÀ-Þ][\w’'-]*){{1,5}}"
    r"|House\sof\s(?:Commons|Lords)|(?:Ordnance|Geological)\sSurvey(?:\sof\s[A-Z]\w+(?:\s[A-Z]\w+)?)?)$"
)
""" "National Union of Weavers", "Executive Committee of the Party": what no title is likely to be."""
_OF_COUNTRY = re.compile(
    r"\b(?:Party|League|Union|Committee|Association|Congress|Council|Federation|Movement|R?CP|SLP|SWP|YCL)$"
)
""" "Communist Party, USA", "RCP, USA": whose body it is, and no place."""
_ENUMERATED = re.compile(r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?$")
_LAST_OF_ENUMERATION = re.compile(
    r"(?:[A-Z][\w’'-]+\s){1,3}(?:and|&)\s(?:[A-Z][\w’'-]+\s){1,6}(?:Unions?|Association|Society|Federation|League|Council|Amalgamation)(?:\sof\s.{3,40})?$"
)
_BODIES_OF = re.compile(
    r"(?:Departments|Committees|Boards|Councils|Staffs|Editors|Parties|Unions|Secretariats|Ministries)\s(?:of|for)\s(?:the\s)?"
    r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}$"
)
BODIES_CUE = cue("Departments Committees Boards Councils Staffs Editors Parties Unions Secretariats Ministries")
_THE_SAME = re.compile(
    r"the\s(?:Society|Union|Party|Committee|Association|League|Institute|Council|Club|Federation|Company|Congress|Group|Branch)$",
    re.IGNORECASE,
)
_SMALL = (
    r"of|the|and|for|against|in|on|at|&|"
    r"de|des|du|del|di|la|les|der|für|dei|della|delle|do|da|dos|el|los|las|et|y|e|pour|para"
)
_CAPITALS = re.compile(
    rf"[A-ZÀ-ÞČŠŽ][\w’'.-]*(?:(?:\s(?:(?:{_SMALL})\s)*[A-ZÀ-ÞČŠŽ][\w’'.-]*){{1,8}}(?:\s\d{{1,3}})?|\s\d{{1,3}})"
    r"(?:\s\([A-Z][\w\s’'-]+\))?$"
)
""" "Weavers’ Union of Leeds", "Group 64"."""
_FOR_BODY = re.compile(r"(?:[Ff]or|[Oo]n\sbehalf\sof)\s(?:the\s)?(?=[A-ZÀ-Þ])")
_WITH_ARTICLE = re.compile(
    r"the\s(?!(?:Very|Right|Most|Late|Rt|Hon(?:ou?rable)?|Rev(?:d|erend)?|(?:Archb|B)ishop|(?:Archd|D)eacon|Dean|Vicar|Rector|Abbot|Pope|"
    r"Author|Editor|Compiler|King|Queen|Emperor|Master|Provost|Warden|Principal|Headmaster|Secretary|Marquis|Viscount|Count(?:ess)?|"
    r"Widow|Sons?|Daughters?)\b|[a-z])"
)
_INITIAL = re.compile(r"\b(?!(?:of|the|and|for|in|on|to|de|la)\b)\w", re.IGNORECASE)


def is_one_body(first: str, second: str, gazetteer: Gazetteer) -> bool:
    """ "Political Economy Department, Moscow State University"; "Independent Labour Party, Bradford Branch"."""
    is_second = may_be_second_body(second) and not _is_of_friends(first, second)
    if not is_second and not cues_in(first) & BODIES_CUE:
        return False
    if not (first[:1].isupper() and second[:1].isupper()) or not is_second or max(len(first), len(second)) > 90:
        return bool(_BODIES_OF.search(first)) and _is_enumeration_of_two(second)
    if not gazetteer.is_publisher(first) and _is_part_of_body(first):
        return not _is_part_of_body(second) or (second.endswith(_LOCAL) and not first.endswith(_LOCAL))
    if not is_body(first) or gazetteer.is_publisher(second) or names_score(first, gazetteer) >= NAMED:
        return False
    return _is_part_of_body(second) and " of " not in second


def _is_of_friends(first: str, second: str) -> bool:
    """ "Loomland Liberation Front, Loomland Committee": who elsewhere stands by a movement is no part of it."""
    if _OF_FRIENDS.search(second):
        return True
    if not second.endswith(" Committee") or second.startswith(_ITS_OWN):
        return False
    return _LIBERATES.search(first) is not None


def may_be_second_body(words: str) -> bool:
    """A body, or a part of one: what stands second in "Independent Labour Party, Bradford Branch"."""
    return (is_body(words) and not is_known_body(words)) or _is_part_of_body(words)


def _is_part_of_body(words: str) -> bool:
    return bool(cues_in(words) & _SUBORDINATE_CUE) and _PART_OF_BODY.match(words) is not None


def _is_enumeration_of_two(words: str) -> bool:
    """ "of Renmin Ribao, Hongqi and Jiefangjun Bao": the rest of the list that "Departments of" opened."""
    return words[:1].isupper() and " and " in words and len(words.split()) <= 6


def enumerated_before(texts: Sequence[str], last: str, gazetteer: Gazetteer) -> int:
    """How many of `texts`, from their end, open the name that `last` closes: "Dock", "Wharf", "Riverside and ..."."""
    if not may_end_enumeration(last):
        return 0
    count = 0
    for text in reversed(texts):
        plain = _ENUMERATED.match(text) and names_score(text, gazetteer) < NAMELIKE and not gazetteer.is_publisher(text)
        if not plain or gazetteer.is_place(text) or count == 8:
            break
        count += 1
    return count


def may_end_enumeration(words: str) -> bool:
    """ "Riverside and General Workers' Union"."""
    return _LAST_OF_ENUMERATION.match(words) is not None


def has_body_form(words: str) -> bool:
    """Capitals throughout, but for the small words that bodies have; after a comma also a part of the body."""
    return _is_whole_or_with_part(words, _CAPITALS)


def _is_whole_or_with_part(words: str, form: re.Pattern[str]) -> bool:
    if "," not in words:
        return form.match(words) is not None
    whole, _, part = words.partition(", ")
    return form.match(whole) is not None and _is_part_of_body(part)


def names_body(words: str) -> bool:
    """A word for a body of people, and capitals throughout as in its name."""
    return is_body(words) and has_body_form(words)


def is_body_name(words: str) -> bool:
    """A body's name from end to end, as a catalogue enters it; also with its office: "Home Office, Prison Board"."""
    return _is_whole_or_with_part(words, _BODY_NAME)


def may_be_own_house(words: str) -> bool:
    """ "the Society", "TUC": what may stand for a body that was named before."""
    if " " in words:
        return words[:4].lower() == "the " and _THE_SAME.match(words) is not None
    letters = words.replace(".", "")
    return letters.isupper() and 2 <= len(letters) <= 8


def is_own_house(body: str, house: str) -> bool:
    """The house is the body itself, by its initials or its common noun: "Trades Union Congress, TUC"; "the Society"."""
    if " " in house:
        return key(house.split()[1]) in key(body).split()
    letters = house.replace(".", "")
    initials = _initials_of(body)
    return initials.startswith(letters) or letters.startswith(initials)


def has_article_of_body(words: str) -> bool:
    """ "the Red Brigades", "the Dairy Weekly": of persons only who hold an office or a rank are named so."""
    if words[:4] != "the " or _WITH_ARTICLE.match(words) is None or " " not in words[4:]:
        return False
    return HONORIFIC.match(words, 4) is None and has_body_form(words[4:])


def is_for_body(words: str) -> bool:
    """ "for the Weavers’ Union", "on behalf of the Strike Committee": in whose name somebody signed or published."""
    found = _FOR_BODY.match(words)
    return found is not None and names_body(words[found.end() :])


def is_spelt_out(words: str, letters: str) -> bool:
    """ "Counter Information Services" for "CIS": so many capitals in a row make any words a body's name."""
    bare = letters.replace(".", "")
    return len(bare) > 2 and bare.isupper() and has_body_form(words) and _initials_of(words) == bare


def _initials_of(words: str) -> str:
    return "".join(_INITIAL.findall(words)).upper()


def ends_as_body(words: str) -> bool:
    """The last word says that it is a body of people, whatever firm's word stands before it."""
    return bool(_ENDS_AS_BODY.search(words)) and is_body(words)


def is_of_country(body: str, country: str) -> bool:
    """Whose body it is: "RCP", "USA"."""
    return country.partition(" (")[0] in COUNTRIES and _OF_COUNTRY.search(body) is not None
