"""What a line takes from its page: what stands above it, and the habits that the page's own lines keep."""
