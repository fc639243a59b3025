"""数据: figures over time; not built yet."""
