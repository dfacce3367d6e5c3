"""The words of an entry that no field holds: what was not understood, and what there was no second place for."""

from collections.abc import Iterable

from shelflist.parse.grammar import Label
from shelflist.parse.labelled import Labelled


def remainder(line: Labelled, fields: Iterable[str | None], part: str) -> str | None:
    """The segments that stand in none of the `fields`. `part` is the number and name of the part, together."""
    held = "\n".join([words for words in fields if words])
    left = [
        piece.text
        for piece, choice in zip(line.segments, line.choices, strict=True)
        if choice.label is not Label.NO_IMPRINT
        and not _stands_in(piece.text.strip("[]()? "), held)
        and not (choice.label is Label.PART and _is_number_and_name(piece.text, part))
    ]
    return "; ".join(left) or None


def _stands_in(words: str, held: str) -> bool:
    """The words, and not as pieces of longer ones."""
    at = held.find(words)
    while at >= 0:
        end = at + len(words)
        if not (held[at - 1 : at].isalnum() and words[:1].isalnum()) and not (
            held[end : end + 1].isalnum() and words[-1:].isalnum()
        ):
            return True
        at = held.find(words, at + 1)
    return False


def _is_number_and_name(words: str, part: str) -> bool:
    """The words of a part, shared out between its two fields: "Part 1 – the Dominated"."""
    held = part.split()
    return all(word in held or not word.strip(" –—-:.") for word in words.split())
