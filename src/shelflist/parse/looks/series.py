"""Series with their number: "Little Lenin Library, No. 5", "(Our History, 31)", "Science for Everyone"."""

import re

from shelflist.parse.looks.bodies import is_body_name
from shelflist.parse.looks.called_series import HEADED, SAID, is_called, says_series
from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.dates import MONTH_OR_SEASON, YEAR
from shelflist.parse.looks.divisions import counts_anew
from shelflist.parse.looks.editions import EDITION
from shelflist.parse.looks.formal import GENRE, PHYSICAL, may_be_formal, tells_languages
from shelflist.parse.looks.grades import A_BODY, LISTED, NAMELIKE, TOWNLIKE
from shelflist.parse.looks.imprint import place_score, publisher_score
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.parts import PART
from shelflist.parse.vocabulary.cues import cue, cues_in
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.small_words import SMALL_WORDS, SMALL_WORDS_ABROAD
from shelflist.parse.vocabulary.words import NUMBER_WORDS

SERIES_CUE = cue("""
pamphlet pamphlets tract tracts leaflet leaflets booklet booklets paper papers Paper broadsheet broadsheets series
Library Series Tract Tracts Pamphlet Pamphlets Booklet Booklets Text Texts Monograph Monographs Classics Papers Readings
Reprints Paperbacks Leaflet Leaflets Guide Handbook Handbooks Manuals Lectures Originals Original Specials Offprints
Schriftenreihe Schriften Reihe Beiträge Cahiers Cuadernos Cadernos Quaderni Bibliothek Bibliothèque Biblioteca
Biblioteka Colección Collana Collection Spisy Skrifter Småskrifter Zeszyty Syllabus Syllabuses
Report Note Memorandum Circular
""")  # fmt: skip
_SERIES = re.compile(
    r"(?:.*\b(?:Library|[Ss]eries|Tracts?|Pamphlets?|Booklets?|Texts|Monographs?|Classics|Papers|Readings|"
    r"Reprints|Paperbacks|Leaflets?|Study Guide|Handbooks?|Manuals|Lectures(?:\s(?:in|on)\s\w+)?|Originals?|"
    r"Specials|Offprints|Syllabus(?:es)?)\b(?:\s*(?:[,:]?\s*)(?:(?i:No|Nos|Number|Nr|Vol|Volume)|#)\.?\s*\w+|:?\s+[A-Z]?\d+)?"
    r"|.*\b(?:pamphlet|tract|leaflet|booklet|[Pp]aper|broadsheet)s?,?\s(?:(?:[Nn]o|[Nn]umber)\.?\s?)?\d{1,4}"
    r"|(?:(?!Annual|Interim|Final|Progress|Quarterly|Monthly)[A-ZÀ-Þ][\w&.-]*\s){1,5}(?:Report|Note|Memorandum|Circular)"
    r"\s(?:[Nn]o\.?\s?)?[A-Z]{0,3}\d{1,3}"
    r"|.*\b(?:Occasional|Research|Working|Discussion|Background|Briefing|Conference)\sPaper(?:\s\d+)?"
    r"|(?:[A-ZÀ-Þ]\w+\s)?(?:Schriftenreihe|Schriften|Reihe|Beiträge|Cahiers|Cuadernos|Cadernos|Quaderni|Bibliothek|"
    r"Bibliothèque|Biblioteca|Biblioteka|Colección|Collana|Spisy|Skrifter|Småskrifter|Zeszyty)\s\w.*"
    r"|Collection\s[A-ZÀ-Þ].*)$"
)
_SMALL_ROMAN = r"(?=[ivxlc]{2,8}$)c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
""" "lxxxix", as learned societies number."""
_NUMBER = re.compile(
    r"\s*(?:[,;:–—-]\s*|\s)[(\[]?(?P<number>(?P<word>(?:nos?|n(?=\.)|núm|numbers?|vol|vols|volume|v(?=\.)|nr|n-ro|rhif|issue|part|h(?=\.))\b\.?|#|n[°º])\s*[\w/-]+(?:\s(?:and|&)\s\d{1,4}|\sof\s\d{4})?|(?<=,\s)(?:book|bd|band|heft|tom[eo]?|pamphlet|booklet|tract|C|Cd|Cmn?d|Cm)\b\.?\s?\d+(?:,\d+)?|"
    rf"(?-i:[A-Z]{{0,3}}|(?<=,\s)[A-Z]{{1,3}}\s)\d{{1,4}}(?:[/–-]\d{{1,4}}|[a-z])?|(?-i:[IVXLC]{{1,6}}(?:\sof\s\d{{4}})?)|"
    rf"(?<=,\s)(?:(?-i:{_SMALL_ROMAN})|{NUMBER_WORDS}))$",
    re.IGNORECASE,
)
_MORE_NUMBER = re.compile(
    r",?\s(?P<number>(?:vols?|volume|nos?|number)\b\.?\s[\dIVXL]+|(?<=,\s)(?:pamphlet|bulletin|tract|booklet|leaflet))$",
    re.IGNORECASE,
)
""" "Weft Pamphlets, vol. 2, no. 3", "Working Lives, Pamphlet No. 5": what else is none of the name."""
NUMBER_ALONE = re.compile(
    rf"[A-Z]{{0,3}}\d{{1,4}}(?:/\d{{1,4}})?$|[A-Z]{{1,3}}\s\d{{1,3}}$|[IVXL]{{1,6}}(?:\sof\s\d{{4}})?$|{_SMALL_ROMAN}$|(?:(?i:{NUMBER_WORDS}))$"
)
""" "14", "16/71", "Two": after the comma of a series."""
_CODE = re.compile(r"[A-Z]{1,3}\s?\d{1,3}|[IVXLC]{1,6}\sof\s\d{4}")
""" "MB 199", "III of 1938": by house or parliament."""
NUMBERED_IN = re.compile(
    r"(?P<number>(?:[Nn]os?|[Nn]umber|[Vv]ol(?:ume)?|[Pp]art)\b\.?\s?(?:\d{1,4}|[IVXL]{1,6}))\s(?:in|of)\s(?:the\s|our\s)?"
    r"(?P<title>[A-ZÀ-Þ].*\b(?:Library|[Ss]eries|Pamphlets|Papers|Tracts|Booklets|Monographs))$"
    r"|(?P<n>(?:[Nn]os?|[Nn]umber|[Vv]ol(?:ume)?)\b\.?\s?\d{1,4})\s(?:in|of)\s(?:a|the|our|its)\sseries,?\s(?:called\s|entitled\s)?"
    r"[“‘\"]?(?P<name>[A-ZÀ-Þ][^“”‘\"]*?)[”’\"]?$"
)
""" "No. 5 in the Little Lenin Library", "number 5 in a series called Loom Lives"."""
_NUMBERED = re.compile(r"[a-z]\s(?:No|no|Nr|nr|#)\.?\s?\d{1,4}$")
""" "Loom's Wool Book No 6": a name and a number in one."""
_BY_LETTERS = re.compile(r"(?:[A-Z]\.){2,6},?\s[Nn]os?\.\s?\d{1,4}|(?:H\.\s?[CL]|C)\.\s\d{1,4}")
""" "W.H.S. no. 77", "H.C. 241", "C. 6708": of a society, or of a House of Parliament."""
_NO_SERIAL = re.compile(
    r"(?:Catalogue|Stock|Lot|Item|Order|Reference|Box|Shelf|Plate|Map|Figure|Copy|Number|Issue|Page|Chapter)\b"
)
""" "Lot 14": what has a number, and is no series."""
_BOOK = re.compile(r"(?:The|A|An)\s.*\s(?:Handbook|Guide)$|No\.?\s\d+,")
""" "The Fossil Collector’s Handbook"; "No. 5, Weft Pamphlets" has its number first."""
_DATED = re.compile(rf",\s{YEAR_FORM}\b")
""" "(Weft Papers 9, 1973)": a series, and the date beside it."""
_SENTENCE = re.compile(r"(?:[A-Z]\w+ed|From|First|Copy)\s(?:a|at|by|from|in|of|the|with)\s|.*\s(?:is|was|are|has)\s")
""" "Scanned from a copy in the Marx Memorial Library", "This was number 12 in a series": said of it, no series."""
_LONGEST = 9
_SMALL = SMALL_WORDS | SMALL_WORDS_ABROAD | {"&"}
_NO_SERIES = re.compile(
    r"(?:Includes?|Including|Contains?|Supplement|Reprint|Reprinted|Price|Illustrated|Missing|Lacks|With|From|Published|"
    r"Issued|Copy|Cover|Also|See|Text|Printed|Page|Special|First|Originally|Formerly|Previously|Second|Third|In|Translated|Edited|Written|Produced|Prepared|Donated|Presented|Signed|Inscribed|Extracts?|Excerpts?|Offprints?|"
    r"ISBN|ISSN|No|Photocop(?:y|ies)|Typescript|Duplicated|Mimeographed|Typed)\b"
)
_CAPITALS = re.compile(r"[A-ZÀ-Þ][\w’'.-]*(?:\s(?:(?:of|the|and|for|in|on|&)\s)*[A-ZÀ-Þ][\w’'.-]*){1,7}$")
_LONGEST_NAME = 6
_OF_MANY = re.compile(r"^\w{3,}[^s’']s\s|[^s’']s$|\b(?:History|Heritage|Library|Life)$")
""" "Working Lives", "Makers of the Movement": a series is of many."""
_OF_COPY = re.compile(
    r"\b(?:Copy|Copies|Complete|Incomplete|Condition|Illustrated|Bound|Wrappers?|Jacket|Covers?|Binding|Boards|Cloth|Plates|Photos?|Photographs|Maps?|Index|Good|Fine|Scan(?:ned)?|"
    r"Pages?|Editions?|Printing|Text|Language|Author|Signed|Facsimile|Price|PDF|Details|Language|Extracts?|Missing|Hardback|"
    r"Paperback|Mint|Rare|Scarce|Marks|Notes|Stains|Illustrations|Drawings|Cartoons|Portraits?|Inscriptions?)\b|^[A-ZÀ-Þ][a-zà-ÿ]\s"
    r"|^(?:Box|Shelf|Folder|Drawer|Cabinet)\s[\w/.-]{1,8}$"
)
""" "Dust Jacket", "Very Good Copy"; "Yn Gymraeg": what is said of a copy, and the language."""
_OF_BODY = (" Lodge", " Branch", " Local", " Chapter", " Cell", " Ward", " District", " Battalion", " Company")
""" "Miners' Lodge No. 4": a part of a body has its number, too."""
_KINDS = re.compile(
    r"(?:[A-Z]\w+\s)?(?:Lectures|Studies|Papers|Monographs|Texts|Manuals|Readings|Documents|Tracts)\s(?:in|on|for)\s"
)
""" "Popular Lectures in Engineering": writings of a kind, and no one writing."""


