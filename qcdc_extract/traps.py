"""Figures that only look like a statistic: document codes, articles, names, phones, list marks, page furniture, slogans.

A figure is judged by what stands right beside it, so one pass over the figures of a text does all of it; only calls,
web addresses, quotes and furniture are looked for apart, and only where a cheap sign of them is in the text. In doubt
a figure is left alone: a missed trap may still find no indicator, a false one loses a statistic.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

import regex

from qcdc_extract.late import late
from qcdc_extract.model import Trap
from qcdc_extract.scanning import LETTERS, NOWHERE, Placed, tree
from qcdc_extract.vocabulary import furniture as page
from qcdc_extract.vocabulary import times as time_words
from qcdc_extract.vocabulary import traps as words
from qcdc_extract.vocabulary.traps import Markers, Shape

# The standard library's `re` compiles these three times as fast, and matches at one place twice as fast, as `regex`.
_WORD_BEGIN, _WORD_END = rf"(?<![{LETTERS}])", rf"(?![{LETTERS}])"
_FIGURE = regex.compile(r"[0-9]+(?:[.,/:\-][0-9]+)*(?!%|[.,/:\-]?[0-9])( ?\p{L}*)")  # possessive repeats would be slower here
_PLAIN = re.compile(rf"([0-9]{{1,7}})(?:[a-zđ][0-9]{{0,2}}| ?\+ ?[0-9]{{1,3}})?(?![{LETTERS}0-9]|[.,/:\-][0-9])")
_LISTED = re.compile(
    rf"[0-9]{{1,5}}[a-zđ]?(?:(?:, ?| và | hoặc | hay | ?- ?| đến |, và )[0-9]{{1,5}}[a-zđ]?(?![{LETTERS}0-9%]|[.,/:][0-9]))+"
)
_LIST_WORDS = frozenset((" và", " hoặc", " hay", " đến"))
_LIST_SIGNS = frozenset(",-")
_NUMBERED = re.compile(rf"[0-9]{{1,7}}[a-zđ]?(?:[./\-][0-9]+)*[a-zđ]?(?![{LETTERS}0-9]|,[0-9])")

_UNIT_BEHIND = re.compile(rf" ?[%‰/$€]| ?(?:{words.UNITS_BEHIND}){_WORD_END}")
_NOUN_BEHIND = late(re.compile, rf" (?:{words.COUNTED_NOUNS}){_WORD_END}")
_FUNCTION_WORDS = "|".join((*sorted(words.FUNCTION_WORDS), *map("".join, words.FUNCTION_PHRASES.items())))
_END_BEHIND = re.compile(rf"\s*(?:\Z|\n|[.,;:!?…)\"'\]|(]|[-+] )| (?:{_FUNCTION_WORDS}){_WORD_END}")
_SURE_ENDS = "\n.,;:!?…)\"']|("  # and the end of the text: an empty string is in any
_HOUSE_BEHIND = late(re.compile, rf" (?:ngôi nhà|căn nhà|tòa nhà|căn hộ|khách sạn|nhà hàng|quán|cửa hàng|chung cư|siêu thị){_WORD_END}")
_CLOSING = frozenset(f" {word}" for word in (*words.FUNCTION_WORDS, *words.FUNCTION_PHRASES))
_STOPS = ".,;:!?)\"'"
_OPENING = "(\"'[,;-/"

# By these a judge has something to go by: characters and words right before and behind a figure.
_GLUE = frozenset("-+.")
_GAPS = frozenset(" :")
_JOINTS = frozenset("-/")
_PHONE_BEGINS = ("0", "84", "1800", "1900")
_NUMBERED_TAILS = frozenset(name[-3:] for name in words.STANDARDS.split("|")) | {"ình"}
_PAIRING = frozenset("-/+0123456789")
_JUBILEES = frozenset((" năm", " tết", " âm"))
_SLOGAN_BEGINS = frozenset(f" {word.split()[0]}" for word in words.SLOGAN_WORDS.split("|"))
_TELLING = _CLOSING | _JUBILEES | _SLOGAN_BEGINS
_BRACKETED_BEFORE = frozenset(",)")
_CENTURIES = tuple(f"{gap}{century}" for gap in (" ", ", ") for century in (19, 20))
_IDIOM_TAILS = frozenset(phrase[-4:] for phrase in (*page.BARE_COUNTERS, "giờ ", "giờ kém ", "con số "))
_PLACE_BEHIND = late(re.compile, rf" (?:{words.PLACES_BEHIND}){_WORD_END}")

_PHONE = re.compile(
    r"\(?\+?(?:84[ .\-)]*[0-9]{1,3}|0[0-9]{1,3}x{0,2}\)?|0[0-9]{1,4}\))[ .\-]{0,2}[0-9x]{3,4}[ .\-]?[0-9x]{3,4}"
    r"(?:[ .\-][0-9]{2,3})?(?![0-9])"
    r"|0[0-9]{2,3}(?:[ .][0-9]{2}){3}(?![0-9])|0[0-9][ .\-][0-9]{6,8}(?![0-9])"
    r"|0[0-9]{8,10}(?![0-9])|1[89]00[ .\-]?[0-9x]{4}(?:[0-9]{2})?(?![0-9])"
)
_AREA_PHONE = re.compile(r"\(0[0-9]{1,3}\) ?[0-9](?:[ .\-]?[0-9]){6,7}(?![0-9])")
_PHONE_TAIL = late(re.compile, r"(?: ?/ ?[0-9]{2,8}(?:[ .][0-9]{3,4})*(?![0-9]))+")
_CODE_RUN = late(re.compile, rf"[0-9](?:[ .\-()]{{0,3}}[0-9x])*+[a-z]?(?![{LETTERS}0-9])")
_CODE_TAIL = regex.compile(rf"[/\-](\p{{L}}[\p{{L}}0-9.]*(?<!\.))| ?[/\-] ?(?:{words.DOCUMENT_CODES})[0-9]{{0,2}}(?![\p{{L}}0-9])")
_KNOWN_CODE = re.compile(rf"(?:{words.DOCUMENT_CODES})[0-9]{{0,2}}")
_NOT_CODE = frozenset(words.NOT_CODES.split("|"))
_CAPITAL_CODE = late(regex.compile, r"\p{Lu}{2}")
_MODEL = late(regex.compile, r"[\p{L}0-9]*\p{Lu}")
_HYPHENED_MODEL = late(regex.compile, r"[\p{L}0-9]*\p{Lu}|[A-Z][a-z]{1,2}")
# Currencies, Roman quarters ("quý IV-2023"), and a city that an amount is glued to.
_NOT_MODEL = frozenset("usd vnd vnđ eur tp đ hcm tphcm i ii iii iv".split())
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+,[0-9]+")
_CODE_NUMBER = re.compile(r"[0-9]{1,6}(?:/[0-9]{2,4})?[a-zđ]?(?:/[0-9]{4})?")
_DOCUMENT_BEFORE = late(re.compile, rf"(?:{words.DOCUMENTS})(?: số)? $")
_STANDARDS = tuple(words.STANDARDS.split("|"))
_STANDARD_ENDS = frozenset(":-").union(name[-1] for name in _STANDARDS)
_STANDARD = late(re.compile, rf"{_WORD_BEGIN}(?:{words.STANDARDS})[ :\-]*$")
_DOCUMENT_YEAR = re.compile(r"[0-9]{1,5}/(?:19|20)[0-9]{2}")
_STANDARD_NUMBER = late(regex.compile, r"[0-9]+(?:(?:[\-.]|: ?)[0-9]+)*(?:/[\p{L}]+)?")
_PLATE = late(re.compile, r"[0-9]{2}[a-zđ]{1,2}[0-9]?[ \-]+[0-9]{3}(?:\.?[0-9]{2}|[0-9])?(?![0-9])")
_IP = late(re.compile, r"(?=[0-9.]*\.[0-9]{1,2}(?![0-9]))[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?![0-9.])")
_HOURS = late(re.compile, rf" ?(?:giờ|h){_WORD_END}")
_VERSION = late(re.compile, r"[1-5]\.0(?![0-9])")

_LIST_MARK = regex.compile(
    r"[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}(?:[.)](?=\s|\p{L}|[\"“(*])|[/\-](?=[^\S\n]?(?:\p{Lu}|[\"“])))"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?=[^\S\n]\p{Lu})|[0-9]{1,3}(?:\.[0-9]{1,2}){0,3}(?=[^\S\n]*(?:[|\t][^\S\n]*\p{L}|[^\S\n]\s\p{Lu}))"
)
_INLINE_MARK = regex.compile(r"[0-9]{1,2}(?:[.)](?=\s?\p{Lu})|\.[0-9]{1,2}[./](?=\s\p{Lu}))")
_GLUED_MARK = late(regex.compile, r"([0-9]{1,2})(?:[.)](?=\s?\p{Lu})|[-)](?=\s\p{Lu}))")
_PAGE_END = late(re.compile, r" ?-[ ]*(?:\n|\Z)")
_INTRODUCES = (":", ";", ",", ".", "là", "gồm", "và", "sau", "như", "\n")

_AGE_BEHIND = late(re.compile, rf"(?: (?:tháng|năm|ngày))? tuổi{_WORD_END}")
_RANGE_BEFORE = late(regex.compile, r"(?<![\p{L}0-9.,])[0-9]{1,3}(?: ?- ?| đến | tới | và )$")
_MEAN_AGE = late(re.compile, r"tuổi thọ|tuổi (?:trung bình|bình quân)|(?:trung bình|bình quân)[^.,;]{0,12}$")
_CELEBRATES = late(regex.compile, r"(?:kỷ niệm|mừng|đón)(?: \p{L}+){0,2} $")
_CELEBRATED = re.compile(r" năm (?:ngày (?![0-9])|thành lập|quốc khánh|cách mạng|truyền thống)")
_AGE_WORDS = frozenset(words.NUMBER_WORDS.split("|")) | {"tháng"}
_WORDED_AGE = late(regex.compile, rf"(?<!\p{{L}})(?:(?:{words.NUMBER_WORDS}) )+(?:tháng )?$")
_WORDED_ORDINAL = regex.compile(rf"(?<!\p{{L}})thứ (?:(?:nhất|nhì|{words.NUMBER_WORDS})(?!\p{{L}}) ?)+")
_MEAN_WINDOW = late(re.compile, r"(?:so với|trên|dưới|quanh)(?: mức)? trung bình $")

_SLOGAN_BEHIND = re.compile(rf" (?:{words.SLOGAN_WORDS}){_WORD_END}")
_SLOGAN_NOUN = late(regex.compile, rf"(?<!\p{{L}})(?:{words.SLOGAN_NOUNS})(?: [\p{{L}}\"]+){{0,4}} \"?$")
_SLOGAN_PART = rf"(?:[0-9]{{1,2}}|{words.SMALL_NUMBERS})(?: [\p{{L}}0-9]+){{1,6}}"
_QUOTED = regex.compile(rf"(?P<quote>[\"'])\s?(?P<words>{_SLOGAN_PART}(?:[,;\-.]? ?(?:và )?{_SLOGAN_PART})*)\s?(?P=quote)")
_DIGIT_SIGNS = frozenset("0123456789")
_SLOGAN_LETTERS = frozenset(number[:2] for number in words.SMALL_NUMBERS.split("|"))
_DENIED_FIGURE = late(
    regex.compile,
    rf"(?<= )nào (?:(?!trong |tại |ở )\p{{L}}+ ){{0,5}}?(?:{words.DENIED_BEFORE}) (?P<figure>[0-9](?:[0-9.,]*[0-9])?(?: ?%)?)"
)
_DENIED = late(regex.compile, r"(?<!\p{L})(?:chưa|không)(?: \p{L}+){1,5}$")
_EXACT = late(re.compile, r"[0-9](?:%|[.,/][0-9])")
_FOOTNOTE = late(re.compile, r"⁽[^⁾\n]{1,3}⁾")
_PAIR = re.compile(rf"([0-9]{{1,2}}) ?- ?([0-9]{{1,2}})(?![{LETTERS}0-9%]|[.,/\-:][0-9]|-[{LETTERS}])")
_MATCH = late(re.compile, rf"{_WORD_BEGIN}(?:{words.MATCHES}){_WORD_END}")
_EVEN_CHANCE = late(re.compile, r"50 ?[/\-:] ?50(?![0-9%])")
_RESOLUTION = late(re.compile, rf"[0-9]{{3,4}} ?x ?[0-9]{{3,4}}(?! ?(?:c|k|m)?m{_WORD_END}|[{LETTERS}0-9]|[.,][0-9])")
_EARLY_ROUND = late(re.compile, r"1/(?:2|4|8|16|32|64)(?![0-9])")
_CARD = late(re.compile, r"[0-9]{4}(?: [0-9]{4}){3}(?:[0-9]{3})?(?![0-9])")
_MINUTES_BEFORE = late(re.compile, r"(?<![0-9.,])(?:[01]?[0-9]|2[0-4]) giờ (?:kém )?$")
_RATING = late(re.compile, r"1[2-8]\+")
_PURITIES = ("9999", "999")
_PURITY = late(re.compile, rf"(?:9|10|14|16|18|20|22|24)k(?![{LETTERS}0-9])")
_GOLD = late(re.compile, rf"{_WORD_BEGIN}(?:vàng|nhẫn|trang sức|tuổi|kara){_WORD_END}")
_IN_ONE = late(regex.compile, r"[2-9] trong 1(?![0-9%]|[.,][0-9]| \p{L})")
_HOUSE = late(re.compile, rf"[0-9]{{1,4}}(?:/[0-9]{{1,4}})+[a-z](?![{LETTERS}0-9])")
_SCHOOL_CLASS = late(re.compile, rf"[0-9]{{1,2}}a[0-9]{{1,2}}(?![{LETTERS}0-9])")
_GLUED_SHAPES = ((_RESOLUTION, "x", "name"), (_SCHOOL_CLASS, "a", "name"), (_HOUSE, "/", "address"))
_LAST_DAYS = late(re.compile, r"(?:2[3-9]|30)(?![0-9])")

OLDEST = 120  # years
MOST_GOALS = 21  # in a set of badminton; what is more is no score

# Years without "năm" --------------------------------------------------------------------------------------------------
_YEAR = regex.compile(r"(?:19|20)[0-9]{2}(?![.,/:][0-9]| ?- ?[0-9]|[\p{L}0-9%])")
_DATED_NAME = late(
    regex.compile,
    rf"(?:(?<!\p{{L}})(?:{time_words.alternatives(time_words.YEAR_NAMES)}"
    rf"|{time_words.alternatives(time_words.SEASONS)}(?: \p{{L}}+ \p{{L}}+)?)|\")"
    r"(?: năm)? $"
)
_NAMED_BY_YEAR = late(regex.compile, rf"(?<![\p{{L}}©])(?:{words.NAMED_BY_YEAR}|(?:{words.LUNAR_YEARS}) \p{{L}}+) $")
_BIRTH_YEAR = late(regex.compile, r"\((?:\p{Lu}[\p{L} .]{0,30}, ?)?$")
_LUNAR_YEAR = late(regex.compile, rf"(?:{words.LUNAR_YEARS}) \p{{L}}+ \($")
_REIGN = late(re.compile, r"\((?:1[0-8][0-9]{2}|[1-9][0-9]{2}) ?- ?(?:1[0-8][0-9]{2}|[1-9][0-9]{2})\)")
_ENGLISH_DATE = late(re.compile, r"[0-9]{1,2},? (?:19|20)[0-9]{2}(?:,? [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[ap]m(?!subject))?)?")
_ENGLISH_MONTH = late(re.compile, rf"{_WORD_BEGIN}(?:{words.ENGLISH_MONTHS})\.? $")
_PAGE_OF = late(re.compile, r"[0-9]{1,3}/[0-9]{1,3}")
_DAY = late(re.compile, r"([0-9]{1,2})[/\-]([0-9]{1,2})")
_DIGITS = late(re.compile, r"[0-9]+")
_CALL = late(regex.compile, r"(?<!\p{L})[a-z_]\w{2,30}(\((?:[^()\n]++|(?1))*+\))")
_ADDRESS = late(regex.compile, r"(?:https?://|www\.)[^\s\"<>()]*[^\s\"<>().,;:'!?]")
_MAILBOX = late(regex.compile, r"(?r)[\w.+\-]{1,64}")
_MAIL_HOST = late(regex.compile, r"@[\w\-]+(?:\.[\w\-]+)+")
_HEX = late(regex.compile, r"#(?:[0-9a-f]{6}|[0-9a-f]{3})(?![\p{L}0-9])")
_NAME_RUN = regex.compile(r"(?r)(?:\p{Lu}\p{L}*\s)+")
_FACILITY = late(regex.compile, rf"(?<!\p{{L}})(?:{words.FACILITIES}) (?:\p{{L}}+ ){{0,4}}$")
_BODY = re.compile(rf"{_WORD_BEGIN}(?:{tree(words.BODIES.split('|'))}) (?:[^\W\d_]+ ){{0,5}}$")
_NAME_FIGURE = re.compile(r"[1-9][0-9]{0,3}(?:\.[0-9])?(?![0-9.,/:\-][0-9])")
_SYLLABLE = late(
    re.compile,
    r"(?:ngh?|ch|gh|gi|kh|nh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?[aeiouyăâêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]{1,3}(?:ng|nh|ch|[cmnpt])?"
)
# "Brazil 5, Argentina 3": names side by side with figures are counted, not numbered.
_SIBLING_BEHIND = late(regex.compile, r"[,;]? ?(?:và |còn )?(?:\p{Lu}[\p{L}\-]* ?){1,4}:? ?[0-9]")
_SIBLING_BEFORE = late(regex.compile, r"[0-9][%)]?(?: \p{Ll}+){0,2}(?:, | và |; )(?:\p{Lu}[\p{L}\-]* ?){1,4}$")
_TITLE_END = re.compile(r"[\"']")
_TITLE = late(regex.compile, r"(?<![\p{L}])[\"'](?:\p{Lu}[\p{L}\-]*)(?: [\p{L}&\-]+){0,4} $")
_DISTRICTS = late(
    regex.compile, r"(?<!\p{L})(?:quận|phường)(?!\p{L})[^.;:\n]{0,30}(?::|gồm|như|là)[^.;:\n]{0,60}(?:, |: |và |gồm |như |là )$"
)
_PROPER_BEHIND = late(regex.compile, r",? (?:và )?\p{Lu}\p{Ll}")
_STREET_NAME = late(regex.compile, r"[a-zđA-ZĐ]{0,2}(?:/[0-9]{1,4}[a-zA-Z]?)*,? (\p{Lu}\p{Ll}+)(?: (?:\p{Lu}\p{Ll}+|[0-9]+))+(?![\p{L}])")
_TOWN_BEHIND = late(re.compile, rf"[^.;\n]{{0,30}}?,? ?(?:\((?:quận|phường|huyện|tp|q\.|p\.)|[,\-] ?(?:{words.TOWNS}))")
_ADDRESSED = late(re.compile, rf"{_WORD_BEGIN}(?:{words.ADDRESSED})(?: số)?:? $")
_AGE_SAID = late(regex.compile, r"(?<!\p{L})(?:độ )?tuổi[^.,;:0-9\n]{0,40} (?:là|lên|từ|khoảng|tới|đến|trên|dưới|ngoài) $")
_AGE_LINKS = tuple(f" {link} " for link in ("là", "lên", "từ", "khoảng", "tới", "đến", "trên", "dưới", "ngoài"))
_NO_AGE_SAID = late(re.compile, rf"{_WORD_BEGIN}(?:số|trong độ tuổi|tuổi thọ|trung bình|bình quân|tỷ lệ){_WORD_END}")
_NAME_BEFORE = late(regex.compile, r"(?:^|[.;:\n(] ?|(?:ông|bà|anh|chị|em|cô|chú|bác|sĩ) )(?:\p{Lu}\p{Ll}+ ){1,3}\p{Lu}\p{Ll}+, $")
_AGE_LIST = late(regex.compile, r"[0-9]{1,3}(?:(?:, | và | hay | hoặc |, hay )[0-9]{1,3})+ tuổi(?!\p{L})")
_SERVICE = late(regex.compile, rf"(?<!\p{{L}})(?:{words.SERVICES})(?: \p{{L}}+){{0,5}} $")
_SERVICE_WORDS = tuple(service.split()[-1] for service in words.SERVICES.split("|"))
_EMERGENCY = late(re.compile, rf"{_WORD_BEGIN}(?:{words.EMERGENCY})(?: số)? $")
_NUMBER_IN_WORD = [(part, re.compile(f"{_WORD_BEGIN}(?:{pattern}){_WORD_END}")) for part, pattern in words.NUMBER_IN_WORD.items()]
_PHONE_FOLLOWS = late(re.compile, r" ?(?:[,;/\-]|hoặc|và) ?\(?$")
_COUNTER = re.compile(rf"{_WORD_BEGIN}(?:{page.COUNTERS})\s*:\s*$")


def _by_last_word() -> dict[str, tuple[tuple[str, Markers], ...]]:
    """The marker tables keyed by the word that stands right before the figure; longer markers first."""
    rows = (
        *words.MARKERS,
        Markers("phone", "code", 0, 0, words.PHONES),
        Markers("identifier", "code", 0, 0, words.IDENTIFIERS),
        Markers("name", "day", 0, 0, words.NAMED_BY_DAY),
        Markers("page", "pages", 0, 0, "trang"),
        Markers("age", "closed", 1, 120, words.AGES),
        Markers("birth", "year", 0, 0, "sinh năm|sinh ngày|sn|sinh|sinh vào năm"),
    )
    found: dict[str, list[tuple[str, Markers]]] = {}
    for row in rows:
        for marker in row.words.split("|"):
            found.setdefault(marker.split()[-1].rstrip(":"), []).append((marker.rstrip(":"), row))
    return {last: tuple(sorted(some, key=lambda pair: -len(pair[0]))) for last, some in found.items()}


_MARKERS = _by_last_word()
_MARKER_ENDS = {last: tuple(f"{marker} " for marker, _ in markers) for last, markers in _MARKERS.items()}
_DAY_OR_YEAR = late(re.compile, r"(?:[0-9]{1,2}[/\-.]){0,2}(?:1[89]|20)[0-9]{2}(?![0-9])")


def find_traps(folded: str, nfc: str | None = None, times: Sequence[Placed] = ()) -> list[Trap]:
    """The figures of a text that are no statistics, in order, without overlaps.

    `folded` is Text.folded, `nfc` the same text in its own case (same length); without it nothing is known by its
    capitals. A trap spans the figure itself with what belongs to it ("59/2023/nđ-cp", "30a", "52 tuổi", "3, 4"), not
    the word that gives it away; page furniture spans whole lines. `times` are the times of the text, in order: a figure
    behind the first word of one is left out, as what it might be is shorter than the time.
    """
    cased = folded if nfc is None else nfc
    found = [Trap(start, end, "page_furniture") for start, end in furniture_lines(folded)]
    found.extend(_apart(folded))
    found.extend(_quoted(folded))
    ages = "tuổi" in folded
    found.extend(_worded(folded, ages))
    found.extend(_denied(folded))
    found.extend(_beside(folded, cased, times, ages))
    return _settled(found)


def _settled(found: list[Trap]) -> list[Trap]:
    """In order; of two that overlap the longer stays."""
    found.sort(key=attrgetter("start"))
    kept: list[Trap] = []
    for trap in found:
        if kept and trap.start < kept[-1].end:
            if trap.end - trap.start > kept[-1].end - kept[-1].start:
                kept[-1] = trap
                while len(kept) > 1 and kept[-2].end > trap.start:
                    del kept[-2]
            continue
        kept.append(trap)
    return kept


# Furniture ----------------------------------------------------------------------------------------------------------

_LINK_HEAD = re.compile(rf"[\W_]*(?:{tree(page.LINK_LISTS.split('|'))})[\W_]*")
_MENU = late(regex.compile, rf"(?:{page.MENU})(?!\p{{L}})")
_HEAD_OR_FOOT = re.compile(rf"[\W_]*(?:(?P<foot>{tree(page.PAGE_FOOT.split('|'))})|(?P<head>{tree(page.PAGE_HEAD.split('|'))}))")
_BULLET = late(re.compile, r"\s*[\-+*•]")
_ADDRESSEES = re.compile(rf"\s*(?:{page.ADDRESSEES})\s*:")
_DATED_LINK = late(re.compile, r"\([0-9]{1,2}[/\-.][0-9]{1,2}[/\-.][0-9]{4}\)\s*$")
_COUNTER_LINE = re.compile(rf"\W*(?:{tree((*page.COUNTERS.split('|'), *page.LINE_COUNTERS.split('|')))})\W*")
_COUNTER_ALONE = late(re.compile, rf"\W*(?:{page.LINE_COUNTERS})\s*:\s*[\d.,]+\s*")
_ONLY_FIGURE = re.compile(r"\s*[0-9][0-9.,]*\s*")
_PROSE_ENDS = (".", "!", "?", "…", ";")
_HEADING_MARK = late(re.compile, r"\s*(?:[ivx]+|[a-e]|[0-9]{1,2}(?:\.[0-9]+)*)[.)/\-]\s")
LONGEST_LINK = 250
LONGEST_HEAD = 40


def _is_prose(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return line.rstrip().rstrip("\"')]").endswith(_PROSE_ENDS)


def furniture_lines(folded: str) -> list[tuple[int, int]]:
    """The lines that are page furniture, without their line ends: link lists, menus, counters, heads and feet."""
    return list(_furniture_lines(folded)) if "\n" in folded else []


@lru_cache(maxsize=32)  # traps and sentences ask for the same texts, a handful after the other
def _furniture_lines(folded: str) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    start, links, addressees, opening, blank, previous = 0, False, False, True, False, ""
    for line in folded.split("\n"):
        end = start + len(line.rstrip())
        if end == start:
            blank, start = True, start + len(line) + 1
            continue
        addressees = addressees and not (blank and not _BULLET.match(line))
        linked = len(line) <= LONGEST_LINK
        if links and linked and not _is_prose(line) and not _HEADING_MARK.match(line):
            found.append((start, end))
        elif len(line) <= LONGEST_HEAD and _LINK_HEAD.fullmatch(line):
            links = True
            found.append((start, end))
        elif addressees or (":" in line and _ADDRESSEES.match(line)):
            addressees = True
            found.append((start, end))
        else:
            links = False
            if linked and _is_furniture(line, opening, previous):
                found.append((start, end))
            elif opening and _is_prose(line):
                opening = False
        previous, blank = line, False
        start += len(line) + 1
    return tuple(found)


def _is_furniture(line: str, opening: bool, previous: str) -> bool:
    """Whether one line by itself is furniture, or the figure behind the name of a counter; `opening`: no prose has been before."""
    edge = _HEAD_OR_FOOT.match(line)
    if edge:
        return edge["foot"] is not None or (opening and not _is_prose(line))
    if _COUNTER_LINE.fullmatch(line) or (_ONLY_FIGURE.fullmatch(line) and _COUNTER_LINE.fullmatch(previous)):
        return True
    if not opening and line.rstrip().endswith(")") and _DATED_LINK.search(line):
        return True
    return line.count("|") >= 2 and len(set(_MENU.findall(line))) >= 2


# What is not known by the figure's neighbours ------------------------------------------------------------------------


def _places(word: str, folded: str) -> Iterator[int]:
    """Where a word that is rare begins; so it is found several times as fast as by any regex."""
    at = folded.find(word)
    while at >= 0:
        yield at
        at = folded.find(word, at + len(word))


def _addresses(folded: str) -> Iterator[Trap]:
    """Pages and mailboxes; a mailbox is found by its "@", which is rare, and read backwards."""
    if "@" in folded:
        for host in _MAIL_HOST.finditer(folded):
            box = _MAILBOX.match(folded, 0, host.start())
            if box:
                yield Trap(box.start(), host.end(), "url")
    if ("w" in folded and "www." in folded) or ("/" in folded and "://" in folded):
        yield from (Trap(*match.span(), "url") for match in _ADDRESS.finditer(folded))


def _apart(folded: str) -> Iterator[Trap]:
    yield from _addresses(folded)
    if "'" in folded and ("'," in folded or ",'" in folded):
        yield from (Trap(*match.span(), "code") for match in _CALL.finditer(folded) if "'," in match[1] or ",'" in match[1])
    if "#" in folded:
        yield from (Trap(*match.span(), "code") for match in _HEX.finditer(folded))
    if "⁽" in folded:
        yield from (Trap(*match.span(), "footnote") for match in _FOOTNOTE.finditer(folded))


def _quoted(folded: str) -> Iterator[Trap]:
    """Slogans in quotes: "5 rõ", "2 tốt, 3 không"."""
    for quote in ('"', "'"):
        reach = 0
        for at in _places(quote, folded):
            begin = folded[at + 1 : at + 4].lstrip()
            if at < reach or not (begin[:1] in _DIGIT_SIGNS or begin[:2] in _SLOGAN_LETTERS):
                continue
            match = _QUOTED.match(folded, at)
            if match:
                reach = match.end()
                if _is_slogan(folded, *match.span("words")):
                    yield Trap(*match.span("words"), "slogan")


def _denied(folded: str) -> Iterator[Trap]:
    """Figures that nobody reached: "chưa có xã nào đạt 100%"."""
    for at in _places("nào", folded):
        match = _DENIED_FIGURE.match(folded, at)
        if match and _DENIED.search(folded, max(0, at - 41), at - 1):
            yield Trap(*match.span("figure"), "denied")


def _worded(folded: str, ages: bool) -> Iterator[Trap]:
    """Ordinals and ages in words, and words that only hold a number word: "lần thứ hai", "mười tám tuổi", "ngã ba".

    `ages`: the text holds the word "tuổi".
    """
    for part, pattern in _NUMBER_IN_WORD:
        if part in folded:
            yield from (Trap(*match.span(), "idiom") for match in pattern.finditer(folded))
    for at in _places("thứ", folded):
        ordinal = _WORDED_ORDINAL.match(folded, at)
        if ordinal and not _is_rank(folded, at):
            yield Trap(at + 4, at + len(ordinal.group().rstrip()), "ordinal")
    for at in _places("tuổi", folded) if ages else ():
        counted = folded[max(0, at - 8) : at].split()[-1:]
        worded = _WORDED_AGE.search(folded, max(0, at - 36), at) if counted and counted[0] in _AGE_WORDS else None
        if worded and not _MEAN_AGE.search(folded, max(0, at - 60), worded.start()):
            yield Trap(worded.start(), at + 4, "age")


def _is_slogan(folded: str, start: int, end: int) -> bool:
    """Whether the quoted words "5 rõ", "2 tốt, 3 không" are a slogan, not an amount someone quotes."""
    after = folded.find(" ", start)
    if _UNIT_BEHIND.match(folded, after) or _EXACT.search(folded, start, end):
        return False
    if _SLOGAN_BEHIND.match(folded, after):
        return True
    if _SLOGAN_NOUN.search(folded, max(0, start - 60), start):
        return not _NOUN_BEHIND.match(folded, after)
    return folded[start].isdigit() and folded.count(" ", start, end) <= 4 and not _NOUN_BEHIND.match(folded, after)


# What is known by the figure's neighbours ----------------------------------------------------------------------------


@dataclass(slots=True, eq=False)  # not frozen, which triples the time to make one: there is one for nearly every figure
class _Figure:
    """A figure text.folded[start:end] and what stands right beside it.

    head: the 16 characters before; word: the last word of them, if nothing but a blank parts it from the figure;
    following: the blank and the letters behind; sign: the character behind them, if there are no letters; last: the trap found last.
    """

    folded: str
    cased: str
    start: int
    end: int
    head: str
    word: str
    following: str
    sign: str
    last: Trap | None

    def until(self, end: int, reason: str) -> Trap:
        return Trap(self.start, end, reason)

    def before(self, length: int) -> tuple[str, int, int]:
        """Arguments for a search in the `length` characters before the figure."""
        return self.folded, max(0, self.start - length), self.start

    def ends(self, end: int, shape: Shape) -> bool:
        return _ends(self.folded, self.cased, end, shape)


_BORN = ("sinh ", "sn ", "sinh vào ")  # a birth takes in the words before its time: "sinh năm 1975"


def _beside(folded: str, cased: str, times: Sequence[Placed], ages: bool) -> Iterator[Trap]:
    last: Trap | None = None
    others = iter(times)
    time = next(others, NOWHERE)
    for match in _FIGURE.finditer(folded):
        start = match.start()
        if last is not None and start < last.end:
            continue
        end, stop = match.span(1)
        while time.end <= start:
            time = next(others, NOWHERE)
        if time.start < start and end <= time.end and folded[time.start].isalpha() and not folded.endswith(_BORN, 0, time.start):
            continue
        head, following = folded[start - 16 if start > 16 else 0 : start], folded[end:stop]
        word = head.rsplit(None, 1)[-1] if head[-1:] == " " and head[-2:-1].isalnum() else ""
        between = word and following[1:] and following[0] == " " and cased[end + 1].islower()
        if between and following not in _TELLING and _is_amount(folded, start, end, word, ages, last):
            continue
        sign = folded[stop : stop + 1] if following in ("", " ") else ""
        figure = _Figure(folded, cased, start, end, head, word, following, sign, last)
        trap = _judged(figure, ages) or (_judged_closed(figure) if _is_closed(figure) else None)
        if trap is not None:
            last = trap
            yield trap


def _judged(figure: _Figure, ages: bool) -> Trap | None:
    """What those say who have something to go by beside the figure, which for most figures is nobody.

    `ages`: the text holds the word "tuổi".
    """
    folded, start, end, following = figure.folded, figure.start, figure.end, figure.following
    figures = folded[start:end]
    paired = figure.sign in _PAIRING or "/" in figures or "-" in figures
    return (
        (_behind_word(figure, figures) if figure.word else _behind_sign(figure, figures))
        or ((following in _JUBILEES or (ages and folded.find("tuổi", max(0, start - 60), end + 24) >= 0)) and _age_or_jubilee(figure))
        or (following in _SLOGAN_BEGINS and _slogan(figure))
        or (paired and _paired(figure))
        or ((paired or end - start > 6) and _shaped(figure))
        or None
    )


def _behind_word(figure: _Figure, figures: str) -> Trap | None:
    """A figure behind a word and a blank, as most are, is not glued to anything, bracketed or a list mark."""
    folded, word, following, last = figure.folded, figure.word, figure.following, figure.last
    return (
        ((figure.sign in _JOINTS or (following != "" and following[0] != " ")) and _coded(figure))
        or ((figures.startswith(_PHONE_BEGINS) or (last is not None and last.reason == "phone")) and _phone(figure))
        or (folded.endswith(_MARKER_ENDS.get(word.lstrip(_OPENING), ()), 0, figure.start) and _marked(figure))
        or ((word[-3:] in _NUMBERED_TAILS or "/" in figures) and _numbered(figure))
        or None
    )


def _behind_sign(figure: _Figure, figures: str) -> Trap | None:
    before, following, last = figure.head[-1:], figure.following, figure.last
    return (
        ((before.isalpha() or before in _GLUE) and _glued(figure))
        or ((figure.sign in _JOINTS or following[:1].isalpha()) and _coded(figure))
        or ((figures.startswith(_PHONE_BEGINS) or before == "+" or (last is not None and last.reason == "phone")) and _phone(figure))
        or (before == "(" and _bracketed(figure))
        or _line_mark(figure)
        or (before in _GAPS and _marked(figure))
        or _numbered(figure)
    )


def _is_amount(folded: str, start: int, end: int, word: str, ages: bool, last: Trap | None) -> bool:
    """Whether neither the word before a figure nor its own form leaves anybody anything to go by, if a plain word is behind it."""
    figures = folded[start:end]
    return not (
        figures.startswith(_PHONE_BEGINS)
        or "/" in figures
        or "-" in figures
        or figures.count(".") >= 3
        or word[-3:] in _NUMBERED_TAILS
        or folded.endswith(_MARKER_ENDS.get(word.lstrip(_OPENING), ()), 0, start)
        or (ages and folded.find("tuổi", max(0, start - 60), end + 24) >= 0)
        or (last is not None and last.reason == "phone")
    )


def _is_closed(figure: _Figure) -> bool:
    """Whether a figure ends its clause, or a function word or capital stands behind it; a plain word behind is known at once."""
    following, cased, end = figure.following, figure.cased, figure.end
    if following[1:] and following[0] == " " and following not in _CLOSING and cased[end + 1].islower():
        return False
    return _ends(figure.folded, cased, end, "closed") or cased[end : end + 1].isupper()


def _judged_closed(figure: _Figure) -> Trap | None:
    """What those say who want the figure to end its clause, or a function word or capital behind it."""
    folded, start, end, word = figure.folded, figure.start, figure.end, figure.word
    behind, length = figure.cased[end : end + 3], end - start
    sign, before = behind[:1], figure.head[-1:]
    return (
        (length <= 2 and folded.startswith(_CENTURIES, end) and _english_date(figure))
        or ((sign in _BRACKETED_BEFORE or before == "(") and _bracketed_year(figure))
        or (word and word not in words.AMOUNT_BEFORE and length <= 6 and _named(figure))
        or ((behind[1:2].isupper() or behind[2:].isupper() or sign.isalpha()) and _addressed(figure))
        or (length == 2 and _aged(figure))
        or (length <= 2 and (sign == "," or behind == " và") and _in_list_of_districts(figure))
        or ((figure.head[-4:] in _IDIOM_TAILS or sign == "'" or folded.startswith(" trong 1", end)) and _idiom(figure))
        or (length >= 3 and _called(figure))
        or None
    )


def _glued(figure: _Figure) -> Trap | None:
    """A figure with a letter right before it: "QL18A", "H5N1", "Covid-19", "GMT+7"; but "đạt96,4%" is an amount."""
    head = figure.head
    if not head or not (head[-1].isalpha() or (head[-1] in "-+." and head[-2:-1].isalpha())):
        return None
    if head[-1] == ".":
        return _initialled(figure)
    folded, cased, end = figure.folded, figure.cased, figure.end
    letter = figure.start - (1 if head[-1].isalpha() else 2)
    begin = letter
    while begin > max(0, letter - 24) and cased[begin - 1].isalnum():
        begin -= 1
    word = folded[begin : letter + 1]
    if word in _NOT_MODEL or _UNIT_BEHIND.match(folded, end) or _GROUPED.fullmatch(folded, figure.start, end):
        return None
    known = any(row.reason in ("name", "road") for marker, row in _MARKERS.get(word, ()) if marker == word)
    model = _MODEL if letter == figure.start - 1 else _HYPHENED_MODEL
    if not known and word != "cov" and not model.fullmatch(cased, begin, letter + 1):
        return None
    while end < len(folded) and folded[end].isalnum():
        end += 1
    return Trap(begin, end, "name")


def _initialled(figure: _Figure) -> Trap | None:
    """A district, ward or pier behind its initial: "Q.10", "P.4", "trụ T.18"."""
    start, end = figure.start, figure.end
    before = figure.cased[max(0, start - 4) : start - 1]
    initial = before[-1:].isupper() and not before[-2:-1].isalnum()
    if not (initial or before.lower().lstrip(" (\n") in words.NUMBERED_ABBREVIATIONS) or _UNIT_BEHIND.match(figure.folded, end):
        return None
    plain = _PLAIN.match(figure.folded, start)
    return figure.until(plain.end(), "place") if plain else None


def _coded(figure: _Figure) -> Trap | None:
    """Document codes, plates ("15A-123.45"), and names that begin with a figure ("5G", "3D", "5K")."""
    folded, cased, start, end = figure.folded, figure.cased, figure.start, figure.end
    behind = folded[end : end + 2]
    if not behind or not (behind[0] in "/-" or behind[0].isalpha() or behind in (" -", " /")):
        return None
    number = _CODE_NUMBER.match(folded, start)
    if number is not None and number.end() >= end:
        stop = _code_end(folded, cased, number.end())
        if stop > number.end():
            return figure.until(stop, "document_code")
    plate = _PLATE.match(folded, start) if end - start == 2 and behind[0].isalpha() else None
    if plate:
        return figure.until(plate.end(), "identifier")
    if behind[0] == "k" and _PURITY.match(folded, start) and _GOLD.search(folded, max(0, start - 24), min(len(folded), end + 12)):
        return figure.until(end + 1, "name")
    for shape, sign, reason in _GLUED_SHAPES:
        named = shape.match(folded, start) if sign in folded[start : end + 1] else None
        if named:
            return figure.until(named.end(), reason)
    if cased[start + 1 : start + 2] in ("G", "D", "K") and not cased[start + 2 : start + 3].isalnum():
        return figure.until(start + 2, "name")
    return None


def _code_end(folded: str, cased: str, stop: int) -> int:
    """Where the letters of a document code that may begin at `stop` end."""
    tail = _CODE_TAIL.match(folded, stop)
    while tail is not None:
        letters = cased[tail.start(1) : tail.end(1)] if tail[1] is not None else ""
        if tail[1] is not None and not _KNOWN_CODE.fullmatch(tail[1]) and (tail[1] in _NOT_CODE or not _CAPITAL_CODE.match(letters)):
            break
        stop = tail.end()
        tail = _CODE_TAIL.match(folded, stop)
    return stop


def _phone(figure: _Figure) -> Trap | None:
    folded, start, last = figure.folded, figure.start, figure.last
    if last is not None and last.reason == "phone" and start - last.end < 6 and _PHONE_FOLLOWS.fullmatch(folded, last.end, start):
        run = _CODE_RUN.match(folded, start)
        if run and sum(map(str.isdigit, run.group())) >= 6:
            return figure.until(run.end(), "phone")
    if folded.startswith("84", start) and folded[start + 2 : start + 3] in (" ", "-", ".", ")"):
        run = _CODE_RUN.match(folded, start)
        if run and 10 <= sum(map(str.isdigit, run.group())) <= 12:
            return figure.until(run.end(), "phone")
    if folded[start] != "0" and not figure.head.endswith("+") and not folded.startswith(("1800", "1900"), start):
        return None
    begin = start - figure.head.endswith(("(", "+"))
    phone = _PHONE.match(folded, begin) or _AREA_PHONE.match(folded, begin)
    if phone is None:
        return None
    tail = _PHONE_TAIL.match(folded, phone.end())
    return Trap(begin, tail.end() if tail else phone.end(), "phone")


def _bracketed(figure: _Figure) -> Trap | None:
    """A figure right behind "(": a footnote, an enumeration inside a sentence, copies on file."""
    folded, start, end = figure.folded, figure.start, figure.end
    if not figure.head.endswith("(") or end - start > 2:
        return None
    if folded.startswith("b)", end) and end - start == 2:
        return figure.until(end + 1, "label")
    if not folded.startswith(")", end):
        return None
    if figure.head.endswith(page.BRACKETED_COUNTERS):
        return figure.until(end, "page_furniture")
    head = figure.head[:-1]
    if head and (head[-1].isalpha() or head[-1] in "\"'"):
        return Trap(start - 1, end + 1, "footnote")
    if head.endswith(words.NUMBERED_PARTS):
        return figure.until(end, "label")
    if not head.strip() or head.rstrip(" ").endswith(_INTRODUCES):
        return Trap(start - 1, end + 1, "list_mark")
    return None


def _line_mark(figure: _Figure) -> Trap | None:
    """The first figure of a line: a list mark, a row number, a page number; inside a line "...; 2) ..."."""
    folded, cased, start, end, head = figure.folded, figure.cased, figure.start, figure.end, figure.head
    bare = head.rstrip(' -*#»•"(|')
    if not bare or bare[-1] == "\n":
        mark = _LIST_MARK.match(cased, start)
        if mark:
            return figure.until(mark.end(), "list_mark")
        alone = head.rpartition("\n")[2].strip() == "-" and end - start <= 3 and _PAGE_END.match(folded, end)
        return figure.until(end, "page") if alone else None
    if head[-1] == " " and head[-2:-1] in ".;!?: ":
        mark = _INLINE_MARK.match(cased, start)
        if mark and (head[-2] != ":" or folded[start:end] in ("1", "01")):
            return figure.until(mark.end(), "list_mark")
    if head[-1] in ".;!?:" and head[-2:-1].isalpha():
        mark = _GLUED_MARK.match(cased, start)
        if mark and (head[-1] != ":" or mark[1] in ("1", "01")):
            return figure.until(mark.end(), "list_mark")
    return None


def _marked(figure: _Figure) -> Trap | None:
    """A figure whose name or ordinal stands before it, by the tables."""
    head = figure.head
    stripped = head.rstrip(" :")
    if not stripped.strip() or len(stripped) == len(head):
        return None
    word = stripped.rsplit(None, 1)[-1].lstrip(_OPENING)
    colon = ":" in head[len(stripped) :]
    at = figure.start - len(head) + len(stripped)
    if colon and (_COUNTER.search(*figure.before(40)) and _END_BEHIND.match(figure.folded, figure.end) or _counts_alone(figure)):
        return figure.until(figure.end, "page_furniture")
    for marker, row in _MARKERS.get(word, ()):
        begin = at - len(marker)
        if not figure.folded.startswith(marker, begin) or (begin > 0 and figure.folded[begin - 1].isalnum()):
            continue
        if figure.folded.endswith(words.COUNTED_MARKERS, 0, begin) or figure.folded.endswith(words.NO_MARKERS, 0, at):
            continue
        if colon and row.shape != "code" and row.reason != "age":
            continue
        stop = _stop(figure, begin, marker, row)
        if stop:
            return Trap(begin if row.reason == "birth" else figure.start, stop, row.reason)
    return None


def _counts_alone(figure: _Figure) -> bool:
    """Whether the line is nothing but a counter of the page: "Hôm nay: 1.204"."""
    folded = figure.folded
    end = folded.find("\n", figure.end)
    return _COUNTER_ALONE.fullmatch(folded, folded.rfind("\n", 0, figure.start) + 1, end if end >= 0 else len(folded)) is not None


def _numbered(figure: _Figure) -> Trap | None:
    """Standards, documents named by number and year, averaging windows."""
    head = figure.head
    if (
        (head[-2:-1] in _STANDARD_ENDS or head[-1:] in _STANDARD_ENDS)
        and head.rstrip(" :-").endswith(_STANDARDS)
        and _STANDARD.search(*figure.before(12))
    ):
        number = _STANDARD_NUMBER.match(figure.folded, figure.start)
        return figure.until(number.end() if number else figure.end, "standard")
    if (
        figure.end - figure.start > 5
        and figure.folded[figure.end - 5] == "/"
        and _DOCUMENT_YEAR.fullmatch(figure.folded, figure.start, figure.end)
        and _DOCUMENT_BEFORE.search(*figure.before(20))
    ):
        return figure.until(figure.end, "document_code")
    if figure.head.endswith("trung bình ") and _MEAN_WINDOW.search(*figure.before(32)):
        return figure.until(figure.end, "window")
    return None


def _age_or_jubilee(figure: _Figure) -> Trap | None:
    folded, start, end = figure.folded, figure.start, figure.end
    if folded.find("tuổi", max(0, start - 60), end + 24) >= 0:
        age = _age_behind(figure) or (_age_said(figure) if figure.head.endswith(_AGE_LINKS) else None)
        if age is not None:
            return age
    if folded.startswith(" năm", end) and (
        _CELEBRATED.match(folded, end) or (figure.following == " năm" and _CELEBRATES.search(*figure.before(30)))
    ):
        return figure.until(end + 4, "anniversary")
    if folded.startswith((" tết", " âm lịch"), end) and _LAST_DAYS.fullmatch(folded, start, end):
        return figure.until(end, "lunar_day")
    return None


def _age_behind(figure: _Figure) -> Trap | None:
    """ "52 tuổi", "18 đến 30 tuổi", "10, 15 tuổi"; a mean or an inexact age is a statistic."""
    folded, start, end = figure.folded, figure.start, figure.end
    ages = _AGE_LIST.match(folded, start)
    if ages:
        return figure.until(ages.end(), "age")
    age = _AGE_BEHIND.match(folded, end)
    if age is None or not folded[start:end].replace("-", "").isdigit() or _MEAN_AGE.search(*figure.before(40)):
        return None
    lower = _RANGE_BEFORE.search(*figure.before(9))
    return Trap(lower.start() if lower else start, age.end(), "age")


def _age_said(figure: _Figure) -> Trap | None:
    """ "độ tuổi tuyển dụng lên 40-45": the word stands before."""
    plain = _LISTED.match(figure.folded, figure.start) or _PLAIN.match(figure.folded, figure.start)
    if plain is None or plain.end() < figure.end or max(map(int, _DIGITS.findall(plain.group()))) > OLDEST:
        return None
    if not _AGE_SAID.search(*figure.before(60)) or _NO_AGE_SAID.search(*figure.before(90)):
        return None
    return figure.until(plain.end(), "age") if figure.ends(plain.end(), "closed") else None


def _slogan(figure: _Figure) -> Trap | None:
    if figure.end - figure.start > 2:
        return None
    behind = _SLOGAN_BEHIND.match(figure.folded, figure.end)
    if behind is None:
        return None
    last = figure.last
    follows = last is not None and last.reason == "slogan" and figure.start - last.end <= 5
    sure = behind.group().startswith(" tại chỗ") or follows or _SLOGAN_NOUN.search(*figure.before(50))
    return figure.until(behind.end(), "slogan") if sure else None


def _named(figure: _Figure) -> Trap | None:
    """The figure that ends a name: "Thanh Hóa 1 (Thống Nhất)", "thủy điện Nậm Hin 2", "Izdeliye 810", "V-League 2022"."""
    folded, cased, start, end = figure.folded, figure.cased, figure.start, figure.end
    if not figure.head.endswith(" ") or not figure.head[-2:-1].isalnum() or not _NAME_FIGURE.fullmatch(folded, start, end):
        return None
    before = figure.head.split()[-1].rpartition(".")[2].lstrip("(\"'")
    if before in words.AMOUNT_BEFORE:
        return None
    run = _NAME_RUN.match(cased, max(0, start - 40), start)
    if _YEAR.match(folded, start):
        named = run is not None or folded[start] == "2" or _NAMED_BY_YEAR.search(*figure.before(24))
        return figure.until(end, "year") if named and not _DATED_NAME.search(*figure.before(40)) else None
    if _TITLE_END.match(folded, end) and _TITLE.search(cased, max(0, start - 50), start):
        return figure.until(end, "name")
    if end - start <= 3 and _BODY.search(*figure.before(60)):
        return figure.until(end, "name")
    return figure.until(end, "name") if run is not None and _numbers_name(figure, run.start(), run.group()) else None


def _numbers_name(figure: _Figure, begin: int, run: str) -> bool:
    """Whether the figure belongs to the capitalised words `run` before it, which begin at `begin`."""
    folded, cased, start, end = figure.folded, figure.cased, figure.start, figure.end
    long = run.count(" ") >= 2
    if end - start == 1 and long and folded.startswith(" (", end) and cased[end + 2 : end + 3].isupper():
        return True
    if _SIBLING_BEHIND.match(cased, end) or _SIBLING_BEFORE.search(cased, max(0, start - 50), start):
        return False
    if end - start == 1:
        if _FACILITY.search(folded, max(0, begin - 20), begin) or _FACILITY.match(folded, begin, begin + len(run)):
            return True
        if long and begin > 0 and folded[begin - 2 : begin].strip() not in (":", "(", ",", "-"):
            return True
    return _is_product(figure.head.split()[-1])


def _is_product(word: str) -> bool:
    """Whether a capitalised word is no Vietnamese one, so that a figure behind it belongs to its name."""
    return len(word) > 1 and word not in words.NO_PRODUCTS and not all(_SYLLABLE.fullmatch(part) for part in word.split("-"))


def _english_date(figure: _Figure) -> Trap | None:
    """ "September 5, 2010", "Sep 5 2010 10:30"."""
    date = _ENGLISH_DATE.match(figure.folded, figure.start)
    return figure.until(date.end(), "date") if date and _ENGLISH_MONTH.search(*figure.before(12)) else None


def _bracketed_year(figure: _Figure) -> Trap | None:
    """Years that stand for a birth, a reign or a lunar year in brackets: "(1982, trú tại", "(1368-1644)"."""
    folded, cased, start, end = figure.folded, figure.cased, figure.start, figure.end
    if not 3 <= end - start <= 9 or folded.find("(", max(0, start - 40), start) < 0:
        return None
    opened, closed = figure.head.endswith("("), folded.startswith(")", end)
    if opened:
        reign = _REIGN.match(folded, start - 1)
        if reign:
            return figure.until(reign.end() - 1, "year")
        if closed and _LUNAR_YEAR.search(*figure.before(20)):
            return figure.until(end, "year")
    if not (opened and closed) and _YEAR.match(folded, start) and _BIRTH_YEAR.search(cased, max(0, start - 40), start):
        return figure.until(end, "birth") if folded[end : end + 1] in (",", ")") else None
    return None


def _addressed(figure: _Figure) -> Trap | None:
    """House numbers before their street: "tại 425 Nguyễn Văn Cừ", "20 Lê Quý Đôn, phường 6"."""
    folded, cased, start, end = figure.folded, figure.cased, figure.start, figure.end
    behind = cased[end : end + 3]
    if len(behind) < 3 or not (behind[0] in " ," and (behind[1].isupper() or behind[2].isupper()) or behind[0].isalpha()):
        return None
    street = _STREET_NAME.match(cased, end)
    if street is None or street[1].lower() in words.COUNTED_CAPITALS or not folded[start:end].replace("/", "").replace("-", "").isdigit():
        return None
    if _ADDRESSED.search(*figure.before(24)) or _TOWN_BEHIND.match(folded, street.end()):
        gap = cased[end : street.start(1)].rstrip(" ,")
        return figure.until(end + len(gap), "address")
    return None


def _in_list_of_districts(figure: _Figure) -> Trap | None:
    """Numbered districts among named ones: "4 quận gồm: 12, Gò Vấp, Bình Tân"."""
    folded, start, end = figure.folded, figure.start, figure.end
    if (
        end - start > 2
        or not folded.startswith((", ", " và "), end)
        or figure.head[-1:] != " "
        or not _PROPER_BEHIND.match(figure.cased, end)
    ):
        return None
    return figure.until(end, "place") if _DISTRICTS.search(*figure.before(110)) else None


def _paired(figure: _Figure) -> Trap | None:
    """Scores "1-0", "6-4", even chances "50/50", early rounds "vòng 1/8"."""
    folded, start, end = figure.folded, figure.start, figure.end
    if "-" not in folded[start : end + 2] and "/" not in folded[start:end]:
        return None
    if folded.startswith("50", start) and _EVEN_CHANCE.match(folded, start):
        return figure.until(start + 5, "idiom") if end - start == 5 else None
    if figure.head.endswith("vòng ") and _EARLY_ROUND.match(folded, start):
        return figure.until(end, "ordinal")
    pair = _PAIR.match(folded, start) if "-" in folded[start : end + 2] else None
    if pair is None or figure.head[-1:] in ("-", ".", ",", "/"):
        return None
    if figure.head.rstrip(" ,(").rpartition(" ")[2] in words.DAY_BEFORE:
        return None
    first, second = int(pair[1]), int(pair[2])
    if first > MOST_GOALS or second > MOST_GOALS:
        return None
    scored = figure.ends(pair.end(), "open" if second == 0 else "closed") and (
        second == 0 or _MATCH.search(folded, max(0, start - 70), start)
    )
    return figure.until(pair.end(), "score") if scored else None


def _aged(figure: _Figure) -> Trap | None:
    """Ages without their word: "Trần Thị Mai, 29, là", "phụ nữ ngoài 40"."""
    folded, cased, start, end = figure.folded, figure.cased, figure.start, figure.end
    if end - start != 2 or not "15" <= folded[start:end] <= "99":
        return None
    if figure.head.endswith("ngoài ") and folded[end - 1] == "0":
        return figure.until(end, "age")
    if folded.startswith(", ", end) and figure.head.endswith(", ") and _NAME_BEFORE.search(cased, max(0, start - 40), start):
        return figure.until(end, "age")
    return None


def _idiom(figure: _Figure) -> Trap | None:
    """Minutes behind their hour, "2 trong 1", counters of pages, "con số 0"."""
    folded, start, end, head = figure.folded, figure.start, figure.end, figure.head
    figures = folded[start:end]
    if head.endswith(("giờ ", "giờ kém ")) and end - start <= 2 and int(figures) < 60 and _MINUTES_BEFORE.search(*figure.before(14)):
        return figure.until(end, "clock")
    if folded.startswith(" trong 1", end) and _IN_ONE.match(folded, start):
        return figure.until(end + 8, "idiom")
    if head.endswith(page.BARE_COUNTERS):
        return figure.until(end, "page_furniture")
    if figures == "0" and head.endswith("con số "):
        return figure.until(end, "idiom")
    return figure.until(end + 7, "page_furniture") if folded.startswith("' trước", end) else None


def _called(figure: _Figure) -> Trap | None:
    """Numbers that are called or looked up: long runs of digits, services, emergency calls; the purity of gold; versions."""
    head, end, figures = figure.head, figure.end, figure.folded[figure.start : figure.end]
    if not figures.isdigit():
        return figure.until(end, "name") if len(figures) == 3 and _VERSION.match(figures) else None
    if len(figures) >= 7:
        words_before = head.split()
        amount = not words_before or words_before[-1] in words.AMOUNT_BEFORE or "\n" in head[-2:]
        return None if amount else figure.until(end, "identifier")
    if figures in _PURITIES and _GOLD.search(*figure.before(24)):
        return figure.until(end, "name")
    if len(figures) <= 4 and _is_service(figure):
        return figure.until(end, "phone")
    return figure.until(end, "phone") if figures in words.EMERGENCY_CALLS and _EMERGENCY.search(*figure.before(24)) else None


def _is_service(figure: _Figure) -> bool:
    window = figure.folded[max(0, figure.start - 50) : figure.start]
    for word in _SERVICE_WORDS:
        if word in window:
            return _SERVICE.search(*figure.before(50)) is not None
    return False


def _shaped(figure: _Figure) -> Trap | None:
    """What the figure's own shape gives away: round the clock, age ratings, cards, addresses of machines."""
    folded, start, end = figure.folded, figure.start, figure.end
    if folded[start:end] in words.ROUND_THE_CLOCK:
        before = figure.head.split()
        clock = before and before[-1] not in words.DAY_BEFORE and (_HOURS.match(folded, end) or figure.ends(end, "closed"))
        return figure.until(end, "idiom") if clock else None
    if end - start == 2 and folded.startswith("+", end) and _RATING.match(folded, start) and not _NOUN_BEHIND.match(folded, end + 1):
        return figure.until(end + 1, "name")
    if end - start == 4 and folded.startswith(" ", end):
        card = _CARD.match(folded, start)
        return figure.until(card.end(), "identifier") if card else None
    address = _IP.match(folded, start) if folded.count(".", start, end) >= 3 else None
    return figure.until(address.end(), "code") if address else None


