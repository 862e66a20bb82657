"""Places where a file can grow only so far."""

import os
import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def longest_file(size_bytes: int) -> Iterator[None]:
    """Let no file of this process grow beyond `size_bytes` meanwhile: a write is cut short there, the next one fails.

    Python ignores the signal that comes with it, so the write raises OSError (EFBIG), as a full disk raises ENOSPC.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def small_disk(where: Path, size_kb: int) -> Iterator[Path | None]:
    """A file system of its own that small, mounted at the new folder `where`; None where nobody may mount."""
    where.mkdir()
    options = ["-o", f"size={size_kb}k,mode=0777"]
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", *options, "none", where], check=False).returncode:
        yield None
        return
    try:
        yield where
    finally:
        subprocess.run(["umount", "--lazy", where], check=True)
