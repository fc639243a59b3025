"""设置: set once, find quickly; and the diagnosis of this installation."""
