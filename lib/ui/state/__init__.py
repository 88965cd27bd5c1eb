"""Everything of one browser tab: its scenario, its own images, its runs; each key once."""
