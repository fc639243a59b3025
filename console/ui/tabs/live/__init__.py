"""直播: the cockpit of a show, its script and wall, recaps, replays and figures."""
