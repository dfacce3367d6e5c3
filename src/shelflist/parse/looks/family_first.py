"""Names with the family's part first and no comma after it: "ASH (Rewi)", "Ash R.T.", "Liu Shaoqi".

French lists have the given name in a bracket, Russian ones initials after the family name. Whether such words stand
where authors do is judged in `author_end`; a list of them is taken apart in `leaders`.
"""

import re

HELD_GIVEN = re.compile(
    r"(?P<family>[A-ZÀ-ÞČŠŽŁŚ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?)\s\((?P<given>[A-ZÀ-Þ][\w’'.-]*(?:[\s-][A-ZÀ-Þ][\w’'.-]*){0,2})\)$"
)
""" "ASH (Rewi)": as French lists have it."""
_INITIAL = r"(?:[A-ZÀ-ÞА-Я]|[SZCK]h|[YI][aeu]|Ts)\."
TURNED = re.compile(
    rf"(?P<family>[A-ZÀ-ÞА-Я][\w’'-]{{2,}})\s(?P<given>{_INITIAL}(?:\s?{_INITIAL}){{0,2}})(?=$|[,;.\s])"
)
""" "Ash R.", "Ash R.T.": a family name, and initials with their stops after it."""
_NO_OTHER_WORD = (
    "Mao|Chou|Zhou|Lin|Liu|Teng|Deng|Chiang|Jiang|Chen|Chang|Zhang|Wang|Yao|Lu|Kuo|Guo|Peng|Kim|Nguyen|Nguyễn|Võ|Truong|"
    "Trường|Pham|Phạm|Tran|Trần|Hoang|Hoàng|Đặng|Hồ|Ho"
)
EASTERN_FAMILY = re.compile(rf"(?:{_NO_OTHER_WORD}|Chu|Zhu|Hua|Li|Hu|Pak|Park|Vo|Le|Lê|Mai|Dang|Ton|Tôn|Ai|Pol)$")
""" "Zhu De": Chinese, Korean and Vietnamese names have the family's part first."""
SURELY_EASTERN_FAMILY = re.compile(rf"(?:{_NO_OTHER_WORD})$")
""" "Liu Shaoqi", "Kim Jong Il": and no other thing is called so."""
_BETWEEN_TURNED = re.compile(r",\s|,?\s(?:&|and)\s")


def ends_in_given(words: str) -> bool:
    """A family name, and in a bracket the given one."""
    return words.endswith((")", ").")) and HELD_GIVEN.search(words.rstrip(".")) is not None


def is_turned(words: str) -> bool:
    """ "Ash R.T., Elm S.": nothing but family names with initials after them."""
    return all(TURNED.fullmatch(name) for name in _BETWEEN_TURNED.split(words))


def puts_family_first(name: str) -> bool:
    """ "ASH (Rewi)", "Ash R.T.": without a comma."""
    return ends_in_given(name) or is_turned(name)
