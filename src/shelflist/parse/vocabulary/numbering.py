"""The words by which volumes and issues are counted, in English and in the other tongues of the lists: "Jg.", "Heft".

Pieces of patterns. What the numbers are of is judged in `parts`, `issues` and `series`.
"""

VOLUMES = r"vol(?:ume)?s?|v(?=\.|\s?\d)"
VOLUMES_OF_YEARS = r"årg\.?|jg\.?|jahrgang|jrg\.?|année|año|ano|anno|roč(?:ník)?\.?|rok|jarkol(?:ekto)?\.?"
"""Such a volume is a periodical's."""
VOLUMES_ABROAD = (
    rf"{VOLUMES_OF_YEARS}|tom[eo]?|t\.(?=\s?[\dIVX])|iml(?:eabhar)?\.?|cyf(?:rol)?\.?|"
    r"bd\.?|band|évf\.?|kn(?:iga)?\.?|vyp(?:usk)?\.?"
)
ISSUES = r"nos?|numbers?|nr|issues?"
ISSUES_ABROAD = (
    r"n[°º]|núm\.?|num\.?|heft|h\.(?=\s?\d)|n-ro\.?|uimh(?:ir)?\.?|rhif(?:yn)?|č(?:ís(?:lo)?)?\.|zesz(?:yt)?\.?|häfte|hæfte|"
    r"szám"
)
"""Alternatives, for patterns that ignore case."""
_NO_LETTER = r"(?![^\W\d])"
VOLUME_WORD = rf"(?i:{VOLUMES}|{VOLUMES_ABROAD}){_NO_LETTER}\.?\s?"
ISSUE_WORD = rf"(?i:{ISSUES}|{ISSUES_ABROAD}){_NO_LETTER}\.?\s?"
"""What stands before the figures, in whatever case."""
VOLUME_FORM = rf"{VOLUME_WORD}(?:\d{{1,4}}|[IVXLC]+)(?!\w)"
ISSUE_FORM = rf"(?i:issue\s)?{ISSUE_WORD}\d[\d/&-]*(?:\s\(\d+\))?"
""" "Vol. XII"; "No. 4", "issue no. 3-4", "No. 3 (58)"."""
ORDINALS_ABROAD = r"premi[eè]re|deuxi[eè]me|troisi[eè]me|seconde|primera|segunda|tercera|erster|zweiter|dritter"
PARTS_ABROAD = r"s[ée]rie|partie|époque|parte|época|band|teil"
""" "première série", "segunda parte", "zweiter Teil"."""
ABBREVIATED = "Iml|iml|Uimh|uimh|Cyf|cyf|Roč|roč|č|čís|évf|Zesz|zesz|Jrg|jrg|Fasc|fasc|Kn|kn|Vyp|vyp"
"""Those with a stop that ends no sentence."""