def is_series(words: str, cues: int) -> bool:
    """The form of a series title: "Little Lenin Library No. 5". `cues` are those of `words`."""
    if not cues & SERIES_CUE or not words[0].isupper() or _BOOK.match(words) or _SENTENCE.match(words):
        return False
    return not counts_anew(words) and bool(_SERIES.match(words)) and 1 < len(words.split()) <= 9


def is_series_statement(words: str, gazetteer: Gazetteer) -> bool:
    """A series by its form or its name, in a bracket or with its number: "(Weft Papers, 7)", "Cmd. 4914"."""
    if says_series(words) or (words[1:2] == "." and _BY_LETTERS.fullmatch(words)):
        return True
    if words[0] in "([":
        return words[-1] in ")]" and read_series(words, gazetteer, held=True) is not None
    if words[0] in "cs":
        return read_series(words, gazetteer) is not None
    if is_series(words, cues_in(words)) or gazetteer.is_series(words):
        return True
    if not words[-1].isdigit():
        return False
    if _NUMBERED.search(words) is not None:
        return read_series(words, gazetteer) is not None
    return words[0].isupper() and gazetteer.is_series(split_series(words)[0])


def split_series(words: str) -> tuple[str, str | None]:
    """Title and number: "Little Lenin Library No. 5"; "No. 5 in the Little Lenin Library"."""
    bare = HEADED.sub("", words.strip("()[] .,;="), count=1)
    if first := NUMBERED_IN.match(bare):
        return first["title"] or first["name"], first["number"] or first["n"]
    found = _NUMBER.search(bare)
    title, number = (
        (bare[: found.start()].rstrip(" ,;(["), found["number"]) if found and found.start() else (bare, None)
    )
    if number and (more := _MORE_NUMBER.search(title)):
        title, number = title[: more.start()], bare[more.start("number") :]
    said = SAID.match(title)
    return said["title"] if said else title, number


