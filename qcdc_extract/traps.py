"""Figures that only look like a statistic: document codes, articles, names, phones, list marks, page furniture, slogans.

A figure is judged by what stands right beside it, so one pass over the figures of a text does all of it; only calls,
web addresses, quotes and furniture are looked for apart, and only where a cheap sign of them is in the text. In doubt
a figure is left alone: a missed trap may still find no indicator, a false one loses a statistic.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from qcdc_extract.model import Trap
from qcdc_extract.vocabulary import furniture as page
from qcdc_extract.vocabulary import traps as words
from qcdc_extract.vocabulary.traps import Follow, Markers

_FIGURE = regex.compile(r"[0-9]+(?:[.,/:\-][0-9]+)*")
_PLAIN = regex.compile(r"([0-9]{1,7})[a-zđ]?(?![\p{L}0-9]|[.,/:\-][0-9])")
_LISTED = regex.compile(r"[0-9]{1,5}[a-zđ]?(?:(?:, ?| và | hoặc | hay | ?- ?| đến |, và )[0-9]{1,5}[a-zđ]?(?![\p{L}0-9%]|[.,/:][0-9]))+")
_NUMBERED = regex.compile(r"[0-9]{1,7}[a-zđ]?(?:[./\-][0-9]+)*[a-zđ]?(?![\p{L}0-9]|,[0-9])")

_UNIT_BEHIND = regex.compile(rf" ?[%‰/$€]| ?(?:{words.UNITS_BEHIND})(?!\p{{L}})")
_NOUN_BEHIND = regex.compile(rf" (?:{words.COUNTED_NOUNS})(?!\p{{L}})")
_END_BEHIND = regex.compile(rf"\s*(?:\Z|\n|[.,;:!?…)\"'\]|(]|[-+] )| (?:{words.FUNCTION_WORDS})(?!\p{{L}})")
_PLACE_BEHIND = regex.compile(rf" (?:{words.PLACES_BEHIND})(?!\p{{L}})")

_PHONE = regex.compile(
    r"\(?\+?(?:84[ .\-)]*[0-9]{1,3}|0[0-9]{1,3}x{0,2}\)?|0[0-9]{1,4}\))[ .\-]{0,2}[0-9x]{3,4}[ .\-]?[0-9x]{3,4}(?:[ .\-][0-9]{2,3})?(?![0-9])"
    r"|0[0-9][ .\-][0-9]{6,8}(?![0-9])|0[0-9]{8,10}(?![0-9])|1[89]00[ .\-]?[0-9]{4}(?:[0-9]{2})?(?![0-9])"
)
_CODE_RUN = regex.compile(r"[0-9](?:[ .\-]?[0-9x(])*(?:[ .\-)]*[0-9]+)*[a-z]?(?![\p{L}0-9])")
_CODE_TAIL = regex.compile(rf"[/\-](\p{{L}}[\p{{L}}0-9.]*(?<!\.))| ?[/\-] ?(?:{words.DOCUMENT_CODES})[0-9]{{0,2}}(?![\p{{L}}0-9])")
_KNOWN_CODE = regex.compile(rf"(?:{words.DOCUMENT_CODES})[0-9]{{0,2}}")
_NOT_CODE = frozenset(words.NOT_CODES.split("|"))
_CODE_NUMBER = regex.compile(r"[0-9]{1,6}(?:/[0-9]{2,4})?[a-zđ]?(?:/[0-9]{4})?")
_DOCUMENT_BEFORE = regex.compile(rf"(?:{words.DOCUMENTS})(?: số)? $")
_STANDARD = regex.compile(rf"(?<!\p{{L}})(?:{words.STANDARDS})[ :\-]*$")
_STANDARD_NUMBER = regex.compile(r"[0-9]+(?:(?:[\-.]|: ?)[0-9]+)*(?:/[\p{L}]+)?")
_PLATE = regex.compile(r"[0-9]{2}[a-zđ]{1,2}[0-9]?[ \-]+[0-9]{3}(?:\.?[0-9]{2}|[0-9])?(?![0-9])")
_IP = regex.compile(r"(?=[0-9.]*\.[0-9]{1,2}(?![0-9]))[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?![0-9.])")
_HOURS = regex.compile(r" ?(?:giờ|h)(?!\p{L})")
_VERSION = regex.compile(r"[1-5]\.0(?![0-9])")

_LIST_MARK = regex.compile(
    r"[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}(?:[.)](?=\s|\p{L}|[\"“(*])|[/\-](?=[^\S\n]?(?:\p{Lu}|[\"“])))"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?=[^\S\n]\p{Lu})|[0-9]{1,3}(?:\.[0-9]{1,2}){0,3}(?=[^\S\n]*(?:\|[^\S\n]*\p{L}|[^\S\n]\s\p{Lu}))"
)
_INLINE_MARK = regex.compile(r"[0-9]{1,2}[.)](?=\s\p{Lu})")
_PAGE_END = regex.compile(r" ?-[ ]*(?:\n|\Z)")
_INTRODUCES = (":", ";", ",", ".", "là", "gồm", "và", "sau", "như", "\n")

_AGE_BEHIND = regex.compile(r"(?: (?:tháng|năm|ngày))? tuổi(?!\p{L})")
_RANGE_BEFORE = regex.compile(r"(?<![\p{L}0-9.,])[0-9]{1,3}(?: ?- ?| đến | tới | và )$")
_MEAN_AGE = regex.compile(r"tuổi thọ|tuổi (?:trung bình|bình quân)|(?:trung bình|bình quân)[^.,;]{0,12}$")
_YEARS = regex.compile(r" năm(?!\p{L})")
_CELEBRATES = regex.compile(r"(?:kỷ niệm|mừng|đón)(?: \p{L}+){0,2} $")
_CELEBRATED = regex.compile(r" năm (?:ngày (?![0-9])|thành lập|quốc khánh|cách mạng|truyền thống)")
_WORDED_AGE = regex.compile(rf"(?<!\p{{L}})(?:(?:{words.NUMBER_WORDS}) )+(?:tháng )?$")
_WORDED_ORDINAL = regex.compile(rf"(?<!\p{{L}})thứ (?:(?:nhất|nhì|{words.NUMBER_WORDS})(?!\p{{L}}) ?)+")
_MEAN_WINDOW = regex.compile(r"(?:so với|trên|dưới|quanh)(?: mức)? trung bình $")

_SLOGAN_BEHIND = regex.compile(rf" (?:{words.SLOGAN_WORDS})(?!\p{{L}})")
_SLOGAN_NOUN = regex.compile(rf"(?<!\p{{L}})(?:{words.SLOGAN_NOUNS})(?: [\p{{L}}\"]+){{0,4}} \"?$")
_QUOTED = regex.compile(
    rf"\"\s?((?:[0-9]{{1,2}}|{words.SMALL_NUMBERS})(?: [\p{{L}}0-9]+){{1,6}}(?:[,;\-–.]? ?(?:và )?(?:[0-9]{{1,2}}|{words.SMALL_NUMBERS})(?: \p{{L}}+){{1,6}})*)\s?\""
)
_EXACT = regex.compile(r"[0-9](?:%|[.,/][0-9])")
_FOOTNOTE = regex.compile(r"⁽[^⁾\n]{1,3}⁾")
_SCORE = regex.compile(r"[0-9]{1,2}-[0-9]{1,2}")
_PAGE_OF = regex.compile(r"[0-9]{1,3}/[0-9]{1,3}")
_DIGITS = regex.compile(r"[0-9]+")
_CALL = regex.compile(r"(?<!\p{L})[a-z_]\w{2,30}(\((?:[^()\n]++|(?1))*+\))")
_ADDRESS = regex.compile(r"(?:https?://|www\.)[^\s\"<>()]*[^\s\"<>().,;:'!?]|[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")
_HEX = regex.compile(r"#(?:[0-9a-f]{6}|[0-9a-f]{3})(?![\p{L}0-9])")
_NAME_RUN = regex.compile(r"(?:\p{Lu}\p{L}*\s)+$")
_FACILITY = regex.compile(rf"(?<!\p{{L}})(?:{words.FACILITIES}) (?:\p{{L}}+ ){{0,4}}$")
_COUNTER = regex.compile(rf"(?<!\p{{L}})(?:{page.COUNTERS})\s*:\s*$")


def _by_last_word() -> dict[str, tuple[tuple[str, Markers], ...]]:
    """The marker tables keyed by the word that stands right before the figure; longer markers first."""
    rows = (
        *words.MARKERS,
        Markers("phone", "code", 0, 0, words.PHONES),
        Markers("identifier", "code", 0, 0, words.IDENTIFIERS),
        Markers("name", "day", 0, 0, words.NAMED_BY_DAY),
        Markers("score", "score", 0, 0, words.SCORES),
        Markers("age", "closed", 1, 120, words.AGES),
        Markers("birth", "any", 1000, 2999, "sinh năm|sinh ngày|sn|sinh|sinh vào năm"),
    )
    found: dict[str, list[tuple[str, Markers]]] = {}
    for row in rows:
        for marker in row.words.split("|"):
            found.setdefault(marker.split()[-1].rstrip(":"), []).append((marker.rstrip(":"), row))
    return {last: tuple(sorted(some, key=lambda pair: -len(pair[0]))) for last, some in found.items()}


_MARKERS = _by_last_word()
_DAY_OR_YEAR = regex.compile(r"(?:[0-9]{1,2}[/\-.]){0,2}(?:1[89]|20)[0-9]{2}(?![0-9])")


def find_traps(folded: str, nfc: str | None = None) -> list[Trap]:
    """The figures of a text that are no statistics, in order, without overlaps.

    `folded` is Text.folded, `nfc` the same text in its own case (same length); without it nothing is known by its
    capitals. A trap spans the figure itself with what belongs to it ("59/2023/nđ-cp", "30a", "52 tuổi", "3, 4"), not
    the word that gives it away; page furniture spans whole lines.
    """
    cased = folded if nfc is None else nfc
    found = [Trap(start, end, "page_furniture") for start, end in furniture_lines(folded)]
    found.extend(_apart(folded))
    found.extend(_beside(folded, cased))
    return _settled(found)


def _settled(found: list[Trap]) -> list[Trap]:
    """In order; of two that overlap the longer stays."""
    found.sort(key=lambda trap: (trap.start, -trap.end))
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

_LINK_HEAD = regex.compile(rf"[\W_]*(?:{page.LINK_LISTS})[\W_]*")
_MENU = regex.compile(rf"(?:{page.MENU})(?!\p{{L}})")
_HEAD_OR_FOOT = regex.compile(rf"[\W_]*(?:(?P<foot>{page.PAGE_FOOT})|(?P<head>{page.PAGE_HEAD}))")
_BULLET = regex.compile(r"\s*[\-+*•]")
_ADDRESSEES = regex.compile(rf"\s*(?:{page.ADDRESSEES})\s*:")
_DATED_LINK = regex.compile(r"\([0-9]{1,2}[/\-.][0-9]{1,2}[/\-.][0-9]{4}\)\s*$")
_COUNTER_LINE = regex.compile(rf"\W*(?:{page.COUNTERS})\W*")
_ONLY_FIGURE = regex.compile(r"\s*[0-9][0-9.,]*\s*")
_PROSE = regex.compile(r"[.!?…;][\"')\]]*\s*$")
_HEADING_MARK = regex.compile(r"\s*(?:[ivx]+|[a-e]|[0-9]{1,2}(?:\.[0-9]+)*)[.)/\-]\s")
LONGEST_LINK = 250
LONGEST_HEAD = 40


def furniture_lines(folded: str) -> list[tuple[int, int]]:
    """The lines that are page furniture, without their line ends: link lists, menus, counters, heads and feet."""
    if "\n" not in folded:
        return []
    found: list[tuple[int, int]] = []
    start, links, addressees, counter, opening, blank = 0, False, False, False, True, False
    for line in folded.split("\n"):
        end = start + len(line.rstrip())
        if not line or line.isspace():
            blank, start = True, start + len(line) + 1
            continue
        addressees = addressees and not (blank and not _BULLET.match(line))
        if links and len(line) <= LONGEST_LINK and not _PROSE.search(line) and not _HEADING_MARK.match(line):
            found.append((start, end))
        elif len(line) <= LONGEST_HEAD and _LINK_HEAD.fullmatch(line):
            links = True
            found.append((start, end))
        elif addressees or _ADDRESSEES.match(line):
            addressees = True
            found.append((start, end))
        else:
            links = False
            if len(line) <= LONGEST_LINK and _is_furniture(line, opening, counter):
                found.append((start, end))
            elif _PROSE.search(line):
                opening = False
        counter, blank = _COUNTER_LINE.fullmatch(line) is not None, False
        start += len(line) + 1
    return found


def _is_furniture(line: str, opening: bool, counter: bool) -> bool:
    """Whether one line by itself is furniture; `opening`: no prose has been before, `counter`: a counter's name was."""
    edge = _HEAD_OR_FOOT.match(line)
    if edge:
        return edge["foot"] is not None or (opening and not _PROSE.search(line))
    if counter and _ONLY_FIGURE.fullmatch(line) or _COUNTER_LINE.fullmatch(line):
        return True
    if _DATED_LINK.search(line) and not opening:
        return True
    return line.count("|") >= 2 and len(set(_MENU.findall(line))) >= 2


