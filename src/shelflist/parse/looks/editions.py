"""Statements of edition, reprint and first publication: "2nd ed.", "reprinted from The Loom", "first published 1921".

The house and place of the edition at hand are in `imprint`; where in its line a statement stands is asked elsewhere.
"""

import re

from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.dates import YEAR, read_date
from shelflist.parse.looks.grades import A_BODY, A_PERIODICAL, A_PLACE
from shelflist.parse.looks.imprint import place_score, publisher_score
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.languages import LANGUAGE_FORM, LANGUAGES

_ORDINAL = (
    r"(?:\d{1,3}(?:st|nd|rd|th|[adeªºè]|er|re|[eè]me|-(?:e|oe|a))\.?|(?:rev|enl)\.?(?=\s)|nouvelle|nueva|nuova|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teenth|(?:twen|thir|for|fif|six|seven|eigh|nine)tieth|new|"
    r"revised|enlarged|expanded|abridged|international|popular|cheap|student|limited|centenary|facsim\.|this|present|people[’']s|workers[’']|memorial|jubilee|library|definitive|"
    r"anniversary|ltd|english|american|british|us|uk|facsimile|electronic|digital|kindle|special|"
    r"paperback|hardback|annotated|corrected|photographic|unaltered|unchanged|verbatim|reset|third\s+revised|updated|2nd\s+revised|"
    r"première|deuxième|troisième|primera|segunda|tercera|cuarta|prima|seconda|terza|quarta|erste|zweite|dritte|vierte|neue|"
    r"erweiterte|überarbeitete|verbesserte|tweede|derde|andra|tredje|dua|tria|ail|trydydd)"
)
_QUALITY = r"(?:(?-i:[a-z]{3,14})[\s,]+(?:and\s)?){1,2}(?:edition|edn\b\.?|impression|printing)"
""" "second, uncut edition", "fifth and last edition": whatever small letters say of it."""
_OF_SUBJECT = r"(?!\s(?:on|of(?!\s\d)|about|devoted|dedicated)\b)"
""" "a Special Issue on China" is a title's or a phrase's."""
EDITION = re.compile(
    rf"(?:(?:the|a)\s+)?(?:(?:{_ORDINAL}[\s,]+(?:and\s+)?)+(?:(?:english|american|russian|soviet|indian|chinese)\s+)?(?:{_QUALITY}|edition|ed\.?|edn\.?|éd(?:ition)?\.?|edici[óo]n|edizione|eld(?:ono)?\.?|argraffiad|Auflage|Ausgabe|izd\.?|impression|impr\.?|imp\.?|thousand|printing|print|reprint|version|(?:re-?)?issue|translation|druk|uppl(?:aga[n]?)?\.?|udg(?:ave)?\.?|utg(?:åva)?\.?)(?!\w){_OF_SUBJECT}"
    r"|argraffiad\s(?:newydd|diwygiedig|cyntaf)\b"
    r"|(?:fully|completely|entirely|thoroughly|newly|much)\s(?:revised|enlarged|rewritten|expanded|corrected|updated)"
    r"(?:\s(?:and|&)\s[a-z]+)?"
    r"|(?:corrected|augmented|improved|expanded|updated|revised|enlarged)\s(?:and|&)\s(?:[a-z]+ly\s)?[a-z]+"
    rf"|[2-9]\.?\s(?:ed|edn|uppl|udg|opl|utg)\b\.?"
    r"|(?:Nachdruck|Neudruck|Neuauflage|Neuausgabe|réédition|réimpr(?:ession|\.)|reimpresión|ristampa|herdruk|nytryck|represo|"
    r"adargraffiad)\b"
    rf"|\d{{1,3}}\.\s(?:(?:verb|erw|durchges|neubearb|unveränd)\w*\.?\s(?:und\s|u\.\s)?)*(?:Aufl(?:age)?|Ausg(?:abe)?)\b\.?"
    rf"|(?:repr\.?(?=$|\W)|re-?printed|re-?issued?|re-?published|facsimile|reprint|e-?book|pdf(?=\s(?:edition|version|format|text))|kindle|abridged|unabridged|enlarged|revised)(?:\s+(?:version|edition|format|as\s+a\s+pamphlet|and\s+\w+|text))*)",
    re.IGNORECASE,
)
FIRST_PUBLISHED = re.compile(
    rf"(?:(?:was\s+)?(?:first|originally|previously|original\s+work)\s+(?:published|printed|issued|appeared|publication)|orig(?:inal|\.)\s+(?:edition|edn|ed)\.?(?=[:,]?\s\(?[12]\d{{3}}\b),?|cyhoeddwyd\s(?:gyntaf|yn\swreiddiol)|(?:first|original|orig\.)\s(?!english|british|american){LANGUAGE_FORM}\s(?:edition|edn|ed)\.?(?=[:,]?\s\(?[12]\d{{3}}\b)|originally|orig\.\s+pub\.?|orig\.?(?=\s\(?[12]\d{{3}}\b)|first\s+pub\.?)\s*(?:in|by|as|:)?\s*",
    re.IGNORECASE,
)
REPRINTED_FROM = re.compile(
    r"(?:re-?printed|extract(?:ed|s)?|offprint|taken|excerpt(?:ed|s)?|republished)\b.{0,30}?\bfrom\s+"
    r"(?=(?:the\s|an?\s|his\s|her\s)?(?-i:[A-Z“‘\"'\d])|(?:the\s|an?\s)?(?:book|journal|pamphlet|paper|magazine|newspaper|report|speech|edition|original|volume)\b|$)",
    re.IGNORECASE,
)
_CHANGED = (
    r"(?:(?:rev|enl|corr|augm|abr|exp)(?:\.|$|(?=\s))|re(?:vised|written|set|cast|worked)|enlarged|expanded|extended|"
    r"corrected|augmented|amended|improved|updated|(?:un)?abridged|shortened|condensed|completed|brought\sup\sto\sdate|"
    r"un(?:altered|changed))"
)
_MORE = re.compile(
    rf"(?:(?:and|&)\s)?(?:(?:[a-z]+ly|much)\s)?(?:(?:(?:and|&)\s)?{_CHANGED}\s?){{1,3}}"
    r"(?:by\s.{3,60}|(?:to|for|from|in|up\sto|with|throughout)\b[^,]{0,60})?"
    r"|with\s(?:an?|the|some|many|several|new|added|additional|additions|further|extra|corrections|alterations|amendments|"
    r"improvements|revisions|appendix|appendices|index|glossary|supplement|postscript|maps)\b(?:\s[\w’'-]+){0,8}"
    r"|with\s[\w\s’'-]{3,60}\s(?:added|received|restored|omitted|revised|corrected|included|appended|removed)"
)
_OF_SOMEBODY = re.compile(
    r"with\b.*\b(?:(?:by|from|(?:fore|intro|pref|after)\w+)\s[A-Z]|(?:portrait|photograph|frontispiece|plate|drawing|"
    r"illustration|woodcut)s?\b)"
)
_OF_EARLIER = re.compile(
    r"(?:an?\s)?(?:[a-z]+\s){0,2}(?:re-?print(?:ed)?|reproduc(?:ed|tion)|republi(?:shed|cation)|re-?issued?|facsimile|offprint|extract(?:ed|s)?|excerpt(?:ed|s)?|taken|"
    r"r[eé]impr\w*|ristampa|nachdruck|neudruck|herdruk)\b\.?"
    r"(?:.{0,20}?\bfrom\s|\s(?P<of>of|d(?:e|u|er|es)|dell[a’']|van|von)\b)",
    re.IGNORECASE,
)
_OF_LANGUAGE = re.compile(
    rf"(?:(?:orig(?:inal|\.)?|1st|first|in|in\sthe)\s)?(?P<language>[A-Z][a-z]+)(?:\s(?:original|orig\.|edition|edn?|ed|version)\.?)?,?\s"
    rf"{YEAR_FORM}$"
)
""" "in French 1930", "German original, 1930": after a later date, when the work came out in its own language."""
_FIRST_EDITION = re.compile(
    rf"(?:(?:1st|first|1[eè]?re|1[ªa]|1\.)\s(?:edn?|édn?|edition|édition|Aufl(?:age)?|edición|edizione|pub(?:\.|lished)?|in)"
    rf"|original|orig\.)\.?,?\s(?:(?-i:[A-ZÀ-Þ][\w’'-]+\s?){{1,2}},?\s)?{YEAR_FORM}$",
    re.IGNORECASE,
)
_NO_EDITION = ("new", "special", "special issue", "double issue")
_LONGEST_REST = 60
HOUSES = ("Society", "Press", "Company", "Club", "Committee", "Books")
_IMPRESSIONS = ("edition", "printing", "impression")
_IMPRESSION = re.compile(r"\b(?:edition|printing|impression)$")


