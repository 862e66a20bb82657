"""The manifest of a plugin that is one `.py` file: a block of comments, as PEP 723 has them for scripts.

# /// plugin
# id = "greeter"
# ///
"""

from typing import Final

from lapwing.domain.plugins.installing_errors import ManifestInvalid

_BEGIN: Final = "# /// plugin"
_END: Final = "# ///"


def block_in(text: str, file: str) -> tuple[str, int]:
    """The TOML of the block, and the line of the file in which it begins.

    Raises:
        ManifestInvalid: There is none, or it does not end, or there are two.
    """
    lines = text.splitlines()
    begins = [number for number, line in enumerate(lines) if line.rstrip() == _BEGIN]
    if len(begins) != 1:
        raise ManifestInvalid(
            file=file,
            line=None,
            place="",
            reason="it has no `# /// plugin` block." if not begins else "it has more than one `# /// plugin` block.",
            advice="Write the manifest once, in comments between `# /// plugin` and `# ///`.",
        )
    found: list[str] = []
    for number in range(begins[0] + 1, len(lines)):
        line = lines[number].rstrip()
        if line == _END:
            return "\n".join(found) + "\n", begins[0] + 2
        if line != "#" and not line.startswith("# "):
            break
        found.append(line[2:])
    raise ManifestInvalid(
        file=file,
        line=begins[0] + 1,
        place=f", line {begins[0] + 1}",
        reason="the `# /// plugin` block does not end.",
        advice="Begin each of its lines with `# `, and end it with a line `# ///`.",
    )