# What is not known by the figure's neighbours ------------------------------------------------------------------------


def _apart(folded: str) -> Iterator[Trap]:
    if "@" in folded or "www." in folded or "://" in folded:
        yield from (Trap(*match.span(), "url") for match in _ADDRESS.finditer(folded))
    if "'," in folded or ",'" in folded:
        yield from (Trap(*match.span(), "code") for match in _CALL.finditer(folded) if "'," in match[1] or ",'" in match[1])
    if "#" in folded:
        yield from (Trap(*match.span(), "code") for match in _HEX.finditer(folded))
    if "⁽" in folded:
        yield from (Trap(*match.span(), "footnote") for match in _FOOTNOTE.finditer(folded))
    if '"' in folded:
        for match in _QUOTED.finditer(folded):
            if _is_slogan(folded, match.start(1), match.end(1)):
                yield Trap(match.start(1), match.end(1), "slogan")
    for match in _WORDED_ORDINAL.finditer(folded):
        if not _is_rank(folded, match.start()):
            yield Trap(match.start() + 4, match.start() + len(match.group().rstrip()), "ordinal")
    at = folded.find("tuổi")
    while at >= 0:
        worded = _WORDED_AGE.search(folded, max(0, at - 36), at)
        if worded and not _MEAN_AGE.search(folded, max(0, at - 60), worded.start()):
            yield Trap(worded.start(), at + 4, "age")
        at = folded.find("tuổi", at + 4)


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