def read_series(
    words: str, gazetteer: Gazetteer, *, held: bool = False, last: bool = False
) -> tuple[str, str | None] | None:
    """Title and number, if `words` are nothing but a series: listed, by its form, or by its name and "No.".

    `held`: the words stand in a bracket of their own, where a bare number is enough. `last`: after the imprint or the
    extent, where no house stands; in a bracket one word and a number are enough there.
    """
    title, number = split_series(words)
    if not title or (held and _DATED.search(words)):
        return None
    if is_called(words, title, gazetteer, numbered=number is not None) or (
        held and last and _is_abroad(words, title, number)
    ):
        return title, number
    if not title[0].isupper():
        return (title, number) if gazetteer.is_series(title) else None
    if gazetteer.is_series(title) or is_series(title, cues_in(title)):
        return title, number
    if is_series(words.strip("()[] .,;"), cues_in(words)):
        return title, number
    if number and held and last and _may_be_word_of_series(title, gazetteer):
        return title, number
    many = last and len(number or "") < 4 and _OF_COPY.search(title) is None
    many = many and (_OF_MANY.search(title) is not None or is_body_name(title))
    named = number is not None and (
        held or many or "/" in number or (not number[0].isdigit() and number.strip("IVXLC") != "")
    )
    named = named and not YEAR.fullmatch(number or "")
    return (title, number) if named and may_be_series(title, gazetteer, last=last) else None


