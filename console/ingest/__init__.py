"""The loopback door through which live samples, comments and captions come in. Knows no file, no rule and no window."""
