#!/usr/bin/env python3
"""Verifies a DSSE envelope with securesystemslib, and the in-toto Statement in it with in-toto's own bindings.

    python3 scripts/foreign/check-in-toto.py FILE.intoto.json MANIFEST.json

The key is the one that the manifest names. Exit 0: both hold. 1: one does not. 77: a package is missing.
"""
import base64
import json
import sys

try:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from google.protobuf.json_format import Parse
    from in_toto_attestation.v1 import statement_pb2
    from in_toto_attestation.v1.statement import Statement
    from securesystemslib.dsse import Envelope
    from securesystemslib.signer import SSlibKey
except ImportError as missing:
    print(f"skipped: {missing.name} is not installed")
    sys.exit(77)

with open(sys.argv[1], encoding="utf-8") as file:
    envelope = json.load(file)
with open(sys.argv[2], encoding="utf-8") as file:
    public = Ed25519PublicKey.from_public_bytes(base64.b64decode(json.load(file)["publicKey"]))
key = SSlibKey.from_crypto(public, keyid=envelope["signatures"][0]["keyid"])
try:
    Envelope.from_dict(envelope).verify([key], 1)
    statement = Parse(base64.b64decode(envelope["payload"]).decode("utf-8"), statement_pb2.Statement())
    Statement.copy_from_pb(statement).validate()
except Exception as fault:  # noqa: BLE001 - each library has faults of its own
    print(f"{type(fault).__name__}: {fault}")
    sys.exit(1)
print(f"signed, and a statement about {statement.subject[0].name}")
