"""首页: what must be done now, how today is going, whether anything is wrong."""
