"""商品: the same goods on both sides."""
