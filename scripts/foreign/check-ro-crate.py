#!/usr/bin/env python3
"""Validates a folder as an RO-Crate 1.2 with roc-validator: what is required, and what is recommended.

    python3 scripts/foreign/check-ro-crate.py FOLDER

CUSTOS_RO_CRATE_CONTEXT names a copy of the context of RO-Crate 1.2, which is taken instead of the one in the network.
Exit 0: nothing is missing. 1: something is. 77: roc-validator is missing, or the context can be had nowhere.
"""
import io
import json
import os
import sys
import urllib.request

try:
    import rdflib.plugins.shared.jsonld.context as jsonld_context
    import rdflib.plugins.shared.jsonld.util as jsonld_util
    import requests
    from rocrate_validator.models import ValidationSettings
    from rocrate_validator.services import validate
    from rocrate_validator.models import Severity
except ImportError as missing:
    print(f"skipped: {missing.name} is not installed")
    sys.exit(77)

CONTEXT = "w3id.org/ro/crate"


def serve(text):
    """Lets every library in the process read the context from the copy."""
    read_json, open_url, ask = jsonld_util.source_to_json, urllib.request.urlopen, requests.Session.request

    def source_to_json(source, *args, **named):
        if isinstance(source, str) and CONTEXT in source:
            return json.loads(text), None
        return read_json(source, *args, **named)

    def urlopen(url, *args, **named):
        address = url if isinstance(url, str) else url.full_url
        if CONTEXT not in address:
            return open_url(url, *args, **named)
        answer = io.BytesIO(text.encode("utf-8"))
        answer.headers = {"Content-Type": "application/ld+json"}
        answer.geturl = lambda: address
        answer.info = lambda: answer.headers
        answer.url, answer.code = address, 200
        return answer

    def request(session, method, url, *args, **named):
        if CONTEXT not in url:
            return ask(session, method, url, *args, **named)
        answer = requests.Response()
        answer.status_code, answer._content, answer.url = 200, text.encode("utf-8"), url
        answer.headers["Content-Type"] = "application/ld+json"
        return answer

    jsonld_util.source_to_json = jsonld_context.source_to_json = source_to_json
    urllib.request.urlopen = urlopen
    requests.Session.request = request


copy = os.environ.get("CUSTOS_RO_CRATE_CONTEXT")
if copy:
    with open(copy, encoding="utf-8") as file:
        serve(file.read())
else:
    try:
        urllib.request.urlopen(f"https://{CONTEXT}/1.2/context", timeout=10).close()
    except OSError as fault:
        print(f"skipped: the context of RO-Crate 1.2 cannot be had here: {fault}")
        sys.exit(77)
found = validate(
    ValidationSettings(
        rocrate_uri=sys.argv[1], profile_identifier="ro-crate-1.2", requirement_severity=Severity.RECOMMENDED
    )
)
issues = [f"{issue.severity.name} {issue.check.identifier} {issue.message}" for issue in found.get_issues()]
required = [issue for issue in issues if issue.startswith("REQUIRED")]
for issue in issues:
    print(issue)
print(f"{len(required)} required and {len(issues) - len(required)} recommended properties are missing")
sys.exit(1 if required else 0)
