"""Propose and settle: one list of mentions for a text, none overlapping another."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from qcdc_extract.document import Text
from qcdc_extract.model import Quantity, Trap
from qcdc_extract.numbers import find_quantities
from qcdc_extract.times import Time, find_times
from qcdc_extract.traps import find_traps

Mention = Quantity | Time | Trap

# Of two readings of the same characters the earlier in this list stands.
_PRECEDENCE: dict[type, int] = {Trap: 0, Time: 1, Quantity: 2}


def find_mentions(texts: Sequence[Text]) -> list[list[Mention]]:
    """All numbers, times and traps of each text, in order of position.

    Figures that a time or trap is sure to keep are not read once more; what is proposed all the same is settled at the end.
    """
    times = [find_times(text.folded) for text in texts]
    traps = [find_traps(text.folded, text.nfc, found) for text, found in zip(texts, times, strict=True)]
    others: list[list[Mention]] = [settle([*found, *more]) for found, more in zip(times, traps, strict=True)]
    numbers = [find_quantities(text.folded, text.nfc, found) for text, found in zip(texts, others, strict=True)]
    return [settle([*proposals[0], *proposals[1], *proposals[2]]) for proposals in zip(numbers, times, traps, strict=True)]


def settle(proposals: list[Mention]) -> list[Mention]:
    """Keep the longest of overlapping readings; of equally long ones a trap, then a time, then a number.

    Lists of proposals are nearly sorted and overlaps are local, so each cluster of overlapping proposals is settled
    by itself: its members are taken longest first, and one that touches a kept one is dropped.
    """
    proposals.sort(key=attrgetter("start"))
    settled: list[Mention] = []
    cluster: list[Mention] = []
    reach = -1
    for mention in proposals:
        if mention.start < reach:
            cluster.append(mention)
            reach = max(reach, mention.end)
            continue
        settled += cluster if len(cluster) < 2 else _settle_cluster(cluster)
        cluster = [mention]
        reach = mention.end
    settled += cluster if len(cluster) < 2 else _settle_cluster(cluster)
    return settled


def _settle_cluster(cluster: list[Mention]) -> list[Mention]:
    if len(cluster) == 2:  # nearly always
        return [min(cluster, key=_rank)]
    kept: list[Mention] = []
    for mention in sorted(cluster, key=_rank):
        if all(mention.end <= other.start or mention.start >= other.end for other in kept):
            kept.append(mention)
    kept.sort(key=attrgetter("start"))
    return kept


def _rank(mention: Mention) -> tuple[int, int, int]:
    return mention.start - mention.end, _PRECEDENCE[type(mention)], mention.start
