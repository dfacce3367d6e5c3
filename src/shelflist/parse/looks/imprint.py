"""Publishers, places, editions, series and parts: what a segment of a line looks like for one of these.

Only the look of the words is judged here; the search over the whole line decides.
"""

import re
from functools import lru_cache

from shelflist.parse.vocabulary.body_words import is_body, is_people, is_writing
from shelflist.parse.vocabulary.cues import cue, cues_in
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.numbering import ISSUES_ABROAD, VOLUMES_ABROAD
from shelflist.parse.vocabulary.regions import BRANCHES, REGIONS
from shelflist.parse.vocabulary.words import NUMBER_WORDS, Word, words_of

_FIRM_WORDS = """
Press Publisher Publishers Publishing Publication Publications Books Bookshop Bookroom Bookstall Booksellers Verlag
Édition Éditions Edition Editions Editorial Ediciones Edições Editora Editrice Edizioni Editori Förlag Bokförlaget
Forlag Uitgeverij Kiadó Wydawnictwo Nakladatelství Izdatelstvo Printers Printing Print Co Company Ltd
Limited Inc GmbH Prakashan Distributors Librairie Libreria Imprimerie House Sons Bros Brothers Stationery UP
Printery Bookstall Bookstore Newspapers Stationers Gwasg Llyfrau Llyfrfa Wasg Drukkerij Druckerei Tipografía
Tipografia Imprenta Tryckeri Bogtrykkeri Stamperia Eldonejo Eldonoj Yayınları Yayınevi Kustannus Książka Edituri
"""
_FIRM = cue(_FIRM_WORDS)
_BODY_WORDS = """
Committee Party Society Association League Federation Union Unions Institute University Council Club Group
Movement Commissariat Ministry Embassy Campaign Office Bureau Centre Center Department Board Foundation
Academy Library Agency Service Congress Trust Commission Confederation Fellowship Alliance Organisation
Organization College School Museum Information Collective Workers Guild International Branch Front
Conference Partei Parti Partido News Gazette Gazeta Amalgamation Area Railway Railways Corporation Gallery Against
Archive Archives Unit Project Settlement Argus Herald Chronicle Echo Advertiser Courier
Cooperative Cooperatives Theatre Church Executive Secretariat Authority Mission Assembly Tribune
"""
_BODIES = frozenset(_BODY_WORDS.split())
_BODY = cue(_BODY_WORDS)
_FIRM_AT_EDGE = re.compile(
    r"(?:^(?:Éditions?|Editions|Editorial|Ediciones|Edições|Editora|Edizioni|Editori|Verlag|Bokförlaget|Librairie)\b"
    r"|\b(?:Press|Publishers?|Publishing|Publications?|Books|Verlag|Company|Co|Ltd|Limited|Inc|Sons|Förlag|House|Prakashan|Distributors|Bookshop|UP)\.?(?:\s+\([^)]*\))?$)"
)
_SECOND_OF_ACRONYM = frozenset(".ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_PAIR = re.compile(
    r"[A-Z][\w'’.-]+(?:\s[A-Z][\w'’.-]+)?,?\s(?:and|&)\s[A-Z][\w'’.-]+(?:\s(?:Co|Company|Ltd|Sons|Brothers)\.?)?$"
)
_PARTNERS = re.compile(r"[A-Z][\w’'-]+(?:,\s[A-Z][\w’'-]+)+,?\s(?:and|&)\s[A-Z][\w’'-]+(?:\s(?:Co|Company|Ltd)\b\.?)*$")
""" "Longman, Brown, Green & Longmans": joined where an imprint goes on after them."""
_THE_BODY = re.compile(r"[Tt]he\s(\w+)$")
_SELF = frozenset(["author", "Author", "authors", "Authors", "editor", "editors", "compiler", "compilers"])
""" "the Society", "the author": who wrote it also published it."""
_ACRONYM = re.compile(r"(?:[A-Z]{2,8}|(?:[A-Z]\.){2,8})(?:\([\w-]+\))?(?:(?:[ -]|, )[A-Z]{2,4})?$")
_CAPITAL = re.compile(r"[A-ZÀ-Þ]")
_NO_PLACE_NAME = re.compile(r"\d")
NOT_PRINTED_BUT = re.compile(
    r"(?:n\.?\s?p\.?|no\s+place),?\s+(?=[\[(])|(?:\[?(?:n\.?\s?p|s\.\s?[ln])\.\]?|no\s(?:publisher|place))\s+(?=(?:1[4-9]|20)\d\d|n\.?d\b)",
    re.IGNORECASE,
)
""" "n.p. (Dublin?)", "n.p. 1979": a guess at the place follows, or the date."""
NOT_PRINTED = re.compile(
    r"n\.?\s?pl?\.?$|\[n\.?\s?p\.?\]$|no\s+(?:publisher|imprint|place)(?:\s+(?:given|stated|named))?$|s\.\s?[ln]\.?$|\[s\.\s?[ln]\.?\]$|publisher\s+unknown$|privately\s+printed$",
    re.IGNORECASE,
)
""" "n.p." and its like: no publisher, or no place, is named."""
NO_PLACE = re.compile(r"no\s+place|n\.?\s?pl\b|s\.\s?l|\[s\.\s?l", re.IGNORECASE)
_BY_SELF = r"(?=[A-Z]|(?:the\s)?(?:author|editor|compiler|Author)s?$)"
PUBLISHED_BY = re.compile(
    r"pub(?:l|d)?\.(?:\sby)?:?\s(?=[A-Z])|(?:this\sedition\s)?(?:published|issued|printed|printed and published|"
    rf"produced|distributed)\s+(?:for\s+[\w\s]+\s|in\s[A-Z]\w+\s)?by\s+(?:the\s+(?!author|editor|compiler|Author))?{_BY_SELF}",
    re.IGNORECASE,
)

