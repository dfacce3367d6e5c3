"""Where a house ends and its place begins, with nothing between them: "Weft Press Leeds"; "Loomside London 1974".

Only the words are judged; how the line parts them stands in `cuts`, and what a colon parts in `colons`.
"""

from shelflist.parse.looks.dates import date_at_end, read_date
from shelflist.parse.looks.grades import A_BODY, A_FIRM, HOUSELIKE, LISTED, NAMED, NAMELIKE, SURE_FIRM, SURELY_NAMED
from shelflist.parse.looks.imprint import is_branch, publisher_score
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.parts import PART
from shelflist.parse.segments.tokens import Segment, split_at
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.regions import COUNTRIES, REGIONS
from shelflist.parse.vocabulary.small_words import LEADING_ON

_LONGEST_PLACE = 3
"""Words."""


def before_listed_place(piece: Segment, before: str, gazetteer: Gazetteer) -> list[Segment] | None:
    """ "Loomside London 1974": before a listed place and the date, any short name that is no person's or place's."""
    house, _, place = before.rpartition(" ")
    if not house or house.count(" ") > 1 or not gazetteer.is_place(place) or gazetteer.is_place(before):
        return None
    if is_branch(before, gazetteer):
        return None
    if gazetteer.is_publisher(before):
        return None  # "Martin Lawrence"
    if (
        publisher_score(house, gazetteer) < HOUSELIKE
        or names_score(house, gazetteer) >= NAMELIKE
        or gazetteer.is_place(house)
    ):
        return None
    return [
        without_colon(part) for part in split_at(piece._replace(text=before, end=piece.start + len(before)), len(house))
    ]


def run_on_imprint(piece: Segment, gazetteer: Gazetteer) -> list[Segment] | None:
    """ "The Mill Hands of Leeds Weft Press London 1954": a listed house, a listed place and the year, with no comma."""
    if (dated := date_at_end(piece.text)) is None:
        return None
    tokens = piece.text[: dated.start()].rstrip().split(" ")
    if tokens[-1][-1:] == ")":
        return None  # "The Mill Hands (Weft Press, London) 1954"
    for place_at in (len(tokens) - 1, len(tokens) - 2):
        if place_at <= 2 or not gazetteer.is_place(" ".join(tokens[place_at:])):
            continue
        for at in range(max(2, place_at - 4), place_at):
            if _ends_title(tokens[:at], " ".join(tokens[at:place_at]), gazetteer):
                title, rest = split_at(piece, len(" ".join(tokens[:at])) + 1)
                house, last = split_at(rest, len(" ".join(tokens[at:place_at])) + 1)
                place, date = split_at(last, len(" ".join(tokens[place_at:])) + 1)
                return [title, *(part._replace(gap=",") for part in (house, place, date))]
    return None


def after_loud_title(piece: Segment, gazetteer: Gazetteer) -> list[Segment] | None:
    """ "To the Looms! Weft Press 1954": a call or a question ends the title before a house and the year."""
    stop, dated = max(piece.text.rfind("! "), piece.text.rfind("? ")) + 1, date_at_end(piece.text)
    if not stop or dated is None or publisher_score(piece.text[stop : dated.start()].strip(), gazetteer) < A_FIRM:
        return None
    imprint, date = split_at(piece, dated.start())
    title, house = split_at(imprint, stop)
    return [title, house._replace(gap="."), date._replace(gap=",")]


def _ends_title(tokens: list[str], house: str, gazetteer: Gazetteer) -> bool:
    """A listed house follows, and no name stands beside the title: with no sign nothing shows where it ends."""
    if not gazetteer.is_publisher(house) or tokens[-1] in LEADING_ON:
        return False
    return "by" in tokens or not any(
        names_score(" ".join(pair), gazetteer) >= NAMED for pair in (tokens[:2], tokens[-2:])
    )


