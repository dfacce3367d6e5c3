"""What speaks against a line's being an entry: sentences, contents lines, captions, addresses, meetings, reviews.

Only lines that an extent and an imprint do not vouch for are asked. Weights are on the scale of `line`.
"""

import re

from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.vocabulary.cues import MIXED, cue, cues_of_line

FINITE_VERB = re.compile(
    r"(?<![\w-])(?:is|are|was|were|has|have|had|will|would|can|could|should|may|might|does|did|do|came|went|wrote|"
    r"says|said|seek|seeks|tells|told|joined|died|became|become|becomes|began|begins|grew|stayed|stay|survive|"
    r"survives|know|knew|think|believe|click|hope|thank|includes|contains|consists|marched|took|made|gave|gives|shows|"
    r"stands|stood|holds|hold|keeps|kept|come|comes|meets|met|follows|lacks|appears|appeared|belongs|belonged|remains|"
    r"ran|sold|sang|taught|fought|spoke|left|found|lost|opened|closed|lived|worked|edited(?! by)|need|let|see|ask|asks|"
    r"want|wish|recalls|describes|argues|argued|explains|writes|discusses|sent|set up|brought|bought|helped|led|won|"
    r"toured|published (?:some|two|three|its|his|her|\d+))"
    r"(?![\w-])",
)
_VERB_CUE = cue(" ".join(re.findall(r"[a-z]+", FINITE_VERB.pattern)))
_ACTS_ON = re.compile(r"\b[a-z]{2,}(?:ed|es|ks|ts|ds) (?:the|a|an|his|her|its|their|our|some|two|three|many|most) ")
""" "published some of", "destroyed the": with an object the word is a finite verb."""
_SUBJECT_CUE = cue("he she they we you I")
_SUBJECT = re.compile(r"\b(?:he|she|they|we|you|I)\b(?=\s+[a-z])")
_OPENER = re.compile(
    r"(?:These|Those|This|There|Here|Below|Above|Most|Many|Some of|Several|All (?:of|rights|files|scans|texts|images|"
    r"photographs)|We|I|He|She|They|It|You|Your|My|If|When|While|Since|After|Although|However|But|And|Please|Click|As|"
    r"The following|What follows|Among|Born|Founded|Scanned|Digiti[sz]ed|Transcribed|Proof-?read|Typed|Uploaded|"
    r"Original scan|Donated|Donations|Courtesy|Distributed by|Printed (?:and published )?by|Published|Thanks|"
    r"Our thanks|Many thanks|With thanks|Special thanks|Grateful thanks|Acknowledge?ments?|On page|From a (?:talk|"
    r"lecture|speech) (?:given|delivered)|Give the|Cite|Use the|Choose|Right-click|Download|Visit|Browse|See the|"
    r"See our|Files|Scans|Copies of|Friends of|Members of the public|Enquiries|Reading list|Recommended reading|"
    r"Further reading|Works (?:by|about)|Books (?:by|about)|"
    r"For (?:the|a|more|other|further) [\w\s’'-]{2,40} see)\s"
)
_HEADING = re.compile(
    r"(?:Books|Pamphlets|Leaflets|Posters|Photographs|Photos|Pictures|Journals|Periodicals|Newspapers|Magazines|Maps|"
    r"Links|Contents|Index|Archives?|Library|News|Events|Gallery|Videos?|Films|Audio|Biography|Bibliography|Reviews|"
    r"Chronology|Articles|Documents|Texts|Downloads?|Miscellaneous|Other|Top|Menu|References|Sources|Glossary|Abbreviations|"
    r"Works cited|See also|\d+|"
    r"\d+ (?:comments?|repl(?:y|ies))|page \d+ of \d+)[.:]?$",
    re.IGNORECASE,
)
_OF_SOURCE = re.compile(
    r"(?:First|Originally) published (?:in|by|as)\b|From (?:the )?(?:Collected|Selected) (?:Works|Writings)\b|"
    r"(?:This|Present) (?:edition|version|text)\b"
)
_FOR_THE_WEB = re.compile(
    r"\b(?:for the web|for this (?:site|archive|page)|for the internet|proof-?read|marked up|html mark-?up|\d+ dpi|"
    r"with OCR|bookmarked)\b",
    re.IGNORECASE,
)
_WEB_CUE = cue("web site archive page internet proof proofread marked html dpi ocr bookmarked", any_case=True)
_END_OF_SENTENCE = re.compile(r"[a-zà-þ)’”]{2,}[.!?]\s+[A-Z]")
_QUESTION = re.compile(r"(?:What|How|Why|Who|Whose|Whither|Where|When|Is|Are|Can|Should|Shall|Will|Do|Does|Must)\b")

