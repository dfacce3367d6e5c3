"""A line cut into its segments: what stands before the title, the title, and the rest, by whichever signs it uses."""
