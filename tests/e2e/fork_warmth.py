"""Loaded by the server that forks the children, and by nobody else: what each child would spend most of its life on.

It loads what is loaded when a gateway is first opened, and reads the computer's certificates once for all clients:
nothing here speaks TLS, and each client would read them anew.
"""

import functools
import ssl

import httpx

import console.net.channel
import console.net.pace
import console.net.tokens
import console.platforms.kuaishou.gateway
import console.platforms.kuaishou.oauth
import console.platforms.youzan.gateway
import console.platforms.youzan.oauth  # noqa: F401

vars(ssl)["create_default_context"] = functools.cache(ssl.create_default_context)
httpx.AsyncClient()
