"""Things of which a place and a year is told as of a book: films and records, works of art, lists of people, sayings.

They say what they are: by the word that opens the line ("Film: …", "Committee, 1926: …"), by what they are made of
("…, oil on canvas, 1909"), by who made them ("…, architect R. Ash, …") or by being quoted. A house or the count of
pages outweighs a word that may open a title as well.
"""

import re

from shelflist.parse.looks.no_entry import FINITE_VERB
from shelflist.parse.vocabulary.cues import cue, cues_of_line

_WHOSE = r"(?:\s(?:of|in|on|at|for|from|by)\s[^:,.;]{2,60})?(?:,?\s(?:in\s)?(?:1[5-9]|20)\d\d(?:[-–/]\d{2,4})?)?\s?:\s"
SAYS_WHAT = re.compile(
    r"(?:LP|EP|CD|DVD|VHS|Videos?|Cassettes?|Scans?|Photocopies|Slides|Links|Officers|Committee|Delegates|Editors|Secretar(?:y|ies)|"
    r"Treasurers?|Chairmen|Presidents|Speakers|Stewards|Members|Branches|(?:Local|Other)\s[a-z]+|Visits?|Events|"
    r"(?:Public|Next|Annual|Open|Branch)\s[Mm]eetings?|Exhibitions?|Exhibits?|Shown|Further\sreading|Homework|Caption|"
    r"(?:In|From)\s(?:this|our|the\s(?:last|next))\s[a-z]+|On\s(?:him|her|them|it)|About\s(?:him|her|them)|"
    rf"(?:(?:Also|With|Without)\s)?[Bb]y\s(?:this|the\ssame)\s[a-z]+|Contents\s(?:of|in)\s[^:]+){_WHOSE}"
    r"|[^.:]+[?:]\s\(a\)\s.*\(b\)\s|(?:1[0-9]|20)\d\d\s?:\s.*[.;]\s(?:1[0-9]|20)\d\d\s?:\s"
    r"|\d{1,2}(?:st|nd|rd|th)?\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s?:\s(?!.*\d{4}\)\.?$)",
)
""" "Committee, 1926: …", "On her: …", "Who said it? (a) …", "1381: … 1450: …", "9 May: …": what no title opens with."""
_MAY_BE_TITLE = re.compile(
    r"(?:Films?|Records?|Recordings?|Albums?|Songs?|Paintings?|(?:Oil|Wall)\s[Pp]ainting|Drawings?|Engravings?|Etchings?|Lithographs?|"
    r"Woodcuts?|Linocuts?|Watercolours?|Cartoons?|Pictures?|Images?|Photographs?|Sculptures?|Statues?|Busts?|Murals?|Mosaics?|"
    r"Reliefs?|Plaques?|Monuments?|Badges?|Medals?|Stamps?|Coins?|Tokens?|Mugs?|Jugs?|Banners?|Postcards?|Posters?|"
    rf"Lectures?|Talks?|Walks?|Tours?|Concerts?|Meetings?|Groups|Obituary){_WHOSE}"
)
_OPENING = 90
_MATERIALS = (
    "oils?|tempera|acrylic|pastels?|pencil|chalk|charcoal|ink|gouache|watercolours?|enamel|bronze|brass|copper|silver|"
    "steel|stainless steel|iron|marble|granite|slate|limestone|sandstone|plaster|terracotta|clay|concrete|silk|wool|"
    "cotton|linen|felt|canvas|boxwood|lustreware|stoneware"
)
_MADE = re.compile(
    rf"[,:]\s(?:(?:coloured?|painted|cast|carved)\s)?(?:(?:{_MATERIALS})(?:\s(?:on|and|over)\s[a-z]+)?|(?:(?:wood|steel|copper)\s)?engraving|"
    r"(?:colou?r\s)?lithograph|etching|aquatint|mezzotint|woodcut|wood-cut|linocut|screen-?print|silk-?screen|fresco|"
    r"tapestry|bas-relief|(?:mural|relief|bust|statue|mosaic|etching|engraving|lithograph|woodcut)\sby\s[A-ZÀ-Þ][^,;]+|"
    r"(?:cycle|series|set|suite)\sof\s[a-z]+\s(?:etchings|lithographs|woodcuts|linocuts|engravings|prints|paintings|stamps))"
    r"(?=[,;:(.]|$|\s(?:1[4-9]|20)\d\d|\s[A-ZÀ-Þ][a-zà-þ]+\s(?:1[4-9]|20)\d\d)"
    r"|,\s(?:architects?|sculptors?|painter|artist|engraver|stonemason|carver)\s(?:[A-ZÀ-Þ]|(?:is\s)?(?:un|not\s)known)"
    r"|,\s(?:as\s)?(?:sung|played|recited|performed)\s(?:by|at|in)\s"
)
_MADE_CUE = cue("""
oil oils tempera acrylic pastel pastels pencil chalk charcoal ink gouache watercolour watercolours enamel bronze brass
copper silver steel iron marble granite slate limestone sandstone plaster terracotta clay concrete silk wool cotton
linen felt canvas boxwood lustreware stoneware engraving lithograph etching aquatint mezzotint woodcut linocut
screenprint print silkscreen screen fresco tapestry relief mural bust statue mosaic cycle series set suite architect
architects sculptor sculptors painter artist engraver stonemason carver sung played recited performed cut
""")
_POSTURE = re.compile(
    r"[.;,]\s(?:(?:Standing|Seated|Sitting|Kneeling|(?:Front|Back|Middle|Top|Bottom)\srow|(?:In|On|At)\sthe\s[a-z]+|"
    r"(?:Second|Third|Fourth)\sfrom\s(?:the\s)?(?:left|right))\s?:|In\sthe\s(?:fore|back)ground|[Aa]t\sthe\s[a-z]+\s(?:Mr|Mrs|Miss)\b)"
)
_POSTURE_CUE = cue(
    """
standing seated sitting kneeling row the from foreground background
""",
    any_case=True,
)
_SAYING = re.compile(r"(?:“(?P<a>[^”]{12,})”|‘(?P<b>.{12,}?)’(?!\w)|«(?P<c>[^»]{12,})»|\"(?P<d>[^\"]{12,})\")")
_WHO_SAID = re.compile(r"[.,]?\s?(?:[–—-]\s?|\()?(?:The\s|From\s|Of\s|Speech\s|Letter\s)?(?!By\b)[A-ZÀ-Þ]")
_MODAL = re.compile(r"\b(?:cannot|must|shall|do|am|be|let|c’est|est|sind|ist|wird)\b")
_ASKS = re.compile(r"(?:How|Why|What|Who|Where|When|Which)\b")
_FEWEST, _A_WORD = 4, 4
THING = 6.0


def thing_weight(text: str, start: int, *, published: bool, described: bool) -> float:
    """How much speaks for something else than a book; a mark that is a title's ends at `start`."""
    if described:
        return 0.0
    if not published and start == 0 and ": " in text[:_OPENING] and _MAY_BE_TITLE.match(text):
        return THING
    cues = cues_of_line(text)
    if cues & _POSTURE_CUE and _POSTURE.search(text, start):
        return THING
    return THING if not published and cues & _MADE_CUE and _MADE.search(text, start) else 0.0


def is_saying(text: str) -> bool:
    """ "“A strike is a school of war.” – F. Elm, Genoa, 1906": a sentence in small letters, and who said it."""
    found = _SAYING.match(text)
    if found is None or not _WHO_SAID.match(text, found.end()):
        return False
    said = found[found.lastgroup or 0]
    words = [word for word in said.split()[1:] if len(word) >= _A_WORD]
    if said.count(" ") < _FEWEST - 1 or sum([word[0].islower() for word in words]) * 2 <= len(words):
        return False
    if said[0].islower() or said[-1] in ".!":
        return True
    return not _ASKS.match(said) and (FINITE_VERB.search(said) or _MODAL.search(said)) is not None
