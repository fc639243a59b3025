"""流量: where viewers come from, what content earns, experiments, the calendar of promotions."""
