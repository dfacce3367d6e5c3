"""The words that keep their small letters where all others of a title have capitals; the articles that open one."""

_LISTED = """
of the and in on to for a an or from by with at its
"""
_LISTED_ABROAD = """
de del la las los le les des du et y e i und für zur der die den och og di da do dos della el il
"""
_LEADING_ON_LISTED = """
of in and & the for at to on with from by a an or about against between before after behind under over into through
versus v vs without than as like per de du des la le del und y et der die das von van my our your his her their its
this that not is are was were meets via comrade
"""
ARTICLES = frozenset(["The", "A", "An"])
ARTICLES_ABROAD = frozenset(["Der", "Die", "Das", "Ein", "Eine", "Un", "Une", "Los", "Las", "Il", "Uma"])
""" "Ein Bilderbuch", "Das Kapital": with these no name begins; "Le Carré" and "El Lissitzky" are names."""
OPENING_ARTICLES = ("The ", "A ", "An ")
"""What to ask of a stretch of words with `startswith`."""
SMALL_WORDS = frozenset(_LISTED.split())
LEADING_ON = frozenset(_LEADING_ON_LISTED.split())
"""After them a title or a phrase is not at its end."""
SMALL_WORDS_ABROAD = frozenset(_LISTED_ABROAD.split())
""" "Vereinigung der Weber und Spinner", "Unión de Tejedores"."""


def leads_on(word: str) -> bool:
    """What it stands last in goes on: a small word, or a sign at its end."""
    return word.casefold() in LEADING_ON or not word[-1:].isalnum()
