"""The command line: options, messages, exit codes. It knows nothing of Vietnamese.

Exit codes: 0 done, also with no record; 1 some inputs failed, or a raw regex was too slow for some, and the rest was written;
2 wrong usage, broken patterns or settings, or an output that cannot be written; 130 stopped by Ctrl-C; 141 whoever read the
output went away (`| head`).
"""

from __future__ import annotations

import gc
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the program on sys.argv and exit."""
    gc.set_threshold(100_000)  # what is loaded at start stays; looking through it again and again costs a fifth of the start
    try:
        from qcdc_extract.cli.app import run

        sys.exit(run(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
