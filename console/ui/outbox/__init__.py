"""待发送: the counter in the top bar, the panel with all that is on its way, the toast that takes things back."""
