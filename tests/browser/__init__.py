"""What a learner sees, read back from a real browser in front of a real server."""
