"""Youzan (有赞云): gateway, sign-in, wire and mapping. Facts are of the open platform's documents as of 2026."""
