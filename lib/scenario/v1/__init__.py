"""Version 1 of link and file, as it was: read for ever, written no more.

Each reader makes of it what version 2 would hold. Nothing here changes any more.
"""
