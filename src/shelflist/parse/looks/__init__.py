"""What a stretch of words looks like by itself: a name, a house, a place, a date, a role, a series, a sentence.

Where in its line it stands is not asked here.
"""
