"""Protection: what must not be printed is taken out before anything else sees it."""