def _beside(folded: str, cased: str) -> Iterator[Trap]:
    last: Trap | None = None
    for match in _FIGURE.finditer(folded):
        start, end = match.span()
        if last is not None and start < last.end:
            continue
        trap = _judge(folded, cased, start, end, last)
        if trap is not None:
            last = trap
            yield trap


def _judge(folded: str, cased: str, start: int, end: int, last: Trap | None) -> Trap | None:
    """Why the figure folded[start:end] is no statistic, or None."""
    before = folded[start - 1] if start else "\n"
    behind = folded[end : end + 1]
    if before.isalpha() or (before in "-+" and start > 1 and folded[start - 2].isalpha()):
        return _glued(folded, cased, start, end)
    if behind and (behind in "/-" or behind.isalpha() or folded.startswith((" -", " /"), end)):
        trap = _document_code(folded, cased, start, end) or _letter_code(folded, cased, start)
        if trap is not None:
            return trap
    if folded[start] == "0" or before == "+" or folded.startswith(("1800", "1900"), start):
        phone = _PHONE.match(folded, start - (before in "(+"))
        if phone:
            return Trap(*phone.span(), "phone")
    if before == "(":
        trap = _bracketed(folded, start, end)
        if trap is not None:
            return trap
    head = folded[max(0, start - 16) : start]
    bare = head.rstrip(' -*#»•\t"(')
    if not bare or bare[-1] == "\n":
        return _line_mark(folded, cased, start, end, head.rpartition("\n")[2])
    trap = _marked(folded, cased, start, end, head)
    if trap is not None:
        return trap
    if before == " " and start > 1 and folded[start - 2] in ".;!?:":
        mark = _INLINE_MARK.match(cased, start)
        if mark and (folded[start - 2] != ":" or folded[start:end] in ("1", "01")):
            return Trap(start, mark.end(), "list_mark")
    if end - start <= 3 or "-" in folded[start:end]:
        trap = _age_or_jubilee(folded, start, end)
        if trap is not None:
            return trap
    if end - start <= 2 and folded[start:end].isdigit():
        return _slogan(folded, start, end, last) or _named(folded, cased, start, end)
    return _shaped(folded, cased, start, end)


