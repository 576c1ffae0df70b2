#!/usr/bin/env python3
"""Reads a calendar of due things with icalendar, as a calendar program would, and writes its events as JSON.

    python3 scripts/foreign/check-ics.py FILE.ics

Per event: uid, sequence, status, summary, begin (ISO 8601), whole (a day or a moment), alarms (seconds before it).
Exit 0: it was read. 1: it is no calendar, or an event has no UID. 77: icalendar is missing, which counts as skipped.
"""
import datetime
import json
import sys

try:
    from icalendar import Calendar
except ImportError as missing:
    print(f"skipped: {missing.name} is not installed")
    sys.exit(77)

with open(sys.argv[1], "rb") as file:
    calendar = Calendar.from_ical(file.read())
events = []
for event in calendar.walk("VEVENT"):
    begin = event.decoded("dtstart")
    alarms = [alarm.decoded("trigger") for alarm in event.walk("VALARM")]
    events.append(
        {
            "uid": str(event["uid"]),
            "sequence": int(event.get("sequence", 0)),
            "status": str(event.get("status", "")),
            "summary": str(event["summary"]),
            "begin": begin.isoformat(),
            "whole": not isinstance(begin, datetime.datetime),
            "alarms": [
                -int(one.total_seconds()) if isinstance(one, datetime.timedelta) else one.isoformat() for one in alarms
            ],
        }
    )
print(json.dumps({"method": str(calendar.get("method", "")), "prodid": str(calendar["prodid"]), "events": events}))
sys.exit(0 if all(event["uid"] for event in events) else 1)