# What may stand behind a marked figure -------------------------------------------------------------------------------


def _stop(figure: _Figure, begin: int, marker: str, row: Markers) -> int:
    """Where the name or ordinal ends whose marker begins at `begin`; 0 if the figure is an amount."""
    shape = _SHAPES.get(row.shape)
    previous = figure.folded[max(0, begin - 12) : begin].rstrip(' "').rpartition(" ")[2].lstrip('("')
    if previous in words.NOT_AFTER.get(marker, ()) or (marker == "thứ" and _is_rank(figure.folded, begin)):
        return 0
    if shape is not None:
        return shape(figure)
    if previous[-1:].isdigit() and row.reason not in ("place", "article"):
        return 0
    return _plain_stop(figure, row)


def _plain_stop(figure: _Figure, row: Markers) -> int:
    """The figure, or the list that it begins: "3", "30a", "3, 4", "11 và 12"."""
    folded, start = figure.folded, figure.start
    listed = _LISTED.match(folded, start) if _may_list(figure) else None
    if listed:
        shape: Shape = "place" if row.shape in ("place", "open", "storey") else "closed"
        if _within(listed.group(), row) and figure.ends(listed.end(), shape):
            return listed.end()
        if row.shape == "closed":
            return 0
    plain = _PLAIN.match(folded, start)
    fits = plain is not None and _within(plain.group(), row) and figure.ends(plain.end(), row.shape)
    return plain.end() if plain is not None and fits else 0