def _glued(folded: str, cased: str, start: int, end: int) -> Trap | None:
    """A figure with a letter right before it: "QL18A", "H5N1", "Covid-19", "GMT+7"; but "đạt96,4%" is an amount."""
    letter = start - 1 if folded[start - 1].isalpha() else start - 2
    begin = letter
    while begin > 0 and cased[begin - 1].isalnum():
        begin -= 1
    word = folded[begin : letter + 1]
    if word.upper() in ("USD", "VND", "VNĐ", "EUR") or _UNIT_BEHIND.match(folded, end) or word in ("tp", "đ"):
        return None
    known = any(marker == word for marker, row in _MARKERS.get(word, ()) if row.reason in ("name", "road"))
    model = (
        cased[letter].isupper()
        and (cased[letter].isascii() or letter == begin)
        and not (letter > begin and folded[begin:letter].islower() and not cased[begin:letter].isupper() and len(word) > 4)
    )
    if not (known or model or word in ("cov", "covid")):
        return None
    while end < len(folded) and folded[end].isalnum():
        end += 1
    return Trap(begin, end, "name")


def _document_code(folded: str, cased: str, start: int, end: int) -> Trap | None:
    number = _CODE_NUMBER.match(folded, start)
    if number is None or number.end() < end:
        return None
    stop = number.end()
    while True:
        tail = _CODE_TAIL.match(folded, stop)
        if tail is None:
            break
        code = tail[1]
        if code is not None and not _KNOWN_CODE.fullmatch(code):
            letters = cased[tail.start(1) : tail.end(1)][:2]
            if code in _NOT_CODE or len(letters) < 2 or not (letters.isalpha() and letters.isupper()):
                break
        elif code in _NOT_CODE and stop == number.end():
            break
        stop = tail.end()
    return Trap(start, stop, "document_code") if stop > number.end() else None


