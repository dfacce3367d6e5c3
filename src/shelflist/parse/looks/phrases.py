"""Phrases that explain a title ("a study of the looms") and remarks on the person just named ("Dean of Loomby").

The kinds of writing and the offices they tell of are listed here; which of a line's phrases explain, `explains` says.
"""

import re

from shelflist.parse.looks.dates import DAYS_OF_MONTH, DateReading
from shelflist.parse.looks.grades import A_FIRM, LISTED, NAMELIKE
from shelflist.parse.looks.hosts import tells_organ
from shelflist.parse.vocabulary.cues import cue, cues_in
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.words import words_of

_WORK_LISTED = """
account record history story stories study studies survey report essay essays analysis document documents
reminiscences review speech speeches address lecture lectures novel poem poems play memoir memoirs
autobiography biography diary diaries letters article articles notes selection selections collection
textbook guide handbook facts text appeal statement discussion introduction outline critique pamphlet
material materials resolution resolutions proceedings examination contribution tale tales sketch sketches
chapter documentary bibliography interview interviews answer answers reply questions narrative description
problems exposure commentary background what how why
"""
_MORE_WORK = """
memories recollections course records reports accounts surveys novels plays songs ballads verses reportage despatches
dispatches
"""
_SMALL_WORK = """
letter talk talks debate
drama comedy comic sermon sermons petition chronicle chronology anthology testimony evidence primer plea
tribute catechism dialogue dialogues scrapbook indictment enquiry inquiry revue satire farce pageant cantata manifesto
protest romance portrait calendar
"""
"""In small letters alone: with a capital they may stand in a name."""
OPENS_SENTENCE = (
    "A ", "An ", "The ", "Some ", "F", "Six ", "Se", "Eight ", "Tw", "Ten ", "Three ", "Collected ", "Being ",
    "Read ", "Delivered ", "Given ", "Spoken ", "Addressed ", "Acted ", "Performed ", "Submitted ", "Sung ",
    "Broadcast ",
)  # fmt: skip
"""How all that `_SENTENCE` takes begins: a look at these spares most segments the pattern."""
_SENTENCE = re.compile(
    r"(?:An?|The|Some|Two|Three|Four|Five|Six|Seven|Eight|Ten|Twelve|Selected|Collected|Being(?:\san?|\sthe)?)\s"
    r"(?:(?!(?:of|in|for|to|and|on|at|by|from|with)\s)[a-z][\w’'-]*\s){0,3}?"
    rf"(?:{'|'.join((_WORK_LISTED + _MORE_WORK + _SMALL_WORK).split())}|paper(?=\s(?:read|given)\b))(?=$|,|\s[a-z\d])"
    r"|(?:Read|Delivered|Given|Spoken|Addressed|Acted|Performed|Submitted|Sung|Broadcast)\s(?:before|to|at|in|on|from)\s"
    r"|(?:Acted|Performed|Sung|Spoken)\sby\sthe\s"
)
""" "A short account of the strike", "Three talks, June 1921", "Read before the Guild on 3rd March": capitals only where
a sentence begins.
"""
_WORK_ABROAD_LISTED = """
erinnerungen geschichte erzählungen gedichte briefe reden aufsätze märchen novelle novellen bericht broschüre
aufzeichnungen flugschrift studie lebensbild roman souvenirs histoire récit récits essai étude lettres
poèmes discours nouvelles contes ricordi storia racconti saggio saggi lettere poesie memorie romanzo memorias
historia ensayo ensayos cuentos cartas poemas novela discursos recuerdos relatos cofiant hanes atgofion
cerddi storïau straeon ysgrifau nofel
poemoj rakontoj noveloj historio memoroj herinneringen verhalen brieven geschiedenis berättelser dikter
minnen erindringer digte
vortrag rede referat ansprache predigt denkschrift rapport conférence relazione conferencia föredrag foredrag
"""
_WORK_ABROAD = re.compile(
    rf"(?:(?:Eine?|Une?|Una|Uma|Ett?)\s)?(?:{'|'.join(_WORK_ABROAD_LISTED.title().split())})(?=$|,|\s[a-zà-ÿ])"
)
""" "Erinnerungen eines Webers", "Eine Broschüre", "Histoire et souvenirs": after a title's stop."""
_WORK = re.compile(rf"\b(?:{'|'.join(_WORK_LISTED.split())})\b", re.IGNORECASE)
_WORK_CUE = cue(_WORK_LISTED + _MORE_WORK, any_case=True)
_WORK_ABROAD_CUE = cue(_WORK_ABROAD_LISTED.title())
_SMALL_WORK_CUE = cue(_SMALL_WORK)
_MAY_TELL_WORK = _WORK_CUE | _SMALL_WORK_CUE | _WORK_ABROAD_CUE
_WORD_ABROAD, SENTENCE_SCORE = 1.6, 4.0
"""How surely words explain the title: by one foreign word, and as a sentence of their own, capitals or not."""
_PERSON_LISTED = """
former formerly late ex chief head ambassador dean bishop secretary member minister president chairman chairwoman
chair professor lecturer doctor surgeon journalist correspondent editor leader colonel commander captain officer
convener convenor treasurer vicar rector pastor alderman councillor mayor barrister solicitor tutor warden curator
librarian superintendent inspector premier consul admiral chancellor delegate organiser organizer director deputy
commissar worker miner engineer teacher soldier veteran founder mp mep kc qc ma phd md senator judge lawyer priest nurse
academician historian economist himself herself spokesman agent wife widow daughter son canon archdeacon chaplain
provost magistrate secretaries presidents sekretär vorsitzender secrétaire président député secretario presidente
segretario deputato
"""
_GENERAL = (
    r"general(?!\s(?:election|strike|council|conference|meeting|assembly|federation|union|workers|committee|staff|line|"
    r"crisis|survey|history|introduction|theory|account|study|reader|public|post)\b)"
)
_PERSON = re.compile(
    rf"\b(?:{'|'.join(_PERSON_LISTED.split())}|author of|m\.\s?p|{_GENERAL}|people’s commissar|Ph\.D|an english|"
    r"an american|a british|first secretary) ?\b",
    re.IGNORECASE,
)
_PERSON_CUE = cue(f"{_PERSON_LISTED} m author general ph english american british", any_case=True)
_AGENT = re.compile(
    r"(?:(?:herself|himself|once|sometime|for\s(?:[a-z]+\s){1,2}years)\s)?(?:(?:an?|the)\s)?(?:[a-zß-ÿ-]+\s)?[a-zß-ÿ-]{2,}(?:er|or|man|woman|ian|smith|wright|nurse|ist)"
    r"(?=$|\s(?:of|at|in|on|from|for|since|until|and\s[a-z]+er)\b)"
)
""" "a cutter at Passage for twenty years", "boatman": what somebody does."""
_NO_AGENT = re.compile(
    r".*\b(?:paper|letter|chapter|primer|reader|register|number|poster|reminder|matter|manner|order|power|labou?r|error|terror|"
    r"answer|memoir|over|under|after|for|her|other|list|gist|newsletter|banner|river|summer|winter|master|war|whatever|either|"
    r"ever|never|former|christian)$"
)
_WAY = re.compile(r"[A-ZÀ-Þ][^,.:;]*\s1\d{3}\s(?:to|–|-)\s[A-ZÀ-Þ][^,.:;]*\s1\d{3}$")
_OFFICE = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'-]+\s){0,2}(?:chairman|chairwoman|secretary|president|member|leader|organi[sz]er|treasurer|director|"
    r"editor|delegate|conven[eo]r|founder)\s(?:of|for|to)\s",
    re.IGNORECASE,
)
_OF_SOMEBODY = ("who ", "whose ", "born ", "died ", "one of the ", "of the ")
""" "one of the defendants", "of the Weavers’ Union": said of nothing but a person."""
_PREPOSITION = re.compile(r"\s(?:of|in|on|for|to|by|about|against)\s")
""" "the remaking of an American" is no American: what follows such a word is not who is meant."""


