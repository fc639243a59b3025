"""直播: the live board; not built yet."""
