"""A plugin's process, where Lapwing is no frozen program: started by its path, with an interpreter that is isolated.

`python -m lapwing` would have to find Lapwing by itself: by variables, by the folder that it is started in, or among
the packages of the person; a plugin can write into what its process takes for the person's home.
"""

import sys
from pathlib import Path


def _begin() -> int:
    top = str(Path(__file__).resolve().parents[3])
    if top not in sys.path:
        sys.path.append(top)
    from lapwing.plugins.runner.main import main

    return main(sys.argv[2:])


if __name__ == "__main__":
    sys.exit(_begin())
