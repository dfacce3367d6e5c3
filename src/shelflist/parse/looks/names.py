"""Names of persons and bodies: whether words are names, and how surely.

Names are judged by their make (initials, given names, capitals, particles) and by what speaks against (words of
titles, words of firms). Which role a name plays is not decided here; taken apart they are in `name_parts`.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from shelflist.parse.looks.family_first import SURELY_EASTERN_FAMILIES, may_be_unlisted, turned_score
from shelflist.parse.looks.grades import SURELY_NAMED
from shelflist.parse.looks.honours import HONORIFIC, HONORIFIC_CUE, HONOURS_INSIDE, without_seat, without_suffixes
from shelflist.parse.vocabulary.cues import cue, cues_in
from shelflist.parse.vocabulary.gazetteer import Gazetteer, key
from shelflist.parse.vocabulary.regions import REGIONS
from shelflist.parse.vocabulary.small_words import ARTICLES_ABROAD
from shelflist.parse.vocabulary.words import (
    ENDS_PLAINLY,
    NO_NAME,
    PARTICLES,
    is_initials,
    look_up_all,
    words_of,
)

NAME_IN_FULL = r"[A-ZÀ-Þ][a-zà-ÿ]+(?:\s[A-Z]\.?){0,2}\s(?!The|An?\b)[A-ZÀ-Þ][\w’'-]+"
""" "Rewi T. Ash", as a piece of patterns."""
_SEPARATOR = re.compile(
    r",?\s+(?:and|&|y|et|und|u\.|e|och|og|kaj)\s+|\s*&\s*|\s*;\s*|,\s*(?:and\s+)?"
    r"|\s+(?:in collaboration |together )?with\s+|\s[/+]\s|(?<=[a-zà-ÿ])/(?=[A-ZÀ-Þ])"
)
_BETWEEN = cue("and y et und u e och og kaj with")
_OTHERS = re.compile(
    r",?\s+(?:and|&)\s+(?:others|other\s.*|comrades|friends)$|,?\s+et\.?\s+al\.?$|\s+and\s+colleagues$", re.IGNORECASE
)
_SIGN_BETWEEN = re.compile(r"[,;&/+]")
_SIGN_OF_AND = re.compile(r"[&/+]")
_OTHERS_CUE = cue("others other comrades friends al colleagues", any_case=True)
_LEADING_AND = re.compile(r"(?:and|&|by)\s+")
BRACKETED = re.compile(r"\s*[(\[][^()\[\]]{1,40}[)\]]")
_SMALL_OPENING = re.compile(rf"d|(?:and|&|by|{'|'.join(map(re.escape, sorted(PARTICLES)))})(?![^\s,;&])")
""" "de Gaulle", "by A. Hill": the small letters that a list of names may open with."""
PSEUDONYM = re.compile(r"\s*[(\[](?:a\s)?(?:pseud\.?|pseudonym|psd\.?)[)\]]", re.IGNORECASE)
_ANONYMOUS = re.compile(
    r"[\[(]?(?:anon(?:ymous)?\.?|(?:various|several|many)\s(?:authors|hands|writers|contributors))[)\]]?$",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?<=(?<![^\W\d_])[A-ZÀ-Þ]\.)(?=[A-ZÀ-Þ][a-zß-ÿ])")
""" "R.W.Msimang": initials and a surname with no space between them."""
_MAY_BE_NOBODY = frozenset("aAvVsSmM[(")
_NOBODY = frozenset(["anon", "anon.", "anony", "vario", "sever", "many "])
TWO_SYLLABLES = re.compile(r"[A-Z][a-z’']{1,6}-[a-z][a-z’']{0,6}$")
""" "Kuo Mo-jo", "Yang Hsien-yi": a given name so written comes last, and after the family's."""
_SHOUTED = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ’'-]{3,}$")
QUOTED_NAME = re.compile(r"[“‘\"'](?P<name>[A-Z][\w.’-]*(?:\s[A-Z][\w.’-]*){0,2})[”’\"']$")
_FAMILIES = frozenset(["Das", "De"])
""" "Rajani Das", "Sushil De": families of Bengal, which elsewhere stand before a name."""
_ARTICLES = frozenset(["La", "Le", "Les", "El"])
"""With two more words rather a title's than a name's: "La Condition Humaine"."""
_WITH_INITIALS = re.compile(r"(?!U\. S\.)(?:[A-Z]\.\s){2}[A-Z][a-z]{2,}$")
_ONLY_INITIALS = re.compile(r"(?:[A-Z]\.\s?){1,3}[A-Z]\.?$")
_ALIAS = re.compile(r"[A-Z][\w’'-]+\s[(\[](?P<name>[A-Z][^()\[\]]{4,40})[)\]]$")
""" "Celticus [Aneurin Bevan]": a pseudonym of one word, and who bears it."""
_WRITINGS_LISTED = """
History Biography Memoir Novel Study Guide Story Tale Play Life Survey Handbook Manual Reader Dictionary Sketch
Portrait Bibliography Chronicle Poem Romance Anthology Record Critique Reply
"""
_WRITINGS = frozenset(_WRITINGS_LISTED.split())
""" "A History": after the article they are no names, though some are borne by families."""
_TWO_FAMILIES_OF_CATALONIA = re.compile(r"(?P<given>[A-ZÀ-Þ][\w’-]+)\s[A-ZÀ-Þ][\w’-]+\si\s[A-ZÀ-Þ][\w’-]+$")
""" "Josep Puig i Elm": after a given name that is listed; elsewhere the small word means other things."""
_TWO_FAMILIES = re.compile(r"[A-ZÀ-Þ][\w’.-]+\s[A-ZÀ-Þ][\w’-]+\sy\s[A-ZÀ-Þ][\w’-]+$")
""" "José Ortega y Gasset": one person, with the families of both parents."""


