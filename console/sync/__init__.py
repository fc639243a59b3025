"""Copies what the platforms say into the file, keeps at it, and announces what changed."""
