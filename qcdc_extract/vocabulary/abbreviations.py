"""Abbreviations that end in a full stop without ending a sentence, lower case, without their last stop."""

from __future__ import annotations

ABBREVIATIONS = frozenset(
    "tp tx tt ths th.s ts gs pgs pgs.ts gs.ts bs bs.ck cn ks kts ls ncs nxb tr q p h v.v v đ/c đc ông/bà tm kt tl tuq q. "
    "mr mrs ms dr st vs no vol jr tp.hcm tt.huế đt tel fax t/m k/t ub hđ ctv nsnd nsưt nsư nv th vnđ stt cty co ltd inc corp ptth thpt gđ pgđ tgđ "
    "bt pbt ct pct ubnd hđnd sn ngs cvp đh cđ thcs mn tph x a.d u.s tk".split()
)
# What may follow a glued full stop without beginning a sentence: the end of a web address.
DOMAINS = frozenset("net com vn org gov edu info hcm".split())
