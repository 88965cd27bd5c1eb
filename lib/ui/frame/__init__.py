"""What stands around every page: the table of pages, the sidebar, files."""
