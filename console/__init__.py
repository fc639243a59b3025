"""Merchant Console: a Youzan shop and a Kuaishou shop in one local window."""

__version__ = "0.1.0"
