"""The words that keep their small letters where all others of a title or a name have capitals."""

_LISTED = """
of the and in on to for a an or from by with at its
"""
_LISTED_ABROAD = """
de del la las los le les des du et y e i und für zur der die den och og di da do dos della
"""
SMALL_WORDS = frozenset(_LISTED.split())
SMALL_WORDS_ABROAD = frozenset(_LISTED_ABROAD.split())
""" "Vereinigung der Weber und Spinner", "Unión de Tejedores"."""