def _may_list(figure: _Figure) -> bool:
    """Whether a list may begin with the figure: digits before a plain word or a full stop begin none."""
    following = figure.following
    goes_on = following in _LIST_WORDS if following[1:] else figure.sign in _LIST_SIGNS
    return goes_on or following[:1].isalpha() or not figure.folded[figure.start : figure.end].isdigit()


def _within(figures: str, row: Markers) -> bool:
    if figures.isdigit():
        return row.least <= int(figures) <= row.most
    return all(row.least <= int(figure) <= row.most for figure in _DIGITS.findall(figures))


def _number_stop(figure: _Figure) -> int:
    """The figure behind "số" is an identifier, unless a unit or counted noun makes it an amount."""
    number = _NUMBERED.match(figure.folded, figure.start)
    if number is None or number.end() < figure.end or _UNIT_BEHIND.match(figure.folded, number.end()):
        return 0
    before = figure.folded[max(0, figure.start - 16) : figure.start].split()
    if len(before) > 1 and before[-2].lstrip('("') in words.NUMBERED_THINGS:
        return number.end()
    grouped = not figure.folded[figure.start : figure.end].replace("/", "").isdigit()
    return 0 if grouped or not figure.ends(number.end(), "closed") else number.end()


def _code_stop(figure: _Figure) -> int:
    run = _CODE_RUN.match(figure.folded, figure.start)
    if run is None or run.end() < figure.end or sum(map(str.isdigit, run.group())) < 3:
        return 0
    amount = _UNIT_BEHIND.match(figure.folded, run.end()) or _NOUN_BEHIND.match(figure.folded, run.end())
    return 0 if amount else run.end()