def _letter_code(folded: str, cased: str, start: int) -> Trap | None:
    """Plates ("15A-123.45") and names that begin with a figure ("5G", "3D", "5K")."""
    plate = _PLATE.match(folded, start)
    if plate:
        return Trap(*plate.span(), "identifier")
    if cased[start + 1 : start + 2] in ("G", "D", "K") and not cased[start + 2 : start + 3].isalnum():
        return Trap(start, start + 2, "name")
    return None


def _bracketed(folded: str, start: int, end: int) -> Trap | None:
    """A figure right behind "(": a footnote, an enumeration inside a sentence, copies on file."""
    if folded.startswith("b)", end) and end - start == 2:
        return Trap(start, end + 1, "label")
    if not folded.startswith(")", end) or end - start > 2:
        return None
    head = folded[max(0, start - 8) : start - 1]
    if head and (head[-1].isalpha() or head[-1] in "\"'"):
        return Trap(start - 1, end + 1, "footnote")
    if not head.strip() or head.rstrip(" ").endswith(_INTRODUCES):
        return Trap(start - 1, end + 1, "list_mark")
    return None


def _line_mark(folded: str, cased: str, start: int, end: int, head: str) -> Trap | None:
    """The first figure of a line, `head` being what stands before it: a list mark, a row number, a page number."""
    mark = _LIST_MARK.match(cased, start)
    if mark:
        return Trap(start, mark.end(), "list_mark")
    if head.strip() == "-" and end - start <= 3 and _PAGE_END.match(folded, end):
        return Trap(start, end, "page")
    return _age_or_jubilee(folded, start, end) or _shaped(folded, cased, start, end)


