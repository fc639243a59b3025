"""账号: the bound shops, in pairs: healthy, allowed and fresh."""
