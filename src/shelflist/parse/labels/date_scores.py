"""What a date may be in its line: the book's, or the end of a title, or of an event that a phrase tells of.

"Jarrow, October 1936, David Elm, Weft Press, 1937". What a date looks like stands in `dates`.
"""

from shelflist.parse.grammar import ABOUT_PERSON, DATE, LATE_PHRASE, PART, PHRASE, TITLE
from shelflist.parse.labels.form import Form
from shelflist.parse.labels.phrase_runs import dates_phrase
from shelflist.parse.looks.features import Dated
from shelflist.parse.looks.grades import A_BODY, NAMED, NAMELIKE
from shelflist.parse.search import SURE, Scores, kept

_STOPS = (".", ".")
""" "letters of a weaver. 1954. Weft Press, Leeds": between stops the last year is no more of the phrase."""


def _is_event(line: Form, i: int) -> bool:
    """ "Jarrow, October 1936, David Elm, Weft Press, 1937": before the author, and a later date is the book's."""
    if i == 0 or i + 2 >= len(line.looks) or (line.title_at is not None and i == line.title_at + 1):
        return False
    if line.gaps[i] == "." and i == 1:
        return False  # "The Mill Hands. 1934. Trans. Ann Hill. Leeds: Weft Press, 1974": first published then
    following = line.looks[i + 1]
    named = following.names >= NAMED or following.role is not None or following.body > 0
    named = named or (i == 1 and following.opens_small and not following.edition)
    return named and any(look.date is not None for look in line.looks[i + 2 :]) and i <= 3


def _numbers_close(line: Form, i: int) -> bool:
    """ "The Weaver, 27 May 1911, No. 1, Vol. 1": of an issue, with nothing but its numbers after it."""
    date, after = line.looks[i].date, line.looks[i + 1 :]
    if date is None or not date.of_issue or not after:
        return False
    return all(look.part for look in after) and any(look.signs.numbers_issue for look in after)


def _dates_issue(line: Form, i: int) -> bool:
    """ "The Weaver, Vol. 1, No. 7, 27 May 1911, Leeds": after its number the month or day is the issue's."""
    date = line.looks[i].date
    if not i or date is None or not date.of_issue or not line.looks[i - 1].part:
        return False
    return line.looks[i - 1].signs.numbers_issue


def _is_stretch_of_volume(line: Form, i: int) -> bool:
    """ "Volume 1, June-November 1850, Weft Press, 1966": months that a volume of a reprinted paper holds."""
    date, before = line.looks[i].date, line.looks[i - 1]
    if not i or date is None or not date.of_issue or date.to_the_day or not before.part or before.signs.numbers_issue:
        return False
    return any(look.date is not None and not look.date.of_issue for look in line.looks[i + 2 :])


def _of_part(line: Form, i: int) -> float:
    """How surely years after the title, a part or other years are what the part is of."""
    before = line.looks[i - 1]
    if (before.part or _follows_name_of_part(line, i)) and any(look.date for look in line.looks[i + 2 :]):
        return 3.0  # "Volume 2, 1800-1850, edited by Sue Elm, Weft Press, 1971"
    return 1.6 if before.part or before.date or i - 1 in (0, line.title_at) else 0.0


def _follows_name_of_part(line: Form, i: int) -> bool:
    """ "Volume 2, The Great Strike, 1911-1912, Sue Elm, Weft Press, 1986"."""
    name = line.looks[i - 1]
    plain = not (name.opens_small or name.has_form or name.names >= NAMELIKE or name.publisher >= A_BODY)
    return plain and i > 2 and line.looks[i - 2].part


def _closes_title(line: Form, i: int) -> bool:
    """ "Looms and Weavers, 1890-1914. Leeds: Weft Press, 1977": years before a stop, and a later date."""
    date = line.looks[i].date
    stopped = i == 1 and line.gaps[1] == "," and line.gaps[2:3] == (".",)
    return stopped and date is not None and date.span_years and any(look.date for look in line.looks[3:])


def _is_original_next(line: Form, i: int) -> bool:
    """ "letters and handbills, 1847-1866 (first published 1911, …)": years of a kind of writing, and then its date."""
    return line.looks[i - 1].signs.tells_work and i + 1 < len(line.looks) and line.looks[i + 1].original


def date_scores(line: Form, i: int, *, named: bool) -> Scores:
    """The scores of segment i, a date; `named`: persons stand before it."""
    date = line.looks[i].date
    if date is None or not date.is_known:
        return {DATE: SURE}
    if _is_stretch_of_volume(line, i):
        return {PART: SURE}
    if _numbers_close(line, i) or _dates_issue(line, i):
        return {DATE: SURE}
    scores = {DATE: 2.0 if date.span_years else 3.0 if date.to_the_day else 5.0}
    return scores if line.inner[i] else _of_other_things(scores, line, i, date, named=named)


def _of_other_things(scores: Scores, line: Form, i: int, date: Dated, *, named: bool) -> Scores:
    """What the date may be besides the book's, as it stands in no bracket."""
    ranged = date.span_years or date.to_the_day
    if not ranged and i > 1 and line.gaps[i : i + 2] == _STOPS and not any(look.date for look in line.looks[i + 1 :]):
        return scores
    scores[TITLE] = 2.5 if _closes_title(line, i) else 1.8 if ranged else -1.5
    if date.span_years and i > 0 and (surety := _of_part(line, i)):
        scores[PART] = surety
    if not date.span_years and _is_event(line, i):
        before = line.looks[i - 1]
        of_phrase = before.opens_small or (before.words > 4 and i > 1)
        scores[PHRASE if of_phrase else TITLE] = 6.0
        return dict(kept(scores))
    his = named and date.span_years and not _is_original_next(line, i)  # after a person, years may be his
    if not his and dates_phrase(line, i):
        return {PHRASE: SURE, DATE: 2.0} | ({LATE_PHRASE: SURE} if named else {})
    if line.gaps[i] == "." and not ranged:
        return scores  # "a life of Rewi Ash. 1949. Weft Press": no phrase goes on over a stop
    following = line.looks[i + 1] if i + 1 < len(line.looks) else None
    goes_on = (
        following is not None
        and following.opens_small
        and not (following.edition or following.role or following.physical)
    )
    scores[PHRASE] = 2.5 if goes_on and i > 1 else 0.6 if ranged else -1.0
    if named:
        scores[LATE_PHRASE] = 0.2
        scores[ABOUT_PERSON] = 1.0 if date.span_years else -2.0
    if line.title_at is not None:
        scores.pop(TITLE)
    return scores


def dates_title(line: Form, i: int) -> bool:
    """ "“The Mill Hands” (1954), a play, by Sue Elm. Weft Press, Leeds.": the only date, before a phrase."""
    if line.gaps[i : i + 2] != ("", ","):
        return False
    following, *rest = line.looks[i + 1 :]
    told = following.opens_small and (following.genre or not following.has_form)
    return told and following.date is None and not any(look.date for look in rest)
