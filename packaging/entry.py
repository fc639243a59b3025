"""Where the frozen build begins: what a build has to put right, then the program as ``python -m console`` runs it."""

import sys

from console.frozen import settle

if __name__ == "__main__":
    settle()

    from console.__main__ import main

    sys.exit(main())
