"""The page model: everything on a page exists here as a value before any HTML exists."""
