"""Bytes to text: UTF-8 with or without a byte-order mark, UTF-16 with one. Nothing is guessed and nothing replaced."""

from __future__ import annotations

import codecs

from qcdc_extract.errors import InputError

UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MARKS = ((codecs.BOM_UTF8, "UTF-8"), (codecs.BOM_UTF16_LE, "UTF-16-LE"), (codecs.BOM_UTF16_BE, "UTF-16-BE"))


def decode(data: bytes, source: str) -> str:
    """The text of a file, line ends as they stand, the byte-order mark not counted; or InputError naming `source`."""
    mark, encoding = next((pair for pair in _MARKS if data.startswith(pair[0])), (b"", "UTF-8"))
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "UTF-8" and b"\0" in data:
            raise binary(source) from None
        at = len(mark) + error.start
        raise InputError(source, f"byte {at} (0x{data[at]:02X}) is not {encoding} text", "save it as UTF-8 and try again") from None
    if "\0" in text:
        raise binary(source)
    if not text.strip():
        raise InputError(source, "empty, there is no text in it")
    return text


def binary(source: str) -> InputError:
    """The error for what is no text at all."""
    return InputError(source, "a binary file, not text", "give plain text as UTF-8, or as UTF-16 with its byte-order mark")
