"""Languages by name and by code, and which of them are written from right to left."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from eymeeting.domain.text import folded

ENGLISH: Final = "en-GB"

LANGUAGES: Final[Mapping[str, str]] = {
    "sq": "Albanian",
    "am": "Amharic",
    "ar": "Arabic",
    "bn": "Bengali",
    "bg": "Bulgarian",
    "zh": "Chinese",
    "cs": "Czech",
    "fa": "Farsi",
    "fr": "French",
    "de": "German",
    "el": "Greek",
    "gu": "Gujarati",
    "he": "Hebrew",
    "hi": "Hindi",
    "hu": "Hungarian",
    "it": "Italian",
    "ku": "Kurdish",
    "ckb": "Kurdish Sorani",
    "lv": "Latvian",
    "lt": "Lithuanian",
    "ne": "Nepali",
    "ps": "Pashto",
    "pl": "Polish",
    "pt": "Portuguese",
    "pa": "Punjabi",
    "ro": "Romanian",
    "ru": "Russian",
    "sk": "Slovak",
    "so": "Somali",
    "es": "Spanish",
    "ta": "Tamil",
    "ti": "Tigrinya",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "cy": "Welsh",
    "yo": "Yoruba",
}
"""The languages that are most often asked for in England. Any other has its code."""

_FROM_THE_RIGHT: Final = frozenset(
    "ar arc ckb dv fa he iw ks nqo ps sd syr ug ur yi".split()  # noqa: SIM905
)
_SCRIPTS_FROM_THE_RIGHT: Final = frozenset("adlm arab hebr mand nkoo rohg samr syrc thaa".split())  # noqa: SIM905
_CODE: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}", re.ASCII)
_IN_BRACKETS: Final = re.compile(r"[^()]+ \(([^()]+)\)")
"""As a code is shown beside its name: “Kurdish (ku-Arab)”."""

_SCRIPT: Final = 4
"""The letters of a script in a code, as in “ku-Arab”."""


def language_code(words: str) -> str | None:
    """The code that a name or a code of a language means, such as “ar” for “Arabic”; nothing for other words."""
    said = folded(words).strip(" .")
    for code, name in LANGUAGES.items():
        if said == folded(name):
            return code
    if said in ("english", "en", ENGLISH.casefold()):
        return ENGLISH
    code = _IN_BRACKETS.sub(r"\1", words.strip())
    return _tidied(code) if _CODE.fullmatch(code) else None


def language_name(code: str) -> str:
    """The name of a language in English, such as “Arabic”; with what its code says besides, or the code alone."""
    first, _, rest = code.partition("-")
    if code == ENGLISH:
        return "English"
    name = LANGUAGES.get(first)
    if name is None:
        return code
    return f"{name} ({code})" if rest else name


def is_from_the_right(code: str) -> bool:
    """Whether a language is written from right to left, by the script in its code or else by what is usual."""
    language, *parts = code.casefold().split("-")
    script = next((part for part in parts if len(part) == _SCRIPT and part.isalpha()), None)
    return script in _SCRIPTS_FROM_THE_RIGHT if script else language in _FROM_THE_RIGHT


def _tidied(code: str) -> str:
    """A code as it is written by the rules for them (BCP 47): “ku-Arab”, “en-GB”."""
    language, *parts = re.split("[-_]", code)
    return "-".join([language.lower(), *map(_part, parts)])


def _part(part: str) -> str:
    if len(part) == _SCRIPT and part.isalpha():
        return part.capitalize()
    return part.upper() if len(part) == len("GB") else part.lower()