def _is_abroad(words: str, title: str, number: str | None) -> bool:
    """ "Beletraj kajeroj; 4", "El libro de bolsillo, 492": in most languages a series has no capitals but its first."""
    if number is None or not title[0].isupper() or title.count(" ") >= _LONGEST or _NO_SERIES.match(title):
        return False
    abroad = not SMALL_WORDS_ABROAD.isdisjoint(title.casefold().split())
    return f"{title};" in words or f"{title} ;" in words or (abroad and f"{title}," in words)


def _may_be_word_of_series(title: str, gazetteer: Gazetteer) -> bool:
    """ "Briefing", before its number: one word, and neither a periodical nor what lists have numbers for."""
    if (
        " " in title
        or not title[0].isupper()
        or not title.replace("-", "").isalpha()
        or len(title) < 5
        or gazetteer.is_periodical(title)
    ):
        return False
    return not (
        _NO_SERIAL.match(title) or _OF_COPY.search(title) or may_be_formal(title) or MONTH_OR_SEASON.match(title)
    )


def may_be_series(title: str, gazetteer: Gazetteer, *, last: bool = False) -> bool:
    """Two words or more, all with capitals, and nothing that a note begins with."""
    words = title.split()
    if not 1 < len(words) <= _LONGEST or not _SMALL.issuperset([word for word in words if not word[0].isupper()]):
        return False
    if (
        _NO_SERIES.match(title)
        or title.endswith(_OF_BODY)
        or (not last and publisher_score(title, gazetteer) >= LISTED)
    ):
        return False
    return not (may_be_formal(title) and any(form.match(title) for form in (EDITION, GENRE, PART, PHYSICAL)))


def may_name_series(words: str, gazetteer: Gazetteer, *, housed: bool = False) -> bool:
    """ "Humberside Working Lives": a sentence of capitals after the extent that is said of no copy and names nobody.

    `housed`: the line has told its house, so that "Weft Books" is no other.
    """
    if not 1 < len(words.split()) <= _LONGEST_NAME or _CAPITALS.match(words) is None or _tells_of_copy(words):
        return False
    if (
        _OF_MANY.search(words) is None
        or not may_be_series(words, gazetteer, last=True)
        or (not housed and publisher_score(words, gazetteer) >= A_BODY)
    ):
        return False
    return names_score(words, gazetteer) < NAMELIKE and place_score(words, gazetteer) < TOWNLIKE


def may_name_something(note: str) -> bool:
    """ "Crafts for All.": capitals throughout, and nothing that is said of a copy: an unlisted series, or a house."""
    bare = note.strip("()[] .")
    return _CAPITALS.fullmatch(bare) is not None and not (_NO_SERIES.match(bare) or _tells_of_copy(bare))


def _tells_of_copy(words: str) -> bool:
    return _OF_COPY.search(words) is not None or tells_languages(words)


def opens_note(words: str) -> bool:
    """ "First printing", "Photocopy of the typescript": what is said of the copy or of its text."""
    return _NO_SERIES.match(words) is not None or EDITION.match(words) is not None


def is_code(words: str) -> bool:
    """ "MB 199", "III of 1938": what houses and parliaments number by."""
    return _CODE.fullmatch(words) is not None


def is_number_of_series(words: str) -> bool:
    """ "No. 7": after "ABC of Social and Political Knowledge", a name that no list holds, it shows a series."""
    found = _NUMBER.search(f", {words}")
    return found is not None and bool(found["word"]) and found["word"][:1] in "nN#"


def has_series_form(words: str, *, tells_work: bool) -> bool:
    """Capitals, and no kind of writing but of those that series are of."""
    return _CAPITALS.match(words) is not None and (not tells_work or _KINDS.match(words) is not None)
