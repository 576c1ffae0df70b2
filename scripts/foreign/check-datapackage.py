#!/usr/bin/env python3
"""Holds releases to the Data Package descriptors beside them, with frictionless.

    python3 scripts/foreign/check-datapackage.py FILE.csv.datapackage.json…

Bytes, hash, encoding, dialect, header, and every cell to the type of its field. Exit 0: all of it holds. 1: it does not.
77: frictionless is missing, which counts as skipped.
"""
import sys

try:
    from frictionless import Package
except ImportError as missing:
    print(f"skipped: {missing.name} is not installed")
    sys.exit(77)

sound = True
for path in sys.argv[1:]:
    package = Package(path)
    report = package.validate()
    types = ", ".join(f"{field.name} {field.type}" for field in package.resources[0].schema.fields)
    print(f"{path}: {'valid' if report.valid else 'NOT valid'}, {report.tasks[0].stats.get('rows')} rows, {types}")
    for error in report.flatten(["rowNumber", "fieldNumber", "type", "message"]):
        print(error)
    sound = sound and report.valid
sys.exit(0 if sound else 1)
