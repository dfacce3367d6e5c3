"""Numbers as commands, flows and drafted files say them."""


def counted(number: int, noun: str) -> str:
    """ "1 page", "3 pages", "2 entries"."""
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") else f"{number} {noun}s"
