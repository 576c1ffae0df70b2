#!/usr/bin/env python3
"""Has khal, a calendar program, take in one calendar after the other, and writes what it then has as JSON.

    python3 scripts/foreign/import-ics.py FILE.ics …

Per file, as khal lists them after taking it in: events, each with uid, begin (YYYY-MM-DD), and title.
Exit 0: all were taken in. 1: khal would not. 77: khal is missing, which counts as skipped.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

khal = shutil.which("khal")
if khal is None:
    print("skipped: khal is not installed")
    sys.exit(77)

found = []
with tempfile.TemporaryDirectory() as folder:
    config = pathlib.Path(folder, "khal.conf")
    calendar = pathlib.Path(folder, "calendar")
    calendar.mkdir()
    config.write_text(
        f"[calendars]\n[[due]]\npath = {calendar}\n[sqlite]\npath = {folder}/khal.db\n"
        "[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\n"
        "longdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
    )

    def run(*words):
        done = subprocess.run([khal, "-c", config, *words], capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(done.stderr or 1)
        return done.stdout

    for file in sys.argv[1:]:
        run("import", "--batch", file)
        listed = run("list", "--day-format", "", "--format", "{uid}\t{start-date}\t{title}", "2026-01-01", "1500d")
        rows = [line.split("\t") for line in listed.splitlines() if "\t" in line]
        found.append([{"uid": uid, "begin": begin, "title": title} for uid, begin, title in rows])
print(json.dumps(found))
