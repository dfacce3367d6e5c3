"""The grades of surety that rules ask of names, houses, places and bodies: "at least a firm", "less than a town".

Each is the least that `names_score`, `publisher_score` and `place_score` give to words of its kind, on the one scale of
the search, where 5 is as good as sure, 0 says nothing and below -3 is against. What a rule adds to a score or takes
from it is no grade, and stands with the rule.
"""

NAMELIKE = 2.0
"""Names, but of more words than most have."""
NAMED = 2.4
""" "Rewi Ash": capitals against which nothing speaks."""
SURELY_NAMED = 4.0
""" "Sue Ash", "R. T. Ash": by a given name that is listed, or by initials."""

HOUSELIKE = 0.4
""" "Griffin Bohn": a few capitals, no word of the language among them."""
ONE_WORD = 1.0
""" "Griffin": a house as likely as a family or a town."""
A_PAIR = 1.5
""" "Griffin and Bohn": one firm, if they are not two authors."""
A_PERIODICAL = 2.0
""" "Labour Monthly": it may have published what came out in it."""
A_BODY = 2.5
""" "Weavers’ Union": it publishes, and writes as often."""
AN_ACRONYM = 3.0
""" "HMSO", or a body's letters. Words with less are as likely to be who wrote."""
A_FIRM = 3.5
""" "The Press of the Weft in Leeds": a word of firms anywhere in it; or more than two partners."""
SURE_FIRM = 4.5
""" "Weft Press", "Éditions de la Trame": the word stands where firms have it. Or a listed house's branch abroad."""
LISTED = 6.0
"""The house is in the list, whatever its words."""

PLACELIKE = -1.0
""" "New Loomby": two capitals of no list."""
TOWNLIKE = 0.0
""" "Loomby": one."""
A_TOWN = 2.0
""" "Styal": a town that is known for no printing, and whose name may also be a person's or a house's."""
A_PLACE = 5.5
""" "Leeds", "Loomby, Yorks.": by list, or by its county or state."""

NO_BODY = -5.0
"""No word in it tells of a body of people."""