_CONTENTS = re.compile(
    r".*(?:\.\s?){3,}\s*\d{1,4}$"  # leaders
    r"|(?:chapter|appendix|section|lecture|lesson|part|book)\b.*\s[–—-]\s*(?:p\w*\.?\s?)?\d{1,3}$"
    rf"|(?:\d{{1,2}}|[IVXLC]{{1,6}})[.)]?\s(?!.*,\s*{YEAR_FORM}).*\D\s(?:pp?\.?\s|page\s)?\d{{1,3}}(?:\s?[-–]\s?\d{{1,3}})?$"
    r"|(?:preface|introduction|foreword|contents|index|bibliography|conclusion|notes|prologue|epilogue)\s\d{1,3}$"
    r"|.*\s[–—-]\s(?:chapter \w+\s[–—-]\s)?(?:pages?|pp?\.?)\s\d{1,4}$"
    r"|\d{1,3}\s(?:preface|introduction|foreword|editorial|conclusion)\b",
    re.IGNORECASE,
)
_DIVISION = re.compile(
    r"(?:chapter|appendix|section|part|lecture|lesson|unit|annexe?)\s*(?:\d{1,2}|[ivxlc]{1,6}|one|two|three|four|five|six|seven|"
    r"eight|nine|ten|[a-d])?\s*(?:[:.–—-]|$)|[IVX]{1,5}\.\s(?![A-Z]\.)",
    re.IGNORECASE,
)
"""A part that opens a line heads others, unless pages are counted or a set stands above."""
_PRELIMINARY = re.compile(
    r"(?:Preface|Foreword|Introduction|Afterword|Postscript|Dedication|Acknowledge?ments?)(?:\s(?:to|by)\s|,\s)"
    r"|(?:Vol|No)s?\.?\s?\d[^,]*\sto\s(?:Vol|No)s?\.?\s?\d"
    r"|(?:(?:Volume|Vol|Number|No|Issue)\.?\s?\d+[,.:]?\s(?:[–—-]\s)?)+[Cc]ontents\s?:"
)
""" "Preface to the Second Edition, Moscow, 1954"; "Vol. 1 No. 1 to Vol. 3 No. 12", "No. 3. Contents: …": parts."""
_PRELIMINARY_OPENS = "PFIADVN"
_CAPTION = re.compile(
    r"(?:The |A )?(?:Statue|Bust|Monument|Memorial|Mural|Plaque|Banner|Poster|Portrait|Photograph|Photo|Mosaic|"
    r"Bas-relief|Relief|Tomb|Grave|Gravestone|Obelisk|Fresco|Painting|Cartoon|Badge|Medal|Stamp|Postcard|Sculpture|"
    r"Stained glass|Headstone|War memorial|Bookplate|Laying|Unveiling|Hanging|Launching|Funeral|Burial|Arrival|"
    r"Departure|Demolition|Front page|Title page|Back cover)(?:,?\s(?:of|by)|"
    r"\s(?:to|on|at|in|from|for|unveiled|commemorating|showing|depicting)|,\s\d{4})\b"
    r"|(?:[A-Z]\w+\s)?(?:[Mm]embers|[Dd]elegates|[Pp]ickets|[Ww]orkers|[Mm]iners|[Ss]trikers|[Dd]ockers|[Ss]oldiers|"
    r"[Pp]ioneers|[Cc]hildren|[Ss]tudents|[Mm]archers|[Vv]olunteers|[Dd]emonstrators)\s(?:of|at|in|from|on|outside)\s"
    r"(?:the\s)?(?:[A-Z][\w’'-]*\s?){1,5}(?:[a-z]+)?,\s[A-Z][\w’'-]+,\s"
    r"(?:1[89]|20)\d\d\.?$"
)
_CAPTION_INSIDE = re.compile(
    r"\b(?:Sculptors?|Architects?|Photo(?:graph|grapher)?|Picture|Image|Credit|Erected|Unveiled|Demolished|Inscription)\s?[:;]"
    r"|\b(?:photographed|pictured|unveiled|demolished|restored)\s(?:in|by|on|at)\b|\(?(?:left|centre|right)\)[\s,]"
    r"|\b[Ll]eft to right\b|[(\[](?:[Pp]ostcard|[Pp]hoto(?:graph)?|[Ss]lide)s?\b[^()\[\]]*[)\]]\.?$"
    r"|\bNo\.?\s\d+\s(?:at|near|outside)\s[A-Z]|,\s(?:given|presented|donated|painted|carved|sewn) by\s"
    r"|^(?:[Ff]ig(?:ure|s)?\.?|FIG\.?|Map|Plan|Plate)\s\d{1,3}[.:]"
)
_CAPTION_CUE = cue("""
sculptor sculptors architect architects photo photograph photographer picture image credit erected unveiled demolished
inscription photographed pictured restored left centre right no given presented donated painted carved sewn fig figure
figs map plan plate postcard postcards photos photographs slide slides
""", any_case=True)  # fmt: skip
_DOING = re.compile(r"[^,]*\w [a-z]+ing (?:in|at|on|over|outside|from|to|a|an|the|his|her|their|[A-ZÀ-Þ]\w+,)(?!\w)")
""" "Lenin addressing a meeting": a picture is told what is on it."""
_VIEW = re.compile(
    r"[^,]*,\s(?:looking|seen|taken)\s(?:(?:to|from|towards?)\s(?:the\s)?)?(?:north|south|east|west|up|down|across|over|towards?)"
    r"|(?:A\s)?(?:View|Looking)\s(?:from|towards?|down|up|across|along|over)\s[^(]*\((?:[Pp]hoto:?\s)?[A-Z]\.\s[^()]*\d{4}\)$"
)
""" "The Edge, looking north (R. Ash, 1936)"."""
_VENUE = re.compile(
    r",\s(?:the\s)?(?:[A-Z][\w’'.-]*\s){1,4}(?:Square|Cemetery|Hall|Street|Park|Station|Museum|Gardens|Bridge|Theatre|"
    r"Cathedral|Church|Stadium|Docks?|Shipyard|Market|Road|Lane|[Ww]orks|Green|Common|Quay|Fields|Colliery|Barracks)"
    r"\s*(?:[,.]|$)"
)
_GATHERING = re.compile(
    r"[^,]*\b(?:Parade|March|Rally|Gala|[Dd]emonstration|Picket|Picnic|[Mm]eeting|Procession|Festival|Talk|Exhibition|"
    r"Fair|Funeral|Walk|Outing|Reunion|Day School|Commemoration|Celebration)\s*,"
)
_TIME = re.compile(
    r"\b\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|a\.m|p\.m)\b"
    r"|\b(?:admission (?:is )?(?:free|by|at)|doors open|assemble at|tickets? (?:at|from|are|can)|entry free)\b"
    r"|\ball welcome\b|\b\d{1,2}[.:]\d\d\s?(?:-|–|to|hrs)|\bfree admission\b|\bpay at the door\b",
    re.IGNORECASE,
)
_FILM = re.compile(r"\bdirected by\b.*\b(?:1[89]|20)\d\d\b|\b\d{2,3} min(?:ute)?s?\b")
_FILM_CUE = cue("directed min mins minute minutes")
"""A film has a director and a length."""
_DAY = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s(?:\d{1,2}|[a-z]+)|^(?:Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun)\.?,?\s\d{1,2}\s[A-Z]"
)
_DAY_CUE = cue("""
Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun
""")
_ADDRESS = re.compile(
    r"\b\d{1,4}[a-z]?,?\s(?:[A-Z][\w’'.-]+\s){1,3}(?:Street|Road|Rd|Lane|Avenue|Ave|Square|Crescent|Terrace|Row|Place|"
    r"Gate|Way|Drive|Gardens|Hill|Walk|Close|Court)\b|\d{1,4}\sThe\s[A-Z]\w+,|\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b"
    r"|\bP\.?\s?O\.?\sBox\b"
)
_STREET_CUE = cue("""
Street Road Rd Lane Avenue Ave Square Crescent Terrace Row Place Gate Way Drive Gardens Hill Walk Close Court The Box
""")  # fmt: skip
_REVIEW = re.compile(r"[“\"](?P<said>[^”\"]{30,})[”\"]\s*(?:[–—-]\s*|\(?(?=[A-Z]))(?!by\b)")
_SENTENCE_SAID = re.compile(
    r"[a-z][.!]$|:\s\d|\b(?:and|but|so|that)\b.*\b(?:the best|the most|a)\b"
    r"|^(?:A|An|The most|Nobody|Essential|Indispensable)\b"
)
_WORDS_SAID, _SAID = 8, 2.4
_ACCESSION = re.compile(r"\d{4}[./]\d{1,4}(?:[./]\d{1,4})?:?\s[A-Z]")
""" "1984.112.3 Loom shuttle, boxwood, about 1890": a museum's number."""
A_STOP, A_SENTENCE = 0.5, 1.2
""" "... the mills. They ...": how much the end of a sentence counts; and from what weight on words are one."""
_FEW_CAPITALS = 0.6
"""Share of words in small letters above which a line that ends in a stop is a sentence."""


