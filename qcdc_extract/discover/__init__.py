"""Numbers that no pattern claims: what they count (nouns.py), how many texts hold them (groups.py), drafts for them (draft.py)."""
