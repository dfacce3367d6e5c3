"""Which of today's lines is which of yesterday's entries, and the ids and keys by which that is said. Pure.

`steps` has the pairing by equality, in its order; `alike` what is left, by likeness field by field (`score`).
docs/changes.md tells the rules.
"""