_NO_TITLE = re.compile(
    rf"[^\W\d_].*?(?:[;|]|\s/\s|:\s[a-z\d£$]|(?<!\s[A-Z])(?<!\.[A-Z])\.(?:\s|$)|(?<![\w–/-])(?!(?<!,\s)(?<!\(){YEAR_FORM}(?:[–/-]\d{{2,4}})?\b)\d+\b|,.*,.*,)|[^A-ZÀ-ÖØ-ÞЀ-Я“\"‘'¡¿]",
    re.DOTALL,
)
""" "Mechanics / Heat / Light", "Bulletin no. 6: missing", "A list in two halves.": what no title alone looks like.

The year in "The Strike of 1926" is a title's, that in "Weavers’ History, 1750-1926" a list's.
"""


def may_be_title(text: str) -> bool:
    """Linked as a whole, with nothing of an imprint, the line may still be a title: no record, list or sentence."""
    return _NO_TITLE.match(text) is None


def sentence_weight(text: str, start: int, end: int) -> float:
    """How much ``text[start:end]`` reads like sentences: finite verbs and sentence ends outside the title."""
    if start == 0 and end == len(text) and not text.endswith(".") and _QUESTION.match(text):
        return 0.0
    cues = cues_of_line(text)
    weight = 1.2 * len(FINITE_VERB.findall(text, start, end)) if cues & _VERB_CUE else 0.0
    weight += A_STOP * len(_END_OF_SENTENCE.findall(text, start, end))
    weight += 0.8 * len(_ACTS_ON.findall(text, start, end))
    weight += 0.6 * len(_SUBJECT.findall(text, start, end)) if cues & _SUBJECT_CUE else 0.0
    if start > 0:
        return weight
    return weight + (2.0 if _OPENER.match(text) else 0.0) + (1.5 if end == len(text) and _reads_on(text) else 0.0)


