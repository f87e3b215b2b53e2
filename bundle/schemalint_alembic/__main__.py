"""`python path/to/schemalint_alembic …`: makes the package importable without leaving its folder on the path."""

import os
import sys

FOLDER = os.path.dirname(os.path.abspath(__file__))
# The modules here must not be found under their bare names: a project may have a `settings` of its own.
sys.path[:] = [path for path in sys.path if os.path.abspath(path or ".") != FOLDER]
sys.path.insert(0, os.path.dirname(FOLDER))

from schemalint_alembic import command  # noqa: E402

sys.path.remove(os.path.dirname(FOLDER))

if __name__ == "__main__":
    command.main(sys.argv[1:])
