"""Whether a name goes on after the stop of its initials, or a title comes: "Ash, R. Melvyn: Looms", "Ash, R. Looms".

Whether the words before it are an author's at all is judged in `author_end`.
"""

import re

from shelflist.parse.looks.grades import A_BODY, SURELY_NAMED
from shelflist.parse.looks.imprint import publisher_score
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.title_begins import FIRST_CHUNK, has_small_word, nobody_later, opens_sure_imprint
from shelflist.parse.vocabulary.gazetteer import Gazetteer, key

STOPPED = re.compile(r"(?<![^\W\d_])[A-Z]\.$")
_GIVEN_NAME_NEXT = re.compile(
    r"[A-ZÀ-Þ][\w’'-]+(?:(?:,?\s\(?(?:eds?|comps?|trans)\.?\)?)?;|\s\((?:eds?|comps?|trans)\.?\))"
)
""" "ASH, H. Stanley; The Mill Hands": what a semicolon or the word of a role closes at once is more of the name."""
_ONE_WORD = re.compile(r"([A-ZÀ-Þ][a-zß-ÿ]+)\.\s(?=[A-ZÀ-Þ][\w’'-]*\s)")
_ONE_WORD_AND_SIGN = re.compile(r"([A-ZÀ-Þ][a-zß-ÿ]+)\s[–—|/-]\s(?=[A-ZÀ-Þ“‘])")
_AREA = re.compile(r"\s[–—|/-](?=\s)")
_SENTENCE_ENDS = re.compile(r"\w{3}\.")


def shows_title(words: str, rest: str, gazetteer: Gazetteer) -> bool:
    """ "Spring, H. The Houses in Between, 1951": after initials; whatever the family's name means besides."""
    first = FIRST_CHUNK.split(rest, maxsplit=1)[0].strip()
    if not STOPPED.search(words) or not has_small_word(first) or publisher_score(first, gazetteer) >= A_BODY:
        return False
    return nobody_later(rest, gazetteer)


def titles_turned(words: str, rest: str, gazetteer: Gazetteer) -> bool:
    """ "Ash R.T. The Mill Hands. Leeds: Weft Press, 1954"; "Volume I. Looms" and "Henry V. A Play" are titles."""
    named = [key(name.split()[0]) for name in words.split(", ")]
    if len(named) == 1 and words.count(".") == 1 and named[0] in gazetteer.given_names:
        return False
    return gazetteer.words.isdisjoint(named) and not opens_sure_imprint(rest, gazetteer)


def closes_at_sign(words: str, rest: str, gazetteer: Gazetteer) -> bool:
    """ "ASH, F. Stanley – The Mill Hands": one word more of the name, which the sign of the areas closes."""
    if not words.partition(",")[0].isupper() or words.count(",") != 1:
        return False
    last = _ONE_WORD_AND_SIGN.match(rest)
    return last is not None and key(last[1]) not in gazetteer.words


def goes_on_as_name(words: str, rest: str, gazetteer: Gazetteer) -> bool:
    """ "Inequalities, P. P. Korovkin, Mir": initials with their surname, between the commas of the base order."""
    if _GIVEN_NAME_NEXT.match(rest):
        return True
    if words.partition(",")[0].isupper() and words.count(",") == 1:
        # "ASH, H. N. Fell, Moor and Dale. Leeds": the family's name stood in capitals; "ASH, F. Stanley. The Mill"
        return (more := _ONE_WORD.match(rest)) is not None and key(more[1]) in gazetteer.given_names
    first = _AREA.split(FIRST_CHUNK.split(rest, maxsplit=1)[0], maxsplit=1)[0]
    if " " not in first.strip():  # "Foxes, H. G. Lloyd. London": one word is rather the surname than the title
        is_given = key(first) in gazetteer.given_names  # "Ash, R. Melvyn: The Mill"
        return is_given or (
            rest[len(first) :][:1] != ":" and names_score(f"A. {first.strip()}", gazetteer) >= SURELY_NAMED
        )
    family, comma, _ = rest.partition(",")
    given = words.rpartition(",")[2]
    return (
        bool(comma)
        and not _SENTENCE_ENDS.search(family)
        and names_score(f"{given} {family}".strip(), gazetteer) >= SURELY_NAMED
    )
