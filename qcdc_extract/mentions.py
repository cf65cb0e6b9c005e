"""Propose and settle: one list of mentions for a text, none overlapping another."""

from __future__ import annotations

from collections.abc import Sequence

from qcdc_extract.document import Text
from qcdc_extract.model import Quantity, Trap
from qcdc_extract.numbers import find_quantities
from qcdc_extract.times import Time, find_times
from qcdc_extract.traps import find_traps

Mention = Quantity | Time | Trap

# Of two readings of the same characters the earlier in this list stands.
_PRECEDENCE: dict[type, int] = {Trap: 0, Time: 1, Quantity: 2}


def find_mentions(texts: Sequence[Text]) -> list[list[Mention]]:
    """All numbers, times and traps of each text, in order of position."""
    numbers = [find_quantities(text.folded, text.nfc) for text in texts]
    times = [find_times(text.folded) for text in texts]
    traps = [find_traps(text.folded, text.nfc) for text in texts]
    return [settle([*proposals[0], *proposals[1], *proposals[2]]) for proposals in zip(numbers, times, traps, strict=True)]


def settle(proposals: list[Mention]) -> list[Mention]:
    """Keep the longest of overlapping readings; of equally long ones a trap, then a time, then a number.

    Lists of proposals are nearly sorted and overlaps are local, so each cluster of overlapping proposals is settled
    by itself: its members are taken longest first, and one that touches a kept one is dropped.
    """
    proposals.sort(key=lambda m: (m.start, m.end))
    settled: list[Mention] = []
    cluster: list[Mention] = []
    reach = -1
    for mention in proposals:
        if mention.start >= reach and cluster:
            settled.extend(_settle_cluster(cluster))
            cluster = []
        cluster.append(mention)
        reach = max(reach, mention.end)
    settled.extend(_settle_cluster(cluster))
    return settled


def _settle_cluster(cluster: list[Mention]) -> list[Mention]:
    if len(cluster) == 1:
        return cluster
    kept: list[Mention] = []
    for mention in sorted(cluster, key=lambda m: (m.start - m.end, _PRECEDENCE[type(m)], m.start)):
        if all(mention.end <= other.start or mention.start >= other.end for other in kept):
            kept.append(mention)
    kept.sort(key=lambda m: m.start)
    return kept