def _reads_on(text: str) -> bool:
    """Ends in a stop, and hardly a word has a capital: "Files are named by author, title and year."."""
    if not text.endswith((".", ".”", ".)")):
        return False
    words = [word for word in text.split()[1:] if word[:1].isalpha()]
    return len(words) >= 6 and sum([word[0].islower() for word in words]) > _FEW_CAPITALS * len(words)


def form_weight(text: str, *, published: bool, described: bool) -> float:
    """How much the line's form is that of something else. `published`: a publisher stands in it; `described`: pages
    are counted."""
    cues = cues_of_line(text)
    barred = described and text.count(" | ") > 1
    weight = 5.0 if cues & _WEB_CUE and not barred and _FOR_THE_WEB.search(text) else 0.0
    if _is_list_line(text):
        weight += 4.0
    if not described and _DIVISION.match(text):
        weight += 3.5
    if not described and not published and text[0] in _PRELIMINARY_OPENS and _PRELIMINARY.match(text):
        weight += 3.0
    if cues & _CAPTION_CUE and _CAPTION_INSIDE.search(text):
        weight += 4.0
    if cues & _FILM_CUE and _FILM.search(text):
        weight += 4.0
    if not published:
        weight += _caption_weight(text, described=described) + _meeting_weight(text, cues)
    elif not described:
        weight += 4.0 if _TIME.search(text) else 0.0
    if cues & (_STREET_CUE | MIXED) and _ADDRESS.search(text):
        weight += 4.0
    if not described and (said := _said_of_book(text)) and _SENTENCE_SAID.search(said):
        weight += 4.0
    return weight


def _is_list_line(text: str) -> bool:
    """Of a table of contents, a museum's list or a menu; or where a text was printed first."""
    if (text[-1:].isdigit() or text[:1].isdigit()) and (_CONTENTS.match(text) or _ACCESSION.match(text)):
        return True
    return _HEADING.match(text) is not None or _OF_SOURCE.match(text) is not None


def is_review(text: str) -> bool:
    """ "“Nobody who asks how it was broken can do without it.” Tribune, 12 July 1951": a sentence, and who said it."""
    said = _said_of_book(text)
    return said is not None and said[-1] in ".!" and sentence_weight(said, 0, len(said)) >= _SAID


def _said_of_book(text: str) -> str | None:
    """The words that a line quotes first, where they are as many as in a review."""
    review = _REVIEW.match(text)
    return review["said"] if review and len(review["said"].split()) >= _WORDS_SAID else None


def _caption_weight(text: str, *, described: bool) -> float:
    if described:
        return 0.0
    weight = (3.0 if _CAPTION.match(text) else 0.0) + (3.0 if _VIEW.match(text) else 1.0 if _DOING.match(text) else 0.0)
    if _VENUE.search(text):
        weight += 3.5 if _GATHERING.match(text) else 1.0
    return weight


def _meeting_weight(text: str, cues: int) -> float:
    return (4.0 if _TIME.search(text) else 0.0) + (2.0 if cues & _DAY_CUE and _DAY.search(text) else 0.0)
