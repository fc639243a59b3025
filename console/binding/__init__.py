"""Binding shops: sign in, ask whose token it is, keep the secrets where they belong and the shop in the file, read it.

Below the window and above both columns: the window reaches it through its ``Actions``.
"""
