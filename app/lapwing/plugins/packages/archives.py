"""Reading zip archives of strangers: all files at once into memory, within limits, or not at all."""

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from lapwing.domain.plugins.installing_errors import PackageHostile, PackageUnreadable
from lapwing.plugins.packages.names import clash_among, name_problem

MOST_BYTES: Final = 64 << 20
"""Of all files together, unpacked."""
MOST_FILES: Final = 5_000
LARGEST_ARCHIVE: Final = 32 << 20
_WORST_RATIO: Final = 200
"""Text is packed to a tenth; what is packed to less than this is made to fill disks."""
_RATIO_FROM: Final = 1 << 20
_ENTRY: Final = b"PK\x01\x02"
_MOST_SIGNS: Final = 4 * MOST_FILES
"""Each file has one such sign in the archive's list, which is read whole; archives in the archive have some, too."""
_PIECE: Final = 1 << 16
_ENCRYPTED: Final = 0x1
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def files_in_zip(data: bytes, path: str) -> dict[str, bytes]:
    """The files of an archive by their names; folders are left out.

    Raises:
        PackageUnreadable: It is no zip archive, or damaged.
        PackageHostile: A name leads elsewhere or clashes, a link is in it, or it is too large.
    """
    if len(data) > LARGEST_ARCHIVE:
        raise PackageHostile(path=path, reason=f"it is larger than {LARGEST_ARCHIVE >> 20} MB.")
    if data.count(_ENTRY) > _MOST_SIGNS:
        raise PackageHostile(path=path, reason=f"it holds more than {MOST_FILES:,} files.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            _check(infos, path)
            return dict(_read(archive, infos, path))
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError, OSError) as error:
        raise PackageUnreadable(path=path, reason=f"the archive cannot be read: {str(error).rstrip('.')}.") from error


def _check(infos: list[zipfile.ZipInfo], path: str) -> None:
    if len(infos) > MOST_FILES:
        raise PackageHostile(path=path, reason=f"it holds more than {MOST_FILES:,} files.")
    if sum(info.file_size for info in infos) > MOST_BYTES:
        raise PackageHostile(path=path, reason=f"unpacked it is larger than {MOST_BYTES >> 20} MB.")
    for info in infos:
        if problem := _problem(info):
            raise PackageHostile(path=path, reason=problem)
    if clash := clash_among(info.filename for info in infos if not _is_folder(info)):
        raise PackageHostile(path=path, reason=clash)


def _is_folder(info: zipfile.ZipInfo) -> bool:
    """As `is_dir` of Python 3.11 says, which fails where there is no name."""
    return info.filename.endswith("/")


def _problem(info: zipfile.ZipInfo) -> str:
    name = info.orig_filename
    if problem := name_problem(name.removesuffix("/") if _is_folder(info) else name):
        return problem
    mode = info.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        return f"`{name}` is a link or a device."
    if info.flag_bits & _ENCRYPTED:
        return f"the file `{name}` is encrypted."
    if info.compress_type not in _METHODS:
        return f"the file `{name}` is packed in an unusual way."
    if info.file_size > max(_RATIO_FROM, info.compress_size * _WORST_RATIO):
        return f"the file `{name}` is hundreds of times larger than it looks."
    return ""


def _read(archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo], path: str) -> Iterator[tuple[str, bytes]]:
    """What the headers say of sizes is not believed: it is counted while it is unpacked."""
    left = MOST_BYTES
    for info in infos:
        if _is_folder(info):
            continue
        pieces = []
        with archive.open(info) as file:
            while piece := file.read(_PIECE):
                left -= len(piece)
                if left < 0:
                    raise PackageHostile(path=path, reason=f"unpacked it is larger than {MOST_BYTES >> 20} MB.")
                pieces.append(piece)
        yield info.filename, b"".join(pieces)
