"""`make test-replay`: somebody else's replay tool serves what we captured, revisits included."""
