"""The languages that a line can state, by their codes of ISO 639-3: the tag (BCP 47) and the English name of each."""

LANGUAGES = {
    "ara": ("ar", "Arabic"), "ben": ("bn", "Bengali"), "bul": ("bg", "Bulgarian"), "ces": ("cs", "Czech"),
    "cym": ("cy", "Welsh"), "deu": ("de", "German"), "ell": ("el", "Greek"), "eng": ("en", "English"),
    "epo": ("eo", "Esperanto"), "fra": ("fr", "French"), "gle": ("ga", "Irish"), "hbs": ("sh", "Serbo-Croat"),
    "hin": ("hi", "Hindi"), "hun": ("hu", "Hungarian"), "ita": ("it", "Italian"), "jpn": ("ja", "Japanese"),
    "kor": ("ko", "Korean"), "nld": ("nl", "Dutch"), "pol": ("pl", "Polish"), "por": ("pt", "Portuguese"),
    "ron": ("ro", "Romanian"), "rus": ("ru", "Russian"), "spa": ("es", "Spanish"), "sqi": ("sq", "Albanian"),
    "swe": ("sv", "Swedish"), "tur": ("tr", "Turkish"), "ukr": ("uk", "Ukrainian"), "vie": ("vi", "Vietnamese"),
    "yid": ("yi", "Yiddish"), "zho": ("zh", "Chinese"),
    "mya": ("my", "Burmese"), "fin": ("fi", "Finnish"), "dan": ("da", "Danish"), "nor": ("no", "Norwegian"),
    "isl": ("is", "Icelandic"), "fas": ("fa", "Persian"), "heb": ("he", "Hebrew"), "urd": ("ur", "Urdu"),
    "pan": ("pa", "Punjabi"), "tam": ("ta", "Tamil"), "msa": ("ms", "Malay"), "ind": ("id", "Indonesian"),
    "tha": ("th", "Thai"), "cat": ("ca", "Catalan"), "eus": ("eu", "Basque"), "bre": ("br", "Breton"),
    "gla": ("gd", "Gaelic"), "lat": ("la", "Latin"), "slk": ("sk", "Slovak"), "slv": ("sl", "Slovene"),
    "srp": ("sr", "Serbian"), "hrv": ("hr", "Croatian"), "lit": ("lt", "Lithuanian"), "lav": ("lv", "Latvian"),
    "est": ("et", "Estonian"), "hye": ("hy", "Armenian"), "kat": ("ka", "Georgian"), "kur": ("ku", "Kurdish"),
    "swa": ("sw", "Swahili"), "zul": ("zu", "Zulu"), "afr": ("af", "Afrikaans"),
}  # fmt: skip
