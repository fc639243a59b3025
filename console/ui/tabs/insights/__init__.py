"""数据: figures over time, the forecast, advice on goods, the rows behind every sum."""
