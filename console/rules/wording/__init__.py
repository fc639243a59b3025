"""Risky wording in what a shop says: which words, where in the original text, by which article, and what instead.

Findings are risks, never verdicts, and no legal advice. Pure: the bank comes as data, nothing is read or kept here.
"""
