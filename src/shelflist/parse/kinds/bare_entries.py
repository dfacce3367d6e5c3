"""Entries of nothing but names and a title, or a document's title and its year, as catalogues punctuate them.

"Ash, Rewi. The Mill Hands."; "Sue Elm and Tom Ash (eds) The Weavers’ Reader"; "Rules of the Weavers’ Union. 1905."
Captions and the entries of an index may look so, too: only the surest forms count.
"""

import re

from shelflist.parse.grammar import DATE, DATED, LEADER, PLACE, REMARK, ROLE, TITLE, UNREAD
from shelflist.parse.labels.labelled import Labelled
from shelflist.parse.looks.dittos import opens_with_ditto
from shelflist.parse.looks.family_first import puts_family_first
from shelflist.parse.looks.features import Features, features
from shelflist.parse.looks.grades import A_BODY, A_PLACE, A_TOWN, SURELY_NAMED
from shelflist.parse.looks.imprint import publisher_score
from shelflist.parse.looks.leaders import ends_with_role, read_leaders
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.no_entry import sentence_weight
from shelflist.parse.looks.roles import read_role
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.small_words import SMALL_WORDS, SMALL_WORDS_ABROAD

_SMALL = SMALL_WORDS | SMALL_WORDS_ABROAD | {"as", "under", "over", "into", "against", "between", "after"}
_NO_TITLE = re.compile(
    r"(?:See|Photo(?:graph)?|Portrait|Letter|Born|Died|Member|Delegate|Speaking|Interview|Review|Chapter)\b"
)
_DOCUMENT = re.compile(
    r"(?:(?:Draft|New|Revised|Provisional|Amended|General|Annual|Official)\s)?(?:Constitution|By-?[Ll]aws|Program(?:me)?|"
    r"Manifesto|Resolutions?|Proceedings|Minutes|Reports?|Rules|Theses|Statutes|Declaration|Platform|Appeal|Preamble|List|"
    r"Catalogue|Petition|Statement|Index|Balance\sSheet|Address|Memorandum|Circular|Regulations|Instructions|Agreement)\s"
    r"(?:of|to|on|for|and|adopted)\b"
)
_INITIALS_LAST = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?:[\s-][A-ZÀ-Þ][\w’'-]+)?,\s(?:[A-ZÀ-Þ]\.[\s-]?){1,4}$")
""" "ASH, R. T.: Looms": nothing but catalogues put initials last, so that the title may be of any form."""
_YEARS_TOLD = re.compile(r"\d{4}\s?[-–]\s?(?:\d\d)?\d\d$")
_ARRANGED = frozenset({DATED, REMARK, UNREAD})
""" "[1954] Ash, Rewi: …", "B12. Ash, Rewi: …": what the list is arranged by stands before the name."""
_LONGEST, _LONG = 14, 3
_NAMED, _EDITED, _DATED = 2.5, 3.5, 1.5
_SHOWN = 1.5
_AFTER_STOP = 0.5
"""Against which a word with a capital counts as the next sentence's."""


def bare_weight(line: Labelled, gazetteer: Gazetteer) -> float:
    """How much the form alone speaks for an entry that has no imprint."""
    labels = line.trust.labels
    if labels == (LEADER, TITLE) and line.trust.choices[0].margin >= _SHOWN:
        if _INITIALS_LAST.match(line.segments[0].text):
            return _NAMED if _may_follow_initials(line, gazetteer) else 0.0
        return _led(line, gazetteer) if _is_title(line.segments[1].text, gazetteer) else 0.0
    if labels[-1] is ROLE and set(labels[:-1]) == {TITLE} and _is_edited(line, gazetteer):
        return _EDITED
    if labels[0] is TITLE and labels[-1] is DATE and len(labels) > 1:
        at = labels.index(PLACE) if PLACE in labels else len(labels) - 1
        closed = ("." in line.segments[at].gap or line.text[-1] == ")") and set(labels[at:]) <= {PLACE, DATE}
        return _DATED if closed and _DOCUMENT.match(line.segments[0].text) else 0.0
    return 0.0


def _may_follow_initials(line: Labelled, gazetteer: Gazetteer) -> bool:
    """After a stop or a colon; no office or place: "Ash, R. T.: Secretary", "Ash, R. T. Leeds"."""
    (_, _, stop, *_), (title, start, *_) = line.segments
    if (
        line.text[stop - 1 : start].strip() not in (".", ".:", ":", ".,")
        or not title[0].isupper()
        or opens_no_title(title)
    ):
        return False
    if gazetteer.is_place(title) or publisher_score(title, gazetteer) >= A_BODY:
        return False
    look = features(title, gazetteer)
    return not (_ends_in_figure(title) or look.note_on_person > 0 or look.place >= A_TOWN or look.names >= SURELY_NAMED)


def _led(line: Labelled, gazetteer: Gazetteer) -> float:
    """Family name first, or with the word of a role; in the usual order only before a title of some length.

    Contents and captions part a name from what it made by a colon or a dash: it needs a comma or a stop.
    """
    (names, _, stop, *_), (title, start, *_) = line.segments
    if ends_with_role(names):
        role = read_role(names, gazetteer)
        return _EDITED if role is not None and names_score(role.names, gazetteer) >= SURELY_NAMED else 0.0
    if "," in names:
        return _NAMED if read_leaders(names, gazetteer, trusting=False) is not None else 0.0
    sign = line.text[stop:start].strip()
    if sign not in (",", ".") or title.count(" ") < _LONG or names_score(names, gazetteer) < SURELY_NAMED:
        return 0.0
    return _NAMED + (_AFTER_STOP if sign == "." else 0.0)


def _is_edited(line: Labelled, gazetteer: Gazetteer) -> bool:
    """ "The Weavers’ Reader, edited by Ann Hill": nothing but books is said to be so."""
    title, told = line.text[line.segments[0].start : line.segments[-2].end], line.segments[-1].text
    role = read_role(told, gazetteer) if told.startswith(("edited by ", "translated by ", "compiled by ")) else None
    return role is not None and names_score(role.names, gazetteer) >= SURELY_NAMED and _is_title(title, gazetteer)


def _ends_in_figure(words: str) -> bool:
    """ "Ash, R. T.: Leeds 1954"; the years of "Trams of Leeds 1872 - 1954" are the title's."""
    return words[-1].isdigit() and _YEARS_TOLD.search(words) is None


def opens_no_title(words: str) -> bool:
    """ "Born in Trier", "Photograph by Bolshakov", "See also Spinners": no list of books goes on so after a name."""
    return _NO_TITLE.match(words) is not None


def _is_title(words: str, gazetteer: Gazetteer) -> bool:
    """Capitals throughout, and neither a sentence, a place, a body nor an office: "General Secretary of the Party"."""
    head = words.partition(":")[0].split()
    if not 2 <= len(head) <= _LONGEST or not words[0].isupper() or _ends_in_figure(words) or opens_no_title(words):
        return False
    if words[-1] == ")":
        return False  # "Rewi Ash, The Mill Hands (Weft Press)": more than the two
    if not all(word[0].isupper() or word in _SMALL or not word[0].isalpha() for word in head):
        return False
    look = features(words, gazetteer)
    if (
        look.note_on_person > 0
        or look.place >= A_TOWN
        or look.names >= SURELY_NAMED
        or publisher_score(words, gazetteer) >= A_BODY
    ):
        return False
    return sentence_weight(words, 0, len(words)) == 0.0


def opens_with_family(labelled: Labelled, looks: tuple[Features, ...]) -> bool:
    """A family name is put first, or a sign for the name above, and then a title.

    "Marx, Karl. Born in Trier, 1818." has none, nor has "Elm, C.: London", where he was.
    """
    labels = labelled.trust.labels
    if labels[0] is TITLE:
        return opens_with_ditto(labelled.text)
    at = 1 if labels[0] in _ARRANGED and len(labels) > 1 else 0
    if labels[at] is not LEADER or (len(looks) == at + 2 and looks[-1].place >= A_PLACE):
        return False
    titles, name = labelled.of(TITLE), labelled.segments[at].text
    return ("," in name or puts_family_first(name)) and not (titles and opens_no_title(titles[0].text))
