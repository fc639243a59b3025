"""客户: who buys again; not built yet."""
