"""Which segment is what: the rules that see the whole line weigh each label, and the search of `search` decides."""