def tells_work(text: str) -> bool:
    """A word for a kind of writing stands in it: "Outstanding Facts and Documents"."""
    if not (cues := cues_in(text[:60])) & _MAY_TELL_WORK:
        return False
    return bool(cues & (_WORK_CUE | _SMALL_WORK_CUE)) or _opens_abroad(text, cues)


def tells_way(text: str) -> bool:
    """ "Ashington 1911 to Ellington 1946": where something began and ended, which no name and no imprint says."""
    return _WAY.match(text) is not None


def tells_day(text: str) -> bool:
    """ "3-11 October", of what a phrase tells of: no imprint has a day without a year."""
    return DAYS_OF_MONTH.match(text) is not None


def opens_sentence(text: str) -> bool:
    """ "A lecture to the Weavers’ League", "The evidence of the hands": no name, host or house."""
    return _SENTENCE.match(text) is not None


def tells_kind_first(text: str) -> bool:
    """ "a lecture to the Guild", "evidence given in 1892", "rapport présenté", as words after a title and its comma."""
    capital = text[0].upper() + text[1:]
    if opens_sentence(capital) or _WORK_ABROAD.match(capital) is not None:
        return True
    return text[0].islower() and _SENTENCE.match(f"Some {text}") is not None


def _opens_abroad(text: str, cues: int) -> bool:
    return cues & _WORK_ABROAD_CUE != 0 and _WORK_ABROAD.match(text) is not None


