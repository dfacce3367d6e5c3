"""The year after who wrote, with no sign between them: "Mill Hands by Rewi Ash 1954", "drawings by Ann Hill 1954"."""

from shelflist.parse.looks.dates import date_at_end
from shelflist.parse.looks.grades import NAMED
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.roles import opens_role, read_role
from shelflist.parse.looks.roles_inside import role_inside
from shelflist.parse.segments.tokens import Segment, split_at
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.role_words import PARTICIPLES


def year_after_names(piece: Segment, gazetteer: Gazetteer) -> list[Segment] | None:
    """What opens the line, and the year that names part from its title."""
    dated = date_at_end(piece.text) if " by " in piece.text and not opens_role(piece.text) else None
    if dated is None or not ends_in_names(piece.text[: dated.start()].rstrip(), gazetteer):
        return None
    first, year = split_at(piece, dated.start())
    return [first, year._replace(gap=",")]


def ends_in_names(words: str, gazetteer: Gazetteer) -> bool:
    """After its only "by", which no participle stands before: "A meeting called by Rewi Ash".

    No town comes last, as in "by Rewi Ash Leeds", but in "by Jack London".
    """
    before, _, after = words.partition(" by ")
    if not after or " by " in after:
        return False
    role = read_role(words[role_inside(words, gazetteer) or 0 :], gazetteer)
    if (
        role is None
        or (role.role_raw == "by" and before.endswith(PARTICIPLES))
        or names_score(role.names, gazetteer) < NAMED
    ):
        return False
    others, _, last = role.names.rpartition(" ")
    return not (gazetteer.is_place(last) and names_score(others, gazetteer) >= NAMED)
