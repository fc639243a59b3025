"""The outside world in miniature: both platforms' wire formats on one loopback port. Imports nothing of ours."""
