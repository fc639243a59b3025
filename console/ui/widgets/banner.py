"""A band inside a page: a strip with a border of its own, for what concerns this page alone."""

from console.ui.widgets.strips import Strip, StripLook


class Banner(Strip):
    """As a strip, set into the page's column."""

    def show_look(self, look: StripLook | None) -> None:
        super().show_look(look)
        if look is not None:
            self.setObjectName(f"banner_{look.tone}")
            self.style().unpolish(self)
            self.style().polish(self)
