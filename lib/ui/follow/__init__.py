"""A slider moves a page. Read docs/following-the-hand.md first, then page_run, sliders, answer."""
