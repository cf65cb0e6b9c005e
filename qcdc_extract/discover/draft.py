"""Pattern entries drafted from groups: a start for a person, who must check each of them.

A draft is tried before it is written: an example that gives its record stays an example, one that does not becomes a todo,
and a group none of whose examples passes is left out.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import regex

from qcdc_extract.discover.groups import Group, Sample
from qcdc_extract.document import Document
from qcdc_extract.model import Kind
from qcdc_extract.phrases import Phrase, PhraseError
from qcdc_extract.pipeline import Extractor
from qcdc_extract.records import digits
from qcdc_extract.vocabulary.nouns import CLASSIFIERS

MOST_EXAMPLES = 3
_SHARE = 5  # a kind counts if every fifth number of the group is of it
_NOT_ID = regex.compile(r"[^a-z0-9]+")
_HEAD = """\
# Drafted by qcdc-extract discover from the user's own texts. Before this file is used, for each table:
#   - give it a good id, label and label_en, or delete it;
#   - read the phrases aloud: would every sentence that says so speak of this indicator? If not, add words;
#   - check each example, and add others from other texts;
#   - add counterexamples: sentences that look alike and are not meant.
# Then: qcdc-extract patterns check FILE; qcdc-extract patterns test FILE
"""


@dataclass(frozen=True)
class Draft:
    """An entry to be: `passing` samples become examples, `missed` ones todos."""

    id: str
    group: Group
    phrases: tuple[str, ...]
    passing: tuple[Sample, ...]
    missed: tuple[Sample, ...] = ()

    def text(self) -> str:
        """The entry as TOML."""
        group = self.group
        noun, verb = parts_of(group.noun)
        verbs = ", ".join(v for v, _ in group.verbs.most_common(5))
        lines = [
            f"# {group.documents} texts, {group.numbers} numbers; verbs before them: {verbs or 'none'}",
            f"[{self.id}]",
            f"label    = {_string(f'{verb} {noun}'.strip().capitalize())}",
            'label_en = ""',
            f"kinds    = [{', '.join(_string(kind) for kind in kinds_of(group))}]",
            f"phrases  = [{', '.join(map(_string, self.phrases))}]",
            *_samples("examples", self.passing),
            *_samples("todo", self.missed),
        ]
        return "\n".join(lines) + "\n"


def _samples(name: str, samples: Sequence[Sample]) -> Iterable[str]:
    if samples:
        yield f"{name} = ["
        for sample in samples:
            yield f"  {{ text = {_string(sample.text)}, value = {digits(sample.value)}, kind = {_string(sample.kind)} }},"
        yield "]"


def _string(text: str) -> str:
    """A TOML string: JSON's escapes are TOML's, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def draft(groups: Iterable[Group], extractor: Extractor) -> tuple[str, int]:
    """A pattern file for these groups, and how many it holds; `extractor`: what it will stand beside.

    "" where no group gives a draft.
    """
    drafts = _named(groups, {indicator.id for indicator in extractor.patterns})
    with TemporaryDirectory() as folder:
        file = Path(folder, "draft.toml")
        for _ in range(len(drafts) + 1):  # to leave one out may let another's example pass; it settles in two rounds or three
            if not drafts:
                return "", 0
            text = "\n".join([_HEAD, *(one.text() for one in drafts)])
            file.write_text(text, "utf-8")
            tried = _tried(drafts, extractor.beside(file))
            if tried == drafts:
                break
            drafts = tried
    return text, len(drafts)


def _tried(drafts: list[Draft], extractor: Extractor) -> list[Draft]:
    """The drafts with their samples sorted into those that give their record and those that do not."""
    tried = []
    for one in drafts:
        samples = (*one.passing, *one.missed)
        passing = tuple(sample for sample in samples if _passes(one.id, sample, extractor))
        if passing:
            tried.append(Draft(one.id, one.group, one.phrases, passing, tuple(s for s in samples if s not in passing)))
    return tried


def _passes(name: str, sample: Sample, extractor: Extractor) -> bool:
    records = extractor.extract(Document("sample", sample.text))
    return any(r.indicator == name and r.value == sample.value and r.kind == sample.kind for r in records)


def _named(groups: Iterable[Group], taken: set[str]) -> list[Draft]:
    drafts = []
    for group in groups:
        if group.noun in CLASSIFIERS:  # "{value} người" would claim whatever nothing else does
            continue
        phrases = phrases_of(group)
        samples = tuple(sample for sample in group.samples if sample.kind in kinds_of(group))[:MOST_EXAMPLES]
        if phrases and samples:
            name = _free(id_of(group.noun), taken)
            taken.add(name)
            drafts.append(Draft(name, group, phrases, samples))
    return drafts


def id_of(noun: str) -> str:
    """An id from a noun: without marks, joined by _."""
    bare = unicodedata.normalize("NFD", noun.lower().replace("đ", "d"))
    name = _NOT_ID.sub("_", "".join(c for c in bare if not unicodedata.combining(c))).strip("_")[:60].strip("_")
    return name if name[:1].isalpha() else f"so_{name}".rstrip("_")


def _free(name: str, taken: set[str]) -> str:
    return next(free for n in range(1, len(taken) + 2) if (free := name if n == 1 else f"{name}_{n}") not in taken)


def kinds_of(group: Group) -> tuple[Kind, ...]:
    """The kinds that a good part of the group's numbers have."""
    return tuple(kind for kind, count in group.kinds.most_common() if count * _SHARE >= group.numbers)


def parts_of(name: str) -> tuple[str, str]:
    """A group's name as its noun and the verb that belongs to it, if any: "người (bắt giữ)"."""
    noun, _, verb = name.partition(" (")
    return noun, verb.removesuffix(")")


def phrases_of(group: Group) -> tuple[str, ...]:
    """The noun behind the number, or before it, as the group's numbers mostly have it."""
    noun, verb = parts_of(group.noun)
    candidates = []
    if verb:
        candidates.append(f"{verb} ... {{value}} {noun}")
    elif group.behind * _SHARE >= group.numbers:
        candidates.append(f"{{value}} {noun}")
    if not verb and (group.numbers - group.behind) * _SHARE >= group.numbers:
        candidates.append(f"{noun} ... {{value}}")
    return tuple(phrase for phrase in candidates if _is_phrase(phrase))


def _is_phrase(phrase: str) -> bool:
    try:
        Phrase.parse(phrase, value=True)
    except PhraseError:
        return False
    return True
