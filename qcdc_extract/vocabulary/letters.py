"""The letters of folded Vietnamese, for sets of characters that let a scan skip the insides of words."""

from __future__ import annotations

LETTERS = "a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
