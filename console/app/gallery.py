"""Joins what brings pictures of goods: the way out, the folder they are kept in, and what the window asks."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from console.documents.looking import Looker
from console.net.pictures import PictureFetcher
from console.store.pictures import PictureStore
from console.store.profile import Profile
from console.ui.pictures import Pictures


@asynccontextmanager
async def gallery(profile: Profile) -> AsyncIterator[Pictures]:
    """The pictures of one window, as long as it is open."""
    fetcher, looker = PictureFetcher(), Looker.with_what_is_installed()
    pictures = Pictures(fetcher, PictureStore(profile.pictures_folder), looker)
    try:
        yield pictures
    finally:
        await pictures.close()
        await looker.close()
        await fetcher.aclose()