def _day_stop(figure: _Figure) -> int:
    day = _DAY.fullmatch(figure.folded, figure.start, figure.end)
    known = day is not None and (int(day[1]), int(day[2])) in words.MEMORIAL_DAYS
    return figure.end if known and figure.ends(figure.end, "place") else 0


def _year_stop(figure: _Figure) -> int:
    year = _DAY_OR_YEAR.match(figure.folded, figure.start)
    return year.end() if year else 0


def _pages_stop(figure: _Figure) -> int:
    return figure.end if _PAGE_OF.fullmatch(figure.folded, figure.start, figure.end) else 0


_SHAPES: dict[Shape, Callable[[_Figure], int]] = {
    "number": _number_stop,
    "code": _code_stop,
    "day": _day_stop,
    "year": _year_stop,
    "pages": _pages_stop,
}


def _ends(folded: str, cased: str, end: int, shape: Shape) -> bool:
    """Whether what stands behind a figure lets it be a name, by the row's boldness."""
    if shape == "any":
        return not folded.startswith(("%", " %"), end)
    behind = folded[end : end + 1]
    if behind in _SURE_ENDS:
        return True
    following = cased[end + 1 : end + 2] if behind == " " else ""
    if shape == "closed" and (following.islower() or behind.isalpha()):
        word = folded[end + 1 : end + 12].partition(" ")[0].rstrip(_STOPS) if following else ""
        return word in words.FUNCTION_WORDS or (word in words.FUNCTION_PHRASES and _END_BEHIND.match(folded, end) is not None)
    if _UNIT_BEHIND.match(folded, end) and not folded.startswith(" năm học ", end):  # "lớp 10 năm học 2022-2023"
        return False
    if shape == "storey" and _HOUSE_BEHIND.match(folded, end):
        return True
    if shape == "open":
        return not _NOUN_BEHIND.match(folded, end)
    if following.isupper() or _END_BEHIND.match(folded, end):
        return True
    return shape in ("place", "storey") and _PLACE_BEHIND.match(folded, end) is not None


def _is_rank(folded: str, begin: int) -> bool:
    """Whether "thứ" at `begin` ranks ("xếp thứ 5/63", "đứng thứ hai"), which is a statistic."""
    before = folded[max(0, begin - 24) : begin].split()
    return bool(before) and (before[-1] in words.RANK_BEFORE_THU or (len(before) > 1 and before[-2] in ("xếp", "đứng")))
