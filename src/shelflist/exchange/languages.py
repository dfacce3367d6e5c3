"""The languages that a line can state: ISO 639-3 in the tables, tags (BCP 47) and English names in the formats."""

from collections.abc import Iterable

_KNOWN = {
    "ara": ("ar", "Arabic"), "ben": ("bn", "Bengali"), "bul": ("bg", "Bulgarian"), "ces": ("cs", "Czech"),
    "cym": ("cy", "Welsh"), "deu": ("de", "German"), "ell": ("el", "Greek"), "eng": ("en", "English"),
    "epo": ("eo", "Esperanto"), "fra": ("fr", "French"), "gle": ("ga", "Irish"), "hbs": ("sh", "Serbo-Croat"),
    "hin": ("hi", "Hindi"), "hun": ("hu", "Hungarian"), "ita": ("it", "Italian"), "jpn": ("ja", "Japanese"),
    "kor": ("ko", "Korean"), "nld": ("nl", "Dutch"), "pol": ("pl", "Polish"), "por": ("pt", "Portuguese"),
    "ron": ("ro", "Romanian"), "rus": ("ru", "Russian"), "spa": ("es", "Spanish"), "sqi": ("sq", "Albanian"),
    "swe": ("sv", "Swedish"), "tur": ("tr", "Turkish"), "ukr": ("uk", "Ukrainian"), "vie": ("vi", "Vietnamese"),
    "yid": ("yi", "Yiddish"), "zho": ("zh", "Chinese"),
}  # fmt: skip


def tags(codes: Iterable[str]) -> list[str]:
    """The shortest tag of each, as BCP 47 wants it; a code without one is a tag itself."""
    return [_KNOWN.get(code, (code, code))[0] for code in codes]


def names(codes: Iterable[str]) -> list[str]:
    """In English; the code of a language that is not known here."""
    return [_KNOWN.get(code, (code, code))[1] for code in codes]