def person_score(words: str, gazetteer: Gazetteer) -> float:
    """How surely `words` are one person's name: about 5 for "R. H. Bruce Lockhart", 2.5 for "Rewi Ash", -9 for none."""
    bare = (BRACKETED.sub("", words) if "(" in words or "[" in words else words).strip(" .‘’'\"")
    if key(bare) in gazetteer.names:
        return 5.0
    if cues_in(bare) & HONORIFIC_CUE and (honoured := HONORIFIC.match(bare)):
        rest = bare[honoured.end() :].strip()
        score = person_score(rest, gazetteer) if rest else NO_NAME
        return min(6.0, max(score + 2.0, 3.0 if score > -2 else NO_NAME))
    if bare is not words and bare and _says_name(words, gazetteer):
        return 5.0
    if bare[1:2] == "." and _ONLY_INITIALS.match(bare):
        return 3.0  # "R. L. S."
    tokens = without_suffixes(bare)
    if not 1 <= len(tokens) <= 6:
        return NO_NAME
    if (turned := _family_first(bare, words, tokens, gazetteer)) is not None:
        return turned
    if bare.isupper() and 1 < len(tokens) < 5 and len(tokens[0]) > 2 and _are_words_or_initials(tokens[1:]):
        shouted = _tokens_score(bare.title().split(), gazetteer)
        return shouted if key(tokens[0]) in gazetteer.given_names else NO_NAME  # "JASON GURNEY", and no "NEW HORIZONS"
    if len(tokens) > 1 and tokens[-1].isupper() and _is_shouted(tokens, gazetteer):
        tokens[-1] = tokens[-1].capitalize()
    return _tokens_score(tokens, gazetteer)


def _are_words_or_initials(tokens: Sequence[str]) -> bool:
    """ "J. FISHMAN" after "WILLIAM"; shorter words are letters that stand for a body."""
    return len(tokens[-1]) > 2 and all(len(token) > 2 or is_initials(token) for token in tokens)


def _family_first(bare: str, words: str, tokens: list[str], gazetteer: Gazetteer) -> float | None:
    """ "Tung Chi-ming", "ASH R.T."; None where the family's name comes last, or a comma after it."""
    if len(tokens) == 2 and "-" in tokens[1] and _is_chinese(*tokens):
        return 4.5
    return turned_score(bare, words, gazetteer)


def _is_chinese(family: str, given: str) -> bool:
    return TWO_SYLLABLES.match(given) is not None and family.isalpha() and family.istitle() and family != "The"


def _is_shouted(tokens: Sequence[str], gazetteer: Gazetteer) -> bool:
    if _SHOUTED.match(tokens[-1]) is None:
        return False
    return _given_before(tokens[:-1], gazetteer) or (
        len(tokens) == 2 and tokens[0].istitle() and may_be_unlisted(tokens[1], tokens[0], gazetteer)
    )


def _given_before(tokens: Sequence[str], gazetteer: Gazetteer) -> bool:
    """ "V. I. LENIN", "Karl MARX": initials or a given name show capitals to be a surname's."""
    return all(is_initials(token) or (key(token) in gazetteer.given_names and not token.isupper()) for token in tokens)


def is_quoted_name(words: str) -> bool:
    """ "“Rouseabout”": a pseudonym in quotation marks."""
    return words[:1] in "“‘\"'" and QUOTED_NAME.match(words) is not None


def _says_name(words: str, gazetteer: Gazetteer) -> bool:
    """A bracket says that the word before it is a pseudonym, or whose."""
    if "(" not in words and "[" not in words:
        return False
    if PSEUDONYM.search(words):
        return len(words.split()) <= 4 and words[0].isupper()
    alias = _ALIAS.match(words)
    return alias is not None and person_score(alias["name"], gazetteer) >= SURELY_NAMED


