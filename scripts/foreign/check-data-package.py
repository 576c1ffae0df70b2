#!/usr/bin/env python3
"""Holds a Frictionless datapackage.json to its own standard; the table it describes is not in an evidence pack.

    python3 scripts/foreign/check-data-package.py FILE.datapackage.json

Exit 0: the descriptor is valid. 1: it is not. 77: frictionless is missing, which counts as skipped.
"""
import json
import sys

try:
    from frictionless import Package
except ImportError as missing:
    print(f"skipped: {missing.name} is not installed")
    sys.exit(77)

with open(sys.argv[1], encoding="utf-8") as file:
    descriptor = json.load(file)
try:
    package = Package.from_descriptor(descriptor)
    faults = [str(fault) for fault in package.metadata_validate(descriptor)]
except Exception as fault:  # noqa: BLE001 - a descriptor that is none raises
    faults = [str(fault)]
for fault in faults:
    print(fault)
if not faults:
    print(f"{len(descriptor['resources'])} tables described")
sys.exit(1 if faults else 0)
