"""The words by which volumes and issues are counted in the tongues of the lists: "Jg.", "Iml."; "Heft", "Uimh.".

Alternatives of patterns that ignore case. What the numbers are of is judged in `parts`, `issues` and `series`.
"""

VOLUMES_ABROAD = (
    r"årg\.?|jg\.?|jahrgang|jrg\.?|année|año|ano|anno|tom[eo]?|t\.(?=\s?[\dIVX])|iml(?:eabhar)?\.?|cyf(?:rol)?\.?|roč(?:ník)?\.?|rok|"
    r"évf\.?|kn(?:iga)?\.?|vyp(?:usk)?\.?"
)
ISSUES_ABROAD = r"núm\.?|num\.?|heft|uimh(?:ir)?\.?|rhif(?:yn)?|č(?:ís(?:lo)?)?\.|zesz(?:yt)?\.?|häfte|hæfte|szám"
ABBREVIATED = "Iml|iml|Uimh|uimh|Cyf|cyf|Roč|roč|č|čís|évf|Zesz|zesz|Jrg|jrg|Fasc|fasc|Kn|kn|Vyp|vyp"
"""Those with a stop that ends no sentence."""