def _marked(folded: str, cased: str, start: int, end: int, head: str) -> Trap | None:
    """A figure whose name or ordinal stands before it, by the tables."""
    stripped = head.rstrip(" :")
    if len(stripped) == len(head):
        return None
    word = stripped.rsplit(None, 1)[-1].lstrip("(\"'[,;-") if stripped else ""
    colon = ":" in head[len(stripped) :]
    at = start - len(head) + len(stripped)
    if colon and _COUNTER.search(folded, max(0, start - 40), start) and _END_BEHIND.match(folded, end):
        return Trap(start, end, "page_furniture")
    for marker, row in _MARKERS.get(word, ()):
        begin = at - len(marker)
        if not folded.startswith(marker, begin) or (begin > 0 and folded[begin - 1].isalnum()):
            continue
        if colon and row.follow not in ("code", "score") and row.reason != "age":
            return None
        stop = _stop(folded, cased, start, end, begin, marker, row)
        if stop:
            return Trap(begin if row.reason == "birth" else start, stop, row.reason)
        if row.follow in ("open", "any"):
            break
    if word in _STANDARD_WORDS and _STANDARD.search(folded, max(0, start - 12), start):
        number = _STANDARD_NUMBER.match(folded, start)
        return Trap(start, number.end() if number else end, "standard")
    if _DOCUMENT_YEAR.fullmatch(folded, start, end) and _DOCUMENT_BEFORE.search(folded, max(0, start - 20), start):
        return Trap(start, end, "document_code")
    if word == "bình" and _MEAN_WINDOW.search(folded, max(0, start - 32), start):
        return Trap(start, end, "window")
    return None


_STANDARD_WORDS = frozenset(words.STANDARDS.split("|"))
_DOCUMENT_YEAR = regex.compile(r"[0-9]{1,5}/(?:19|20)[0-9]{2}")


def _stop(folded: str, cased: str, start: int, end: int, begin: int, marker: str, row: Markers) -> int:
    """Where the name or ordinal that begins at `start` ends, by the row's shape and what may follow it; 0 if it is none."""
    previous = folded[max(0, begin - 12) : begin].rstrip(' "(').rpartition(" ")[2]
    if row.follow == "code":
        return _code_stop(folded, start, end)
    if row.follow == "day":
        day, _, month = folded[start:end].replace("-", "/").partition("/")
        known = day.isdigit() and month.isdigit() and (int(day), int(month)) in words.MEMORIAL_DAYS
        return end if known and _ends(folded, cased, end, "place") else 0
    if row.follow == "score":
        score = _SCORE.fullmatch(folded, start, end)
        return end if score and _ends(folded, cased, end, "open") else 0
    if marker == "số":
        return _number_stop(folded, cased, start, end, previous)
    if marker == "thứ" and _is_rank(folded, begin):
        return 0
    if marker == "trang" and _PAGE_OF.fullmatch(folded, start, end):
        return end
    if previous in words.NOT_AFTER.get(marker, ()) or (previous[-1:].isdigit() and row.reason not in ("place", "article")):
        return 0
    if row.reason == "birth":
        day_or_year = _DAY_OR_YEAR.match(folded, start)
        return day_or_year.end() if day_or_year else 0
    plain = _PLAIN.match(folded, start)
    listed = _LISTED.match(folded, start)
    if listed and _within(folded[start : listed.end()], row) and _ends(folded, cased, listed.end(), _listed_follow(row.follow)):
        return listed.end()
    if plain is None or not _within(plain.group(), row) or not _ends(folded, cased, plain.end(), row.follow):
        return 0
    if row.follow == "closed" and listed:
        return 0
    return plain.end()


def _listed_follow(follow: Follow) -> Follow:
    return "place" if follow in ("place", "open") else "closed"


def _within(figures: str, row: Markers) -> bool:
    return all(row.least <= int(figure) <= row.most for figure in _DIGITS.findall(figures))


def _number_stop(folded: str, cased: str, start: int, end: int, previous: str) -> int:
    """The figure behind "số": an identifier, unless "số" means an amount there."""
    if previous in words.AMOUNT_BEFORE_SO:
        return 0
    number = _NUMBERED.match(folded, start)
    if number is None or number.end() < end or _UNIT_BEHIND.match(folded, number.end()):
        return 0
    if previous in words.NUMBERED_THINGS:
        return number.end()
    grouped = not folded[start:end].isdigit()
    return 0 if grouped or not _ends(folded, cased, number.end(), "closed") else number.end()


