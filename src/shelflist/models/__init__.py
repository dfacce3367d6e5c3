"""Record objects, one module per stage: `web` (captures), `page` (blocks), `citation`, `track` (state, events)."""
