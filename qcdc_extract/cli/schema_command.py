"""`qcdc-extract schema`: what a record is."""

from __future__ import annotations

from qcdc_extract.cli.console import stdout_errors


def schema() -> None:
    """Print the JSON Schema of a record."""
    import json

    from qcdc_extract.records import json_schema

    with stdout_errors():
        print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