def tells_office(text: str) -> bool:
    """ "Chairman of the Weavers’ League"."""
    return _OFFICE.match(text) is not None


def tells_trade(text: str) -> bool:
    """ "a cutter at Passage for twenty years": what somebody does, and no kind of writing that ends so, as "letter"."""
    return (agent := _AGENT.match(text)) is not None and _NO_AGENT.match(agent[0]) is None


def phrase_score(text: str, gazetteer: Gazetteer, *, names: float, publisher: float, of_people: bool) -> float:
    """How much the words look like a phrase that explains a title; `of_people`: they hold the word for a body."""
    if tells_organ(text) or (text[-4:-3] == "1" and tells_way(text)) or (text[0] in "123456789" and tells_day(text)):
        return 6.5
    opens_small = text[0].islower()
    score = 2.5 if opens_small else 0.3
    words = words_of(text, gazetteer).each
    length = len(words)
    score += 0.6 if length >= 4 else 0.0
    plain = names < NAMELIKE and (opens_small or length > 8 or not of_people)
    score += 0.7 if plain and True in [word.is_plain for word in words[:12]] else 0.0
    score += 0.6 if tells_work(text) else 0.0
    score += _WORD_ABROAD if _opens_abroad(text, cues_in(text[:60])) else 0.0
    if not opens_small:
        score -= max(0.0, 0.5 * names) + (3.0 if publisher >= LISTED else 1.0 if publisher >= A_FIRM else 0.0)
    return score


def note_score(text: str, date: DateReading | None) -> float:
    """How much the words look like a remark on the person just named ("Dean of Canterbury")."""
    if date is not None:
        return 1.5 if date.span_years else -4.0
    if text.startswith(_OF_SOMEBODY):
        return 3.5
    if not (cues := cues_in(text[:80])) & _PERSON_CUE:
        return 3.8 if text[0].islower() and not cues & _MAY_TELL_WORK and tells_trade(text) else -1.0
    person = _PERSON.search(text, 0, 80)
    if person is None or ((of := _PREPOSITION.search(text)) and of.start() < person.start()):
        return -1.0
    work = _WORK.search(text, 0, 80)
    if work is None:
        return 3.8 if text[0].islower() else 3.2
    return 3.2 if person.start() < work.start() else -1.0