def ends_in_place(words: str, gazetteer: Gazetteer) -> int | None:
    """Where a listed place begins at the end of words that otherwise look like a publisher or edition."""
    if words[-1] == ")":
        return None  # "Rewi Ash (Weft Press, Leeds)": the place stands in the bracket
    tokens = words.split()
    for count in (3, 2, 1):
        town, comma, region = " ".join(tokens[-count:]).partition(", ")
        if len(tokens) <= count or not gazetteer.is_place(town) or (comma and region.rstrip(".") not in REGIONS):
            continue
        if not tokens[-count - 1][0].isupper():
            return None  # "Communist Party of Great Britain", "School and Concord"
        if publisher_score(" ".join(tokens[:-count]), gazetteer) >= A_BODY:
            return len(words) - len(" ".join(tokens[-count:]))
    return None


def begins_house(words: str, gazetteer: Gazetteer) -> int | None:
    """ "Oxford Blackwell", "Leeds Looms Unlimited Press": where the name of a listed house begins after its place."""
    tokens = words.split()
    for count in range(1, min(_LONGEST_PLACE, len(tokens) - 1) + 1):
        place, house = " ".join(tokens[:count]), " ".join(tokens[count:])
        if gazetteer.is_place(place) and gazetteer.is_publisher(house) and not _is_local(house):
            return len(words) - len(house)
    return None


_OF_ANY_PLACE = (
    "University Press",
    "People's Press",
    "Public Library",
    "City Council",
    "Communist Party",
    "Labour Party",
)
""" "Leeds University Press" is one house, whatever is listed."""
_OF_MEMBERS = (" Guild", " Union", " Party", " Group", " Association", " Club", " Trades Council")


def _is_local(house: str) -> bool:
    """ "Leeds Women’s Guild": the branch of a body has the town in its name."""
    return house in _OF_ANY_PLACE or house.endswith(_OF_MEMBERS)


def is_of_house(parts: list[Segment], following: list[Segment], gazetteer: Gazetteer) -> bool:
    """ "Leeds Loom Press, Hull, 1954"; "Loom Press Leeds, Leeds, 1954": the place is told after the house.

    "Loom Press London, New York" has two places, "Loom Press Leeds, Yorkshire" one.
    """
    if len(following) < 2 or following[0].gap != "," or read_date(following[1].text) is None:
        return False
    place = following[0].text
    if place == parts[1].text:
        return True
    of_first = gazetteer.is_place(parts[0].text)
    return of_first and gazetteer.is_place(place) and place not in REGIONS and place not in COUNTRIES


def before_place(piece: Segment, gazetteer: Gazetteer) -> list[Segment]:
    words = piece.text
    if len(words) > 100 or " " not in words or (firm := publisher_score(words, gazetteer)) >= LISTED:
        return [piece]
    if firm >= A_FIRM and (at := begins_house(words, gazetteer)) and " " in words[at:]:
        return split_at(piece, at)
    last = words[words.rindex(" ") + 1 :]
    if not last[:1].isupper() or firm >= SURE_FIRM or not gazetteer.may_end_place(last):
        return [piece]
    if gazetteer.is_place(words) or is_branch(words, gazetteer):
        return [piece]
    if last in COUNTRIES and words.endswith(f", {last}"):
        return [piece]  # "RCP, USA" was joined, as whose body it is
    at = ends_in_place(words, gazetteer)
    if at is None or (names_score(words, gazetteer) > SURELY_NAMED and not gazetteer.is_publisher(words[:at])):
        return [piece]
    return [without_colon(part) for part in split_at(piece, at)]


def house_after_part(words: str, gazetteer: Gazetteer) -> int | None:
    """ "Vol I Lawrence and Wishart": where the house begins that no comma parts from the number."""
    part = PART.match(words)
    house = part["rest"].strip() if part else ""
    return part.start("rest") if part and house and publisher_score(house, gazetteer) >= A_FIRM else None


def without_colon(piece: Segment) -> Segment:
    """ "Leeds: 1954": the place, where no house stands between."""
    bare = piece.text.rstrip(" :")
    return piece._replace(text=bare, end=piece.start + len(bare))
