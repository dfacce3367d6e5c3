"""Entry, note, prose or placeholder: what a line is as a whole."""
