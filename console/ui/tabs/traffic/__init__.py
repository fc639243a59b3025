"""流量: where viewers come from; not built yet."""
