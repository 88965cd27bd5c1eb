"""The lessons: a module or a folder for each page, named as the page is."""