_ORDINAL = (
    r"(?:\d{1,3}(?:st|nd|rd|th|[adeªºè]|er|re|[eè]me|-(?:e|oe))\.?|(?:rev|enl)\.?(?=\s)|nouvelle|nueva|nuova|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|new|"
    r"revised|enlarged|expanded|abridged|international|popular|cheap|student|limited|centenary|this|present|people[’']s|workers[’']|memorial|jubilee|library|definitive|"
    r"anniversary|ltd|english|american|british|us|uk|facsimile|electronic|digital|kindle|special|"
    r"paperback|hardback|annotated|corrected|third\s+revised|updated|2nd\s+revised)"
)
_OF_SUBJECT = r"(?!\s(?:on|of(?!\s\d)|about|devoted|dedicated)\b)"
""" "a Special Issue on China" is a title's or a phrase's."""
EDITION = re.compile(
    rf"(?:(?:the|a)\s+)?(?:(?:{_ORDINAL}[\s,]+(?:and\s+)?)+(?:(?:english|american|russian|soviet|indian|chinese)\s+)?(?:edition|ed\.?|edn\.?|éd(?:ition)?\.?|edici[óo]n|edizione|izd\.?|impression|impr\.?|thousand|printing|print|reprint|version|issue|translation)(?!\w){_OF_SUBJECT}"
    rf"|\d{{1,3}}\.\s(?:(?:verb|erw|durchges|neubearb|unveränd)\w*\.?\s(?:und\s|u\.\s)?)*(?:Aufl(?:age)?|Ausg(?:abe)?)\b\.?"
    rf"|(?:repr\.?(?=$|\W)|re-?printed|re-?issued|re-?published|facsimile|reprint|e-?book|pdf|kindle|abridged|unabridged|enlarged|revised)(?:\s+(?:version|edition|format|as\s+a\s+pamphlet|and\s+\w+|text))*)",
    re.IGNORECASE,
)
FIRST_PUBLISHED = re.compile(
    r"(?:(?:was\s+)?(?:first|originally|previously)\s+(?:published|printed|issued|appeared|publication)|originally|orig\.\s+pub\.?|orig\.?(?=\s\(?[12]\d{3}\b)|first\s+pub\.?)\s*(?:in|by|as|:)?\s*",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")


def tells_first_publication(words: str) -> bool:
    """ "first published 1921", "orig. 1905"."""
    return words[0] in "fowpFOWP" and FIRST_PUBLISHED.match(words) is not None and _YEAR.search(words) is not None


REPRINTED_FROM = re.compile(
    r"(?:re-?printed|extract(?:ed|s)?|offprint|taken|excerpt(?:ed|s)?|article|republished)\b.{0,30}?\bfrom\s+"
    r"(?=(?:the\s|an?\s|his\s|her\s)?(?-i:[A-Z“‘\"'\d])|(?:the\s|an?\s)?(?:book|journal|pamphlet|paper|magazine|newspaper|report|speech|edition|original|volume)\b|$)",
    re.IGNORECASE,
)
SERIES_CUE = cue("""
pamphlet pamphlets tract tracts leaflet leaflets booklet booklets paper papers Paper broadsheet broadsheets series
Library Series Tract Tracts Pamphlet Pamphlets Booklet Booklets Text Texts Monograph Monographs Classics Papers Readings
Reprints Paperbacks Leaflet Leaflets Guide Handbook Handbooks Manuals Lectures Originals Original Specials
""")  # fmt: skip
_SERIES = re.compile(
    r"(?:.*\b(?:Library|[Ss]eries|Tracts?|Pamphlets?|Booklets?|Texts|Monographs?|Classics|Papers|Readings|"
    r"Reprints|Paperbacks|Leaflets?|Study Guide|Handbooks?|Manuals|Lectures(?:\s(?:in|on)\s\w+)?|Originals?|"
    r"Specials)\b(?:\s*(?:[,:]?\s*)(?:(?i:No|Nos|Number|Nr|Vol|Volume)|#)\.?\s*\w+|:?\s+[A-Z]?\d+)?"
    r"|.*\b(?:pamphlet|tract|leaflet|booklet|[Pp]aper|broadsheet)s?,?\s(?:(?:[Nn]o|[Nn]umber)\.?\s?)?\d{1,4}"
    r"|.*\b(?:Occasional|Research|Working|Discussion|Background|Briefing|Conference)\sPaper\s\d+)$"
)
_NUMERAL = (
    r"(?:\d{1,4}(?:\s?[-–/&]\s?\d{1,4}|\s?\(\d{1,4}\))?[a-z]?|(?<=[\s.])(?:[IVXLC]{1,7}|[A-D])|"
    rf"{NUMBER_WORDS})"
)
PART = re.compile(
    r"(?:(?P<kind>volumes?|vols?\.?|v\.(?=\s?\d)|n\.(?=\s?\d)|(?:new|second|third) series,? nos?\.?|"
    rf"parts?|pts?\.?|books?|bk\.?|numbers?|nos?\.?|#|nr\.?|n[°º]|{VOLUMES_ABROAD}|{ISSUES_ABROAD}|teil|bd\.?|issues?(?:\snumbers?|\snos?\.?)?|tomes|band|section|chapter|supplement|series|fascicle|document)\s?(?P<n>{_NUMERAL})(?!\w)\.?"
    r"|(?P<ordinal>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+(?P<thing>period|part|volume|book|series|section|half|course))"
    r"(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
""" "Volume 2", "Part1 – the Dominated", "No. 3 (80)", "Third Period"."""
GENRE = re.compile(
    r"(?:an?\s+)?(?:(?:four|two|one|\d)[- ](?:page|sided)\s+)?(?:leaflet|flyer|flier|handbill|"
    r"broadsheet|poster|pamphlet|booklet|manifesto)$",
    re.IGNORECASE,
)
_THESIS = (
    r"(?:unpub(?:lished|l?\.)\s)?(?:university\sof\s\w+\s|\w+\suniversity\s)?(?:(?:ph\.?\s?d|[dbm]\.?\s?phil|[bm]\.?\s?litt|m\.?\s?a|m\.?\s?sc|"
    r"m\.?\s?ed)\b\.?|doctoral|master['’]?s)(?:\s(?:thesis|dissertation|diss\.?))?"
)
""" "unpublished MA thesis", "Ph.D. dissertation": what the work was written for."""
_SIZE = (
    r"(?:(?:cr(?:own)?|roy(?:al)?|demy|post|small|sm|large|lge|narrow|oblong|thick|thin)\.?\s)*"
    r"(?:4to|8vo|12mo|16mo|18mo|24mo|32mo|folio|quarto|octavo)"
)
PHYSICAL = re.compile(
    rf"(?:{_THESIS}|{_SIZE}|"
    r"\d+(?:\.\d+)?\s?[×x]\s?\d+(?:\.\d+)?(?:\s?(?:inches|ins?|cm|mm|\"|”))?|(?:well |profusely |"
    r"fully |richly )?illustrated|illus\.?|ill\.?|(?:with )?(?:maps?|plates|portraits?|photographs|"
    r"diagrams|tables|figures|index|bibliography)(?: and \w+)?|boxed|paperback|hardback|"
    r"(?:soft|hard)[ -]?(?:cover|back)|clothbound|"
    r"typescript|mimeo(?:graphed)?|duplicated|cyclostyled|stencill?ed|self[- ]published|cloth|boards|stapled|"
    r"(?:new|second|third|old) series|n\.s\.|supplement|(?:special|double) (?:issue|number)|"
    r"(?:(?:this edition )?(?:printed and )?(?:published|issued|printed|produced|distributed)(?: in [A-Z]\w+)? by|"
    r"printed(?: and (?:sold|published))? for)"
    r"(?: the)?|"
    r"pub(?:l|d)?\.?(?:\sby)?|(?:translated|transl?\.?|tr\.)\s(?:from|into)\s(?:the\s)?(?:original\s)?(?-i:[A-Z])\w+|"
    r"(?:in )?(?:\d+|two|three|four|five|six) (?:vol(?:ume)?|part)s\.?|chap(?:ter)?s\.?\s[\d\s,–-]+|in (?:french|"
    r"german|russian|spanish|chinese|italian|english|welsh|irish|portuguese|albanian|vietnamese|"
    r"polish)|"
    r"(?:shelf(?:mark)?|ref(?:erence)?|call no|call number|accession|class(?:mark)?|location|box|folder)\b[.:]? ?"
    r"(?:nos?\.? )?[A-Z\d][\w./:-]*(?: [\w./:-]{1,8}){0,3}|"
    r"(?:in association|in conjunction|jointly) with (?:the )?(?=[A-Z]).{3,90}|"
    r"(?:published|printed|issued|produced|reproduced)(?: \w+)? (?:for|on behalf of|in association with|"
    r"in conjunction with|under the auspices of) (?:the )?(?=[A-Z]).{3,90})$",
    re.IGNORECASE,
)


_FORMAL_OPENING = re.compile(
    r"[\d#£$€]|tr\.|transl?|\[?(?:n\.?p|n\.?$|s\.)|(?:this|no|us|uk|well|two|one|four|with|in|ed|pdf|was)\b|"
    r"(?:pub|private|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|new|rev(?:ise|\.|$)|enl|expand|"
    r"abridge|international|popular|cheap|student|limited|centenary|anniversary|english|american|british|facsimile|"
    r"electronic|digital|kindle|special|paperback|hardback|annotated|corrected|updated|present|people[’']s$|workers[’']$|"
    r"memorial|jubilee|library|definitive|re-?pr|re-?issue|ltd|"
    r"re-?publish|e-?book|unabridged|original|previous|orig\.|extract|offprint|taken|excerpt|article|"
    r"vol|v\.|new|part|pt|book|bk|n|jg|jrg|jahr|ann|heft|t(?:om[eo]?)?\.?$|kn|vyp|teil|bd|iml|cyf|rok$|uimh|rhif|zesz|issue|band|section|chapter|supplement|series|fascicle|document|"
    r"leaflet|flyer|flier|handbill|broadsheet|poster|pamphlet|booklet|manifesto|"
    r"profusely|fully|richly|illus|ill|soft|hard|clothbound|shelf|ref\b|refer|call|accession|class\b|classmark|location|box\b|folder|jointly|unpub|ph\.?d|[dm]\.?phil|[bm]\.?litt|m\.?(?:a|sc|ed)\.?$|doctoral|master|map|plates|portrait|photographs|diagrams|tables|figures|index|bibliography|"
    r"issue|reprod|typescript|mimeo|duplicated|cyclostyled|stencil|self|cloth|boards|stapled|boxed|print|produced|distributed)",
    re.IGNORECASE,
)


_ARTICLES = frozenset(["the", "a", "an"])


def may_be_formal(words: str) -> bool:
    """Whether `words` open as an edition, a part, a genre, "n.p." and their like may; hardly any title or name does.

    The forms above (NOT_PRINTED, EDITION, FIRST_PUBLISHED, REPRINTED_FROM, PART, GENRE, PHYSICAL) need then be tried.
    """
    first, _, rest = words.partition(" ")
    if rest and first.lower() in _ARTICLES:  # before an edition or a genre
        first = rest.partition(" ")[0]
    return _opens_formally(first)


@lru_cache(maxsize=4096)
def _opens_formally(word: str) -> bool:
    return not word.isascii() or _FORMAL_OPENING.match(word) is not None


@lru_cache(maxsize=8192)
def publisher_score(words: str, gazetteer: Gazetteer) -> float:
    """How much `words` look like a publisher: 6 when listed, about 4 for a firm's form, 2.5 for a body's."""
    if gazetteer.is_publisher(words):
        return 6.0
    if not (words[0].isupper() or words[0].isdigit() or words.startswith(("the ", "‘", "“", "'"))) or len(words) > 160:
        return -4.0
    if words[0].isdigit() and not _CAPITAL.search(words):
        return -4.0  # "14", "4.1981"
    if words[:4] in ("the ", "The ") and (body := _THE_BODY.match(words)) and (body[1] in _BODIES or body[1] in _SELF):
        return 5.0
    known = words_of(words, gazetteer)
    length = len(known.each)
    if "," in words and _PARTNERS.match(words):
        return 3.5
    cues = cues_in(words)
    if cues & _FIRM:
        if _FIRM_AT_EDGE.search(words):
            return 4.5 if length <= 10 else 2.5
        return 3.5 if length <= 12 else 1.5
    if (cues & _BODY or is_people(words) or is_body(words)) and not is_writing(words):
        return 2.5 if 1 < length <= 12 else 0.0
    if words[1:2] in _SECOND_OF_ACRONYM and _ACRONYM.match(words):
        return 3.0
    return _unlisted_score(words, known.each, gazetteer)


def is_branch(words: str, gazetteer: Gazetteer) -> bool:
    """ "Penguin India": a listed house, and the country of its branch."""
    house, _, country = words.rpartition(" ")
    return country in BRANCHES and gazetteer.is_publisher(house)


def _unlisted_score(words: str, each: tuple[Word, ...], gazetteer: Gazetteer) -> float:
    length = len(each)
    if words.endswith(BRANCHES) and is_branch(words, gazetteer):
        return 4.5
    if gazetteer.is_periodical(words):
        return 2.0
    if (" and " in words or "&" in words) and _PAIR.match(words):
        return 1.5
    if length == 1:
        return -0.5 if each[0].is_plain else 1.0
    if length > 6:
        return -2.0 - 0.3 * (length - 6)
    return 0.4 - 0.8 * sum([word.is_plain for word in each])


_ITSELF_A_PLACE = ("N.Y.", "NY", "N.Y")
""" "Capricorn, N.Y.": New York; only after a known town it is the state."""
TOWN = 2.0
""" "Styal": a town that is known for no printing, and whose name may also be a person's or a house's."""


@lru_cache(maxsize=8192)
def place_score(words: str, gazetteer: Gazetteer) -> float:
    """How much `words` look like a place: 5.5 when listed, 2 for any town, about 0 for one or two unknown words."""
    if gazetteer.is_place(words):
        return 5.5
    if words[-1] == "]" and gazetteer.is_place(words.partition(" [")[0]):
        return 5.5  # "Oxford [England]"
    if "-" in words and all(gazetteer.is_place(part) for part in words.split("-")):
        return 5.5  # "London-New York"
    if gazetteer.is_town(words) or (len(words) > 4 and words in REGIONS):
        return TOWN
    if words[-1].isupper() and words.rpartition(" ")[2] in REGIONS and gazetteer.is_place(words.rpartition(" ")[0]):
        return 5.5  # "Ithaca NY"
    if "," in words:
        return 5.5 if _is_in_region(words, gazetteer) else -6.0
    each = words_of(words, gazetteer).each
    if len(each) > 3 or not all(word.is_capital for word in each) or _NO_PLACE_NAME.search(words):
        return -6.0
    if any(word.is_plain for word in each):
        return -3.0
    return {1: 0.0, 2: -1.0}.get(len(each), -2.0)


def _is_in_region(words: str, gazetteer: Gazetteer) -> bool:
    """ "Ithaca, N.Y.", "Loomby, Yorks."."""
    place, _, region = words.rpartition(", ")
    if region.rstrip(".") not in REGIONS:
        return False
    if gazetteer.is_place(place) or gazetteer.is_town(place):
        return True
    return region not in _ITSELF_A_PLACE and _may_be_town(place, gazetteer)


def _may_be_town(words: str, gazetteer: Gazetteer) -> bool:
    """One or two capitalised words that are no house: with a county or state after them they are a place."""
    town = words_of(words, gazetteer).each
    return (
        len(town) <= 2
        and all(word.is_capital and not word.is_plain for word in town)
        and publisher_score(words, gazetteer) <= 1.0
        and (len(town) == 1 or words.split()[0].casefold() not in gazetteer.given_names)
    )


def is_series(words: str, cues: int) -> bool:
    """The form of a series title: "Little Lenin Library No. 5". `cues` are those of `words`."""
    if not cues & SERIES_CUE or not words[0].isupper():
        return False
    return bool(_SERIES.match(words)) and 1 < len(words.split()) <= 9
