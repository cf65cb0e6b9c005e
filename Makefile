# Everything sets itself up in .venv on the first call; Python 3.11 or newer and make are all it takes.
.DELETE_ON_ERROR:
.PHONY: demo test check bench accuracy clean

BIN := .venv/bin
DATA ?=

# The first Python that is new enough and can make a virtual environment.
PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.13 python3.14 python; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$p; break; }; done)

demo: .venv/.installed
	$(BIN)/qcdc-extract samples --format table

test: .venv/.dev
	$(BIN)/python -m pytest -n 2

check: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2

# make bench DATA=file.jsonl for a file of your own
bench: .venv/.installed
	$(COMPILE)
	$(BIN)/python bench/run.py $(DATA)

# docs/accuracy.md: how right the program is on samples/, and on the development gold where that is
accuracy: .venv/.installed
	$(BIN)/python bench/accuracy.py

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis dist

PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# What pip does with all that it installs, except where the sources stay in the checkout.
COMPILE := $(BIN)/python -m compileall -q qcdc_extract

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "make: no Python 3.11 or newer with venv found; give one: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/.installed: pyproject.toml | $(BIN)/python
	$(PIP) -e .
	$(COMPILE)
	@touch $@

.venv/.dev: pyproject.toml | $(BIN)/python
	$(PIP) -e '.[dev]'
	$(COMPILE)
	@touch $@ .venv/.installed
