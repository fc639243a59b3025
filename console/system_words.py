"""What the operating system says of a file, in Chinese: its own words are English whatever the language asked for."""

import errno
import os
from typing import Final

_CHINESE: Final = {
    errno.EACCES: "没有权限",
    errno.EEXIST: "已有同名的文件",
    errno.EIO: "磁盘读写出错",
    errno.EISDIR: "这是一个文件夹",
    errno.ENAMETOOLONG: "名字太长",
    errno.ENOENT: "没有这个文件或文件夹",
    errno.ENOSPC: "磁盘已满",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EPERM: "不允许这样做",
    errno.EROFS: "磁盘是只读的",
}
_BY_WORDS: Final = {os.strerror(number): said for number, said in _CHINESE.items()}


def in_chinese(said: str) -> str:
    """The same in Chinese; what is not known here is passed on as it is."""
    return _BY_WORDS.get(said, said)
