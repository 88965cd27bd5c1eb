"""Charts as constant Vega-Lite specs: built and checked by Altair once, then only fed new data."""
