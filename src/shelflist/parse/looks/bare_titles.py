"""Words that may be a title where a person says that one stands there: what is none shows it by its form."""

from shelflist.parse.looks.dates import read_date
from shelflist.parse.looks.features import features
from shelflist.parse.looks.no_entry import A_SENTENCE, sentence_weight
from shelflist.parse.looks.title_begins import opens_sure_imprint
from shelflist.parse.looks.title_forms import OPENS_LIFE, has_title_capitals
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.small_words import OPENING_ARTICLES, SMALL_WORDS


def is_title(words: str, gazetteer: Gazetteer) -> bool:
    """No date, place or imprint, and no sentence: what has capitals throughout is none, however it opens."""
    bare = words.strip("“”‘’\"' ")
    if len(bare) < 2 or not (bare[0].isupper() or bare[0].isdigit()):
        return False
    if read_date(bare) is not None or gazetteer.is_place(bare) or opens_sure_imprint(bare, gazetteer):
        return False
    if has_capitals(bare.partition(": ")[0]):
        return True  # "Looms: a history that nobody wrote"
    return not OPENS_LIFE.match(bare) and sentence_weight(bare, 0, len(bare)) < A_SENTENCE


def tells_office(words: str, gazetteer: Gazetteer) -> bool:
    """ "General Secretary of the Union" after the name of a person; an article opens a title."""
    return bool(words) and not words.startswith(OPENING_ARTICLES) and features(words, gazetteer).note_on_person > 0


def has_capitals(words: str) -> bool:
    """As `has_title_capitals`, and of few words all but the small ones; most of them are words, and no figures."""
    told = [word for word in words.split() if word.casefold() not in SMALL_WORDS]
    figures = sum(not word.strip("“”‘’\"'(")[:1].isalpha() for word in told)
    return figures * 2 < len(told) and (has_title_capitals(words) or not any(word[0].islower() for word in told))
