"""How titles are made: "Erewhon, or Over the Range"; "Her Life and Work"; "A History: Volume 1".

Only the form of the words is judged; whether they are a title is for the line to say.
"""

import re

from shelflist.parse.vocabulary.small_words import SMALL_WORDS

_AND_MORE = re.compile(
    r"(?:and|or|but|&)\s(?:(?:the|some|a|an|its|their|his|her|other|how|why|what)\s|[A-ZÀ-Þ])|(?-i:Not\s[A-Z])",
    re.IGNORECASE,
)
""" "The Twilight of the Gods, and Other Tales"; "For Victory, Not Profit"."""
_CALLED = "Unite Arise Awake Beware Strike Organise Organize Attention Farewell Forward Onward Goodbye"
CALLS = frozenset(_CALLED.split())
""" "Weavers of the North, Unite!": what those are called to whom the title speaks."""
OPENS_LIFE = re.compile(
    r"(?:his|her|their|its|the (?:man|life|story|making|revolutionary|years|early|last)|man\b(?![’'])|portrait|life|"
    r"biograph\w+|memories|an? (?:\w+ )?(?:life|biography|memoir|portrait|tribute|appreciation|study|bibliography|"
    r"reader|centenary|anthology)|"
    r"some (?:memories|letters|aspects)|in (?:memoriam|his|her)|works? and|and (?:his|her|the)|selected (?:by|from)|"
    r"\d{4}|(?:born|died) )\b",
    re.IGNORECASE,
)
""" "Rosa Luxemburg: Her Life and Work": what may follow a name in the title of a life."""
_LIFE_OPENS = frozenset("hHtTmMpPlLbBaAsSiIwWdD0123456789")
_OF_ISSUES = frozenset(["Special", "Double", "Anniversary", "Centenary", "Final", "First", "Last"])
_OWN = frozenset(["its", "his", "her", "their"])
_OPEN_APPOSITION = _OWN | {"the", "a", "an", "or"}
_ENDS_IN_PART = re.compile(r"(?:[:,]|\s[–—-])\s(?:Volume|Vol\.?|Part|Book|Pt\.?)\s?(?:\d{1,2}|[IVX]{1,5}|One|Five)$")
""" "A History of Looms: Volume 1": what comes after a stop is the part's name."""
_OF_A_LIFE = ("Man", "Lif", "Sto")
_TOLD = 4
"""Words besides the small ones that show it."""


def goes_on(text: str) -> bool:
    """ "and Other Tales", "Not Profit": what a title goes on with after a comma."""
    return text[0] in "aAoObBN&" and _AND_MORE.match(text) is not None


def opens_life(text: str) -> bool:
    """ "the revolutionary" after a name; "The Revolutionary Movement" is a title."""
    if text[0] not in _LIFE_OPENS or OPENS_LIFE.match(text) is None:
        return False
    return not text.startswith("The ") or (text[4:7] in _OF_A_LIFE and " of " not in text)


def alternative(text: str) -> int:
    """ "Monopoly; or, How Labour is Robbed", "Erewhon, or Over the Range"."""
    if text in ("or", "Or"):
        return 2
    return int(text.startswith("or ") and text[3:4].isupper())


def apposition(words: list[str]) -> int:
    """ "Imperialism, the Highest Stage of Capitalism": an article, then capitals throughout.

    2 where it tells whose it is: "its Looms and its Debts".
    """
    if words[0] not in _OPEN_APPOSITION or not 3 <= len(words) <= 8 or _tells_issue(words):
        return 0
    told = 2 if words[0] in _OWN else 1
    return told * all(word[0].isupper() for word in words[1:] if word not in SMALL_WORDS and word not in _OWN)


def _tells_issue(words: list[str]) -> bool:
    """ "a Special Issue on the Looms"; "the Vital Issue" tells of none."""
    return "Issue" in words and words[words.index("Issue") - 1] in _OF_ISSUES


def ends_in_part(text: str) -> bool:
    """ "A History of Looms: Volume 1"."""
    return text[-1] in "0123456789IVXe" and _ENDS_IN_PART.search(text) is not None


def has_title_capitals(words: str) -> bool:
    """ "You Would not Want to be a Weaver": all but small words and one other have capitals, as in no sentence."""
    told = [word for word in words.split() if word.casefold() not in SMALL_WORDS]
    return len(told) >= _TOLD and ". " not in words and sum(word[0].islower() for word in told) <= 1
