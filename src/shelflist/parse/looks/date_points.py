"""Points and stretches of time as they are typed, read as EDTF: "2. Mai 1929", "xi.1969", "Spring 1979", "192?".

The words are in small letters, and nothing of doubt or haste stands about them: that is taken off in `dates`.
"""

import re
from calendar import monthrange

_MONTHS = {
    name: f"{number:02}"
    for number, names in enumerate(
        (
            "jan january januar janvier janv enero gennaio janeiro januari stycznia ionawr",
            "feb february februar février févr fév fevrier febrero febbraio fevereiro februari lutego chwefror",
            "mar march märz maerz mars marzo março maart marts marca mawrth",
            "apr april avril avr abril abr aprile kwietnia ebrill",
            "may mai mayo maggio maio mei maj maja",
            "jun june juni juin junio giugno junho czerwca mehefin",
            "jul july juli juillet juil julio luglio julho lipca gorffennaf",
            "aug august août aout agosto ago augustus augusti sierpnia awst",
            "sep sept september septembre septiembre setiembre settembre setembro września medi",
            "oct october oktober octobre octubre okt ottobre ott outubro października hydref",
            "nov november novembre noviembre novembro listopada tachwedd",
            "dec december dezember décembre déc decembre diciembre dicembre dic dezembro dez grudnia rhagfyr",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
"""English ones with their abbreviations, and those of the languages that lists also hold."""
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
MONTHS_AND_SEASONS = " ".join([*_MONTHS, *_SEASONS])
YEAR_FORM = r"(?:1[4-9]\d\d|20\d\d)"
MONTH_FORM = r"(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
SEASON_FORM = r"(?:spring|summer|autumn|fall|winter)"
DAY_FORM = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|er|\.)?"
DASH_FORM = r"\s*(?:[-–—/]|to|and)\s*"

# One point in time with its year, and the parts before a year of which a range can be made.
_POINT = re.compile(
    rf"(?:(?:(?P<d1>{DAY_FORM})\s+(?:de\s)?)?(?P<m>{MONTH_FORM})\s*(?:(?P<d2>{DAY_FORM}),?\s+|,?\s*)(?:de\s)?|(?P<s>{SEASON_FORM}),?\s+(?:of\s+)?)?(?P<y>{YEAR_FORM})$"
)
_OVER_NEW_YEAR = re.compile(rf"winter\s+(?P<y>{YEAR_FORM})\s?[-–/]\s?(?:{YEAR_FORM}|\d\d)$")
_DECADE = re.compile(r"(?P<d>1[4-9]\d|20\d)(?:0[’']?s|[-–_?]\s?\??)$")
_CENTURY = re.compile(r"(?P<c>1[4-9]|20)(?:[-–_]{2}|\?\?)\s?\??$")
""" "192?", "190-?", "19--": the figures that are not known."""
_ROMAN = re.compile(r"m(?:d(?:c{0,4})|cm|dcd|cd|m)(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})$")
_ROMAN_VALUES = {"m": 1000, "d": 500, "c": 100, "l": 50, "x": 10, "v": 5, "i": 1}
_NUMERIC = re.compile(rf"(?P<d>\d\d?)\.\s?(?P<m>1[0-2]|0?[1-9])\.\s?(?P<y>{YEAR_FORM}|[1-9]\d)$")
_ROMAN_MONTH = re.compile(rf"(?P<d>\d\d?)(?:\.\s?|\s)(?P<m>[ivx]{{1,4}})(?:\.\s?|\s)(?P<y>{YEAR_FORM}|[1-9]\d)$")
""" "24.7.31", "24.vii.1931": two figures of a year are of the twentieth century."""
_SLASHED = re.compile(rf"(?P<d>1[3-9]|2\d|3[01])/(?P<m>1[0-2]|0?[1-9])/(?P<y>{YEAR_FORM}|\d\d)$")
""" "26/1/66": only where the day cannot be a month; two figures of a year are of the twentieth century."""
_MONTH_NUMBER = re.compile(rf"(?P<m>1[0-2]|0?[1-9]|[ivx]{{1,4}})\s?[./]\s?(?P<y>{YEAR_FORM})$")
""" "4.1981", "xi.1969". """
TWO_FIGURES = re.compile(
    rf"(?P<before>(?:(?:{DAY_FORM}\s)?(?:{MONTH_FORM}|{SEASON_FORM}(?:\sof)?)(?:\s{DAY_FORM})?,?\s*)?)['’](?P<y>\d\d)$|"
    rf"(?P<month>(?:{DAY_FORM}\s)?{MONTH_FORM})\s(?P<y2>[3-9]\d)$|(?P<day>{MONTH_FORM}\s{DAY_FORM})/(?P<y3>\d\d)$",
    re.IGNORECASE,
)
""" "'37", "Autumn '76", "Oct 73", "Nov 30/55": of the twentieth century."""
_IN_WORDS = re.compile(r"(?:nineteen[\s-])?(?P<d>twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies$")
_TENS = {"twent": 2, "thirt": 3, "fort": 4, "fift": 5, "sixt": 6, "sevent": 7, "eight": 8, "ninet": 9}
_ISO = re.compile(rf"(?P<y>{YEAR_FORM})-(?P<m>1[0-2]|0[1-9])-(?P<d>\d\d)$")
_SHORT_RANGE = re.compile(rf"(?P<a>{YEAR_FORM})\s*[-–—/]\s*(?P<b>\d\d?)$")
_YEARS = re.compile(rf"(?P<a>{YEAR_FORM}){DASH_FORM}(?P<b>{YEAR_FORM})$")
_SHARED_YEAR = re.compile(rf"(?P<a>.+?){DASH_FORM}(?P<b>[^-–—/]+?)(?P<y>,?\s{YEAR_FORM})$")
_DAY_RANGE = re.compile(
    rf"(?:(?P<m1>{MONTH_FORM})\s+(?P<a1>{DAY_FORM}){DASH_FORM}(?P<b1>{DAY_FORM})|(?P<a2>{DAY_FORM}){DASH_FORM}(?P<b2>{DAY_FORM})\s+(?P<m2>{MONTH_FORM})),?\s+(?P<y>{YEAR_FORM})$"
)


def _day(text: str | None) -> str:
    return f"-{int(re.sub(r'[a-z.]+', '', text)):02}" if text else ""


def _point(words: str) -> str | None:
    found = _POINT.match(words)
    if not found or (found["d1"] and found["d2"]):
        return None
    if found["s"]:
        return f"{found['y']}-{_SEASONS[found['s']]}"
    if not found["m"]:
        return found["y"]
    return f"{found['y']}-{_MONTHS[found['m'].rstrip('.')]}{_day(found['d1'] or found['d2'])}"


def _interval(words: str) -> str | None:
    """A range: of years, of days in a month, or of two points that may share the year."""
    if found := _SHORT_RANGE.match(words):
        return f"{found['a']}/{found['a'][: 4 - len(found['b'])]}{found['b']}"
    if found := _YEARS.match(words):
        return f"{found['a']}/{found['b']}"
    if found := _DAY_RANGE.match(words):
        month = f"{found['y']}-{_MONTHS[(found['m1'] or found['m2']).rstrip('.')]}"
        return f"{month}{_day(found['a1'] or found['a2'])}/{month}{_day(found['b1'] or found['b2'])}"
    if found := _SHARED_YEAR.match(words):
        last = _point((found["b"] + found["y"]).strip())
        first = _point(found["a"].strip()) or _point((found["a"] + found["y"]).strip())
        return f"{first}/{last}" if first and last else None
    return None


def _in_order(interval: str) -> bool:
    first, _, last = interval.partition("/")
    return first[:4] < last[:4] or (first[:4] == last[:4] and first <= last and "-2" not in (first[4:6], last[4:6]))


def read_core(words: str) -> str | None:
    core = _written(words) if words else None
    return core if core and all(_in_calendar(end) for end in core.split("/")) else None


def _in_calendar(point: str) -> bool:
    """No 31 April: a date that no calendar has is no date."""
    if len(point) != 10:
        return True
    year, month, day = (int(part) for part in point.split("-"))
    return day <= monthrange(year, month)[1]


def _written(words: str) -> str | None:
    if winter := _OVER_NEW_YEAR.match(words):
        return f"{winter['y']}-24"
    if decade := _DECADE.match(words):
        return f"{decade['d']}X"
    if spelt := _IN_WORDS.match(words):
        return f"19{_TENS[spelt['d']]}X"
    if (numbered := _MONTH_NUMBER.match(words)) and (month := _month_number(numbered["m"])):
        return f"{numbered['y']}-{month:02}"
    if century := _CENTURY.match(words):
        return f"{century['c']}XX"
    if words[0] == "m" and len(words) > 3 and _ROMAN.match(words):
        return _roman_year(words)
    if to_the_day := _NUMERIC.match(words) or _ISO.match(words) or _SLASHED.match(words) or _ROMAN_MONTH.match(words):
        return _in_figures(to_the_day)
    if point := _point(words):
        return point
    interval = _interval(words)
    return interval if interval and _in_order(interval) else None


def _in_figures(told: re.Match[str]) -> str | None:
    year = told["y"] if len(told["y"]) == 4 else f"19{told['y']}"
    month, day = _month_number(told["m"]), int(told["d"])
    return f"{year}-{month:02}-{day:02}" if month and 1 <= day <= 31 else None


def _month_number(figure: str) -> int | None:
    if figure.isdigit():
        return int(figure)
    months = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
    return months.index(figure) + 1 if figure in months else None


def _roman_year(words: str) -> str | None:
    values = [_ROMAN_VALUES[sign] for sign in words]
    year = sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))
    return str(year) if 1400 <= year < 2100 else None