def is_edition(words: str, *, publisher: float) -> bool:
    """An edition or a reprint; "The Reprint Society", with a `publisher` score to say so, is none."""
    if publisher >= A_BODY and words.endswith(HOUSES):
        return False
    found = EDITION.match(words)
    if found and len(words) - found.end() < _LONGEST_REST and found.group().casefold() not in _NO_EDITION:
        return True
    if REPRINTED_FROM.match(words):
        return True
    earlier = _OF_EARLIER.match(words)
    return earlier is not None and earlier["of"] is not None and YEAR.search(words) is not None


def ends_as_edition(words: str) -> bool:
    """ "Sixpenny edition": whatever stands before it."""
    return words.endswith(_IMPRESSIONS) and _IMPRESSION.search(words) is not None


def goes_on_with_edition(words: str) -> bool:
    """ "revised and enlarged", "rev.", "brought up to date", "with new plates": after an edition one statement with it.

    Not where somebody is named, "with a preface by Ann Hill", but for a reviser.
    """
    return _MORE.fullmatch(words) is not None and not _OF_SOMEBODY.match(words)


def tells_earlier_edition(words: str) -> bool:
    """ "reprinted from The Loom", "facsimile of the 1888 printing": of which edition this was made, not which it is."""
    found = _OF_EARLIER.match(words)
    return found is not None and (not found["of"] or YEAR.search(words) is not None)


