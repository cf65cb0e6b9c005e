"""`python -m qcdc_extract` is `qcdc-extract`."""

from qcdc_extract.cli import main

if __name__ == "__main__":
    main()