def _code_stop(folded: str, start: int, end: int) -> int:
    run = _CODE_RUN.match(folded, start)
    if run is None or run.end() < end or sum(map(str.isdigit, run.group())) < 3:
        return 0
    return 0 if _UNIT_BEHIND.match(folded, run.end()) or _NOUN_BEHIND.match(folded, run.end()) else run.end()


def _ends(folded: str, cased: str, end: int, follow: Follow) -> bool:
    """Whether what stands behind a figure lets it be a name, by the row's boldness."""
    if follow == "any":
        return not folded.startswith(("%", " %"), end)
    if _UNIT_BEHIND.match(folded, end):
        return False
    if follow == "open":
        return not _NOUN_BEHIND.match(folded, end)
    if _END_BEHIND.match(folded, end) or (folded.startswith(" ", end) and cased[end + 1 : end + 2].isupper()):
        return True
    return follow == "place" and _PLACE_BEHIND.match(folded, end) is not None


def _is_rank(folded: str, begin: int) -> bool:
    """Whether "thứ" at `begin` ranks ("xếp thứ 5/63", "đứng thứ hai"), which is a statistic."""
    before = folded[max(0, begin - 24) : begin].split()
    return bool(before) and (before[-1] in words.RANK_BEFORE_THU or (len(before) > 1 and before[-2] in ("xếp", "đứng")))


def _age_or_jubilee(folded: str, start: int, end: int) -> Trap | None:
    age = _AGE_BEHIND.match(folded, end)
    if age:
        if _MEAN_AGE.search(folded, max(0, start - 40), start):
            return None
        lower = _RANGE_BEFORE.search(folded, max(0, start - 9), start)
        return Trap(lower.start() if lower else start, age.end(), "age")
    if _YEARS.match(folded, end) and (_CELEBRATES.search(folded, max(0, start - 30), start) or _CELEBRATED.match(folded, end)):
        return Trap(start, end + 4, "anniversary")
    return None


def _slogan(folded: str, start: int, end: int, last: Trap | None) -> Trap | None:
    behind = _SLOGAN_BEHIND.match(folded, end)
    if behind is None:
        return None
    follows = last is not None and last.reason == "slogan" and 0 <= start - last.end <= 5
    sure = behind.group().startswith(" tại chỗ") or follows
    return Trap(start, behind.end(), "slogan") if sure or _SLOGAN_NOUN.search(folded, max(0, start - 50), start) else None


def _named(folded: str, cased: str, start: int, end: int) -> Trap | None:
    """The figure that ends a name: "Thanh Hóa 1 (Thống Nhất)", "thủy điện Nậm Hin 2"."""
    if cased is folded or end - start > 1 or folded[start - 1] != " ":
        return None
    run = _NAME_RUN.search(cased, max(0, start - 40), start)
    if run is None or not _ends(folded, cased, end, "closed"):
        return None
    twin = folded.startswith(" (", end) and cased[end + 2 : end + 3].isupper() and run.group().count(" ") >= 2
    facility = _FACILITY.search(folded, max(0, run.start() - 20), start)
    return (
        Trap(start, end, "name")
        if twin or (facility and _FACILITY.search(folded, max(0, run.start() - 20), run.start()) or _starts_facility(folded, run))
        else None
    )


def _starts_facility(folded: str, run: regex.Match[str]) -> bool:
    return _FACILITY.match(folded, run.start(), run.end()) is not None


def _shaped(folded: str, cased: str, start: int, end: int) -> Trap | None:
    """What the figure's own shape gives away: round the clock, addresses of machines, versions."""
    if folded[start:end] in words.ROUND_THE_CLOCK:
        before = folded[max(0, start - 8) : start].split()
        if before and before[-1] not in words.DAY_BEFORE and (_HOURS.match(folded, end) or _ends(folded, cased, end, "closed")):
            return Trap(start, end, "idiom")
    address = _IP.match(folded, start)
    if address:
        return Trap(*address.span(), "code")
    if _VERSION.match(folded, start) and end - start == 3 and _ends(folded, cased, end, "closed"):
        return Trap(start, end, "name")
    return None
