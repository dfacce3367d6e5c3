"""Words and names that reading knows before it meets a line: the lists of `data`, words that tell a role or a body.

Nothing here judges a stretch of several words; that is done in `looks`.
"""
