"""订单: every Kuaishou order beside its Youzan trade."""