def _tokens_score(tokens: list[str], gazetteer: Gazetteer) -> float:
    words = look_up_all(tokens, gazetteer)
    scores = [word.in_name for word in words]
    if min(scores) <= NO_NAME or (words[-1].key in PARTICLES and tokens[-1] not in _FAMILIES) or words[-1].is_initial:
        return NO_NAME
    first = scores[0]
    if len(tokens) == 1:
        return -1.5 if first <= 0.5 else -0.5
    if tokens[0] in ARTICLES_ABROAD:
        return NO_NAME  # "Ein Bilderbuch"
    if tokens[0] == "A" and (tokens[1] in _WRITINGS if len(tokens) == 2 else scores[1] < 2.0):
        return NO_NAME  # "A History", "A Conceptual Concordance"
    first_is_strong = (
        first >= 2.0
        or (words[0].key in PARTICLES and len(tokens) > 2 and tokens[0] not in _ARTICLES)
        or tokens[0] in SURELY_EASTERN_FAMILIES
    )
    total = 4.5 if first_is_strong else 2.6
    if scores[-1] < -1:  # the surname speaks against
        told = first >= 2.0 and scores[-1] == ENDS_PLAINLY and not words[0].is_plain
        told = told or (len(tokens) == 3 and _WITH_INITIALS.match(" ".join(tokens)) is not None)  # "H. P. White"
        total -= 0.4 if told else 2.0 if first >= 2.0 else 5.0
    return max(NO_NAME, total + sum([score for score in scores[:-1] if score < 0.0]) - 0.5 * max(0, len(tokens) - 4))


def pieces_of(words: str) -> tuple[str, ...]:
    """The single names in a list of names, "and others" and a leading "and" off."""
    bare = _LEADING_AND.sub("", words, count=1) if words[:1] in "ab&" and _LEADING_AND.match(words) else words
    bare = HONOURS_INSIDE.sub("", bare) if ", " in bare else bare
    cues = cues_in(words)
    if cues & _OTHERS_CUE:
        bare = _OTHERS.sub("", bare)
    if not cues & _BETWEEN and _SIGN_BETWEEN.search(bare) is None:
        return (bare,) if bare and not bare.isspace() else ()
    pieces = tuple([piece for piece in _SEPARATOR.split(bare) if piece and piece.strip()])
    if len(pieces) > 1 and " y " in bare and _TWO_FAMILIES.search(bare):
        return (*pieces[:-2], f"{pieces[-2]} y {pieces[-1]}")
    return pieces


def _is_given_only(words: str, gazetteer: Gazetteer) -> bool:
    """ "WP", "Eden", "John L.": a given name after initials is rather a surname ("A. L. Morton")."""
    first, *others = words.split()
    known = is_initials(first) or key(first) in gazetteer.given_names
    return known and all(is_initials(token) for token in others)


@lru_cache(maxsize=8192)
def names_score(words: str, gazetteer: Gazetteer) -> float:
    """How surely `words` are a list of persons: that of the least sure among them."""
    if len(words) > 300 or ": " in words or (words in REGIONS and " " in words):
        return NO_NAME  # "Puerto Rico: the Looms"
    if words[:1] in _MAY_BE_NOBODY and is_anonymous(words):
        return 4.5
    if " of " in words:
        words = without_seat(words)
    if "." in words:
        if ". By " in words:
            return NO_NAME  # "Rewi and Sue. By Gidon Elm": a title, and who wrote it
        words = _GLUED.sub(" ", words)
    if "in collaboration with " in words:
        words = words.replace(" in collaboration with ", " with ")
    if words[:1].islower() and not _SMALL_OPENING.match(words):
        return NO_NAME
    held = "(" in words or "[" in words or "other" in words.casefold()
    if not held and words_of(words, gazetteer).bars_names:
        catalan = _TWO_FAMILIES_OF_CATALONIA.match(words) if " i " in words else None
        return 4.5 if catalan and key(catalan["given"]) in gazetteer.given_names else NO_NAME
    return _pieces_score(words, pieces_of(words), gazetteer)


def _pieces_score(words: str, pieces: tuple[str, ...], gazetteer: Gazetteer) -> float:
    if len(pieces) == 1:
        return person_score(pieces[0], gazetteer) if _opens_name(pieces[0]) else NO_NAME
    if not pieces or not all(_opens_name(piece) for piece in pieces):
        return NO_NAME
    if shares_surname(words, pieces, gazetteer):
        return 4.5
    return min([person_score(piece, gazetteer) for piece in pieces])


def _opens_name(piece: str) -> bool:
    return piece[0].isupper() or piece[0] in "d‘'" or piece.split()[0] in PARTICLES


def shares_surname(words: str, pieces: Sequence[str], gazetteer: Gazetteer) -> bool:
    """ "WP and Zelda Coates": all but the last are given names or initials, the last has a surname besides.

    An "and" stands between them: "Ross, Hugh Elm" is one person.
    """
    return (
        (cues_in(words) & _BETWEEN != 0 or _SIGN_OF_AND.search(words) is not None)
        and all(_is_given_only(piece, gazetteer) for piece in pieces[:-1])
        and len(pieces[-1].split()) > 1
        and person_score(pieces[-1], gazetteer) > 0
    )


def is_anonymous(words: str) -> bool:
    """ "Anon.", "[Anonymous]", "various authors": says that nobody is named."""
    return words[:5].casefold().strip("[(") in _NOBODY and _ANONYMOUS.match(words) is not None
