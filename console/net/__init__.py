"""How bytes travel: one channel a platform, its pace, its tokens, what may be repeated. The only room with httpx."""
