"""Set phrases of a description: the genre ("a leaflet"), how the copy looks or is kept ("8vo", "mimeographed"), and in
which languages it is.

Editions are in `editions`, parts in `parts`, "n.p." in `imprint`; whether words open as any of these may is asked here.
"""

import re
from functools import lru_cache

from shelflist.parse.vocabulary.languages import LANGUAGE_FORM
from shelflist.parse.vocabulary.small_words import ARTICLES
from shelflist.parse.vocabulary.words import NUMBER_WORDS

GENRE = re.compile(
    r"(?:an?\s+)?(?:(?:four|two|one|\d)[- ](?:page|sided)\s+)?(?:leaflet|flyer|flier|handbill|"
    r"broadsheet|poster|pamphlet|booklet|manifesto|article)$",
    re.IGNORECASE,
)
_THESIS = (
    r"(?:unpub(?:lished|l?\.)\s)?(?:university\sof\s\w+\s|\w+\suniversity\s)?(?:(?:ph\.?\s?d|[dbm]\.?\s?phil|[bm]\.?\s?litt|m\.?\s?a|m\.?\s?sc|"
    r"m\.?\s?ed|b\.?\s?(?:a|sc|ed)(?=\.?\s(?:thesis|dissertation)))\b\.?|doctoral|master['’]?s)(?:\s(?:thesis|dissertation|diss\.?))?"
)
""" "unpublished MA thesis", "Ph.D. dissertation": what the work was written for."""
THESIS_AND_SCHOOL = re.compile(
    rf"{_THESIS},?\s(?=(?-i:(?:[A-ZÀ-Þ][\w’'-]+\s){{0,3}}(?:University|Universität|Université|College|Institute|Polytechnic)\b))",
    re.IGNORECASE,
)
""" "PhD Leeds University": the school that it was written at publishes it, by the conventions of lists."""
_SIZE = (
    r"(?:(?:cr(?:own)?|roy(?:al)?|demy|post|small|sm|large|lge|narrow|oblong|thick|thin)\.?\s)*"
    r"(?:4to|8vo|12mo|16mo|18mo|24mo|32mo|folio|quarto|octavo|A[2-7]|foolscap)(?:[- ](?:size|format|landscape))?"
    r"|(?:half|quarter|pocket|digest|legal|letter|large)[- ](?:size|letter|legal|format)"
)
_HOW_MANY = (
    rf"(?:\d{{1,3}}|(?:{NUMBER_WORDS}|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|an?|one|hundred|and|dozen|"
    r"many|several|numerous|some|fine|coloured|folding|full-page)"
)
""" "with one hundred and twenty engravings", "24 plates"."""
_LANGUAGES = rf"{LANGUAGE_FORM}(?:, {LANGUAGE_FORM})*"
PHYSICAL = re.compile(
    rf"(?:{_THESIS}|{_SIZE}|"
    r"\d+(?:\.\d+)?\s?[×x]\s?\d+(?:\.\d+)?(?:\s?(?:inches|ins?|cm|mm|\"|”))?|(?:well |profusely |"
    rf"fully |richly )?illustrated|illus\.?|ill\.?|(?:with )?(?:{_HOW_MANY} ){{0,6}}(?:maps?|plates?|portraits?|"
    r"photographs|diagrams|tables|figures|index|bibliography|engravings?|woodcuts?|lithographs|etchings)"
    r"(?: and (?-i:[a-z])\w+)?|"
    r"boxed|paperback|hardback|pdf|epub|\d[\d.,]*\s?[KMG]B|"
    r"(?:soft|hard)[ -]?(?:cover|back)|clothbound|with music|"
    r"unpublished (?:thesis|dissertation|paper|report|typescript)|(?:in )?typescript|"
    r"mimeo(?:graphed)?|duplicated|cyclostyled|roneo(?:ed|typed)?|xerox(?:ed)?|photocop(?:y|ied)|"
    r"stencill?ed|self[- ]published|cloth|boards|wrappers|limp|stapled|(?:spiral|comb|ring)[- ]bound|"
    r"(?:new|second|third|old) series|n\.s\.|supplement|(?:special|double) (?:issue|number)|"
    r"no (?:author|editor)(?: (?:given|named|stated))?|"
    r"(?:(?:this edition )?(?:printed and )?(?:published|issued|printed|produced|distributed)(?: in [A-Z]\w+)? by|"
    r"(?:privately )?(?:published|issued|printed|produced)(?: in| at)?|isbn[-:\s\d]{10,24}x?|"
    r"printed(?: and (?:sold|published))? for)"
    r"(?: the)?|"
    r"pub(?:l|d)?\.?(?:\sby)?|(?:translated|transl?\.?|tr\.)\s(?:from|into)\s(?:the\s)?(?:original\s)?(?-i:[A-Z])\w+|"
    r"(?:in )?(?:\d+|two|three|four|five|six) (?:vol(?:ume)?|part)s\.?|chap(?:ter)?s\.?\s[\d\s,–-]+|"
    rf"(?:(?:captions?|text|summary|notes|titles) )?in {_LANGUAGES}(?: (?:and|&) {LANGUAGE_FORM})?|"
    r"(?:shelf(?:mark)?|ref(?:erence)?|call no|call number|accession|class(?:mark)?|location|box|folder)\b[.:]? ?"
    r"(?:nos?\.? )?[A-Z\d][\w./:-]*(?: [\w./:-]{1,8}){0,3}|"
    r"(?:in association|in conjunction|jointly) with (?:the )?(?=[A-Z]).{3,90}|"
    r"(?:published|printed|issued|produced|reproduced)(?: \w+)? (?:for|on behalf of|in association with|"
    r"in conjunction with|under the auspices of) (?:the )?(?=[A-Z]).{3,90})$",
    re.IGNORECASE,
)
_NAMED = rf"(?=[A-Z])(?i:{LANGUAGE_FORM})"
_SEVERAL = rf"{_NAMED}(?:, {_NAMED})*(?:,? (?:and|&) {_NAMED})"
_IN_LANGUAGES = re.compile(
    r"(?!(?:\w+ )?(?:Studies|Texts|Readings|Papers|Lectures|Essays)\b)[A-Z][a-z]+(?: [a-z]+)? in "
    rf"(?:{_SEVERAL}|{_NAMED})"
    rf"|(?:Bilingual,? (?:in )?)?{_SEVERAL}"
)
_FORMAL_OPENING = re.compile(
    r"[\d#£$€]|rs\.?$|tr\.|transl?|\[?(?:n\.?p|n\.?$|s\.|o\.|z\.)|(?:this|no|us|uk|well|completely|entirely|thoroughly|newly|much|two|one|four|with|in|ed|pdf|epub|was|for|on)\b|"
    r"(?:pub|private|premiere|deuxieme|troisieme|primera|segunda|tercera|erster|zweiter|dritter|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|new|cuarta|prima$|seconda$|terza|quarta|erste$|zweite$|dritte$|vierte$|neue$|erweiterte|verbesserte|tweede|derde|andra|"
    r"tredje|dua$|tria$|ail$|trydydd|nachdruck|neudruck|neua|reimpr|ristampa|herdruk|nytryck|represo|adarg|rev(?:ise|\.|$)|enl|expand|"
    r"cyhoeddwyd$|abridge|international|popular|cheap|student|limited|centenary|anniversary|english|american|british|facsim|"
    r"electronic|digital|kindle|special|paperback|hardback|annotated|corrected|photographic|unaltered|unchanged|verbatim|reset$|augmented|improved|updated|present|people[’']s$|workers[’']$|"
    r"memorial|jubilee|library|definitive|re-?pr|re-?issue|ltd|argraff|eleventh|twelfth|[a-z]{3,7}(?:teenth|tieth)$|"
    r"re-?publish|e-?book|unabridged|original|previous|orig\.|extract|offprint|taken|excerpt|article|"
    r"vol|v\.|new|part|pt|book|bk|n|h\.|jg|jrg|jahr|jark|ann|heft|t(?:om[eo]?)?\.?$|kn|vyp|teil|bd|iml|cyf|rok$|uimh|rhif|rhan|act$|zesz|issue|band|section|chapter|supplement|series|fascicle|document|"
    r"isbn|captions?$|text$|summary$|notes$|titles$|leaflet|flyer|flier|handbill|broadsheet|poster|pamphlet|booklet|manifesto|"
    r"profusely|fully|richly|illus|ill|soft|hard|clothbound|shelf|ref\b|refer|call|accession|class\b|classmark|location|box\b|folder|jointly|unpub|ph\.?d|[dm]\.?phil|[bm]\.?litt|[bm]\.?(?:a|sc|ed)\.?$|doctoral|master|map|plates|portrait|photographs|diagrams|tables|figures|index|bibliography|"
    r"issue|reprod|typescript|mimeo|duplicated|cyclostyled|roneo|xerox|photocop|a[2-7]\b|foolscap|(?:half|quarter|pocket|digest|legal|letter|large)\b|limp$|wrappers|spiral|comb|ring\b|demy|crown|royal|stencil|self|cloth|boards|stapled|boxed|print|produced|distributed)",
    re.IGNORECASE,
)


def may_be_formal(words: str) -> bool:
    """Whether `words` open as an edition, a part, a genre, "n.p." and their like may; hardly any title or name does.

    NOT_PRINTED, EDITION, `first_published`, REPRINTED_FROM, PART, GENRE and PHYSICAL need then be tried.
    """
    first, _, rest = words.partition(" ")
    if rest and first.capitalize() in ARTICLES:  # before an edition or a genre
        first = rest.partition(" ")[0]
    return _opens_formally(first)


@lru_cache(maxsize=4096)
def _opens_formally(word: str) -> bool:
    return not word.isascii() or _FORMAL_OPENING.match(word) is not None


def tells_languages(words: str) -> bool:
    """ "Legends in Spanish", "English and Chinese": the languages of a text and of what stands beside it."""
    return _IN_LANGUAGES.fullmatch(words) is not None