def awaits_first_year(words: str) -> bool:
    """ "reprinted from The Loom", "facsimile of the first edition": the year after its comma is the earlier one's."""
    return _OF_EARLIER.match(words) is not None and YEAR.search(words) is None


def first_published(words: str) -> re.Match[str] | None:
    """The words that open a statement of the first publication, before its imprint."""
    return FIRST_PUBLISHED.match(words) if words[:1] in "cfowpCFOWP" else None


def after_first_published(words: str) -> str:
    """What they say without these opening words."""
    found = first_published(words)
    return words[found.end() :] if found else words


def tells_first_publication(words: str) -> bool:
    """ "first published 1921", "orig. 1905"."""
    found = first_published(words)
    return found is not None and YEAR.search(words, found.end()) is not None


def tells_first_edition(words: str) -> bool:
    """ "1st ed. 1936", "1re éd. 1936": in a bracket after a later date, the year of the first edition."""
    if words[:1] in "1fFoO" and _FIRST_EDITION.match(words):
        return True
    found = _OF_LANGUAGE.match(words)
    return found is not None and found["language"].casefold() in LANGUAGES


def is_original(words: str, gazetteer: Gazetteer) -> bool:
    """ "first published 1921", "originally published by Weft", "originally published as The Loom"."""
    found = first_published(words)
    if found is None:
        return False
    rest = words[found.end() :].strip()
    return bool(
        not rest
        or (found.group().rstrip().endswith(("as", "by")) and not rest[0].islower())
        or YEAR.search(rest)
        or read_date(rest)
        or publisher_score(rest, gazetteer) >= A_PERIODICAL
        or place_score(rest, gazetteer) >= A_PLACE
    )
