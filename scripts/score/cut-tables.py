#!/usr/bin/env python3
"""Cuts the labelled tables out of the repositories they lie in, as the READMEs of test/benchmark say.

python3 scripts/score/cut-tables.py LABELS.json REPOSITORIES OUT
REPOSITORIES holds git directories by `owner+name`; each table is taken at the commit its label names, and written to
OUT/<name>.csv: UTF-8, commas, the first 2,000 rows, the columns up to the last labelled one. Workbooks need openpyxl.
Says which tables could not be cut, and of none what is in it.
"""
import csv
import datetime
import io
import json
import os
import subprocess
import sys

ROWS = 2000
csv.field_size_limit(1 << 30)


def blob_of(repositories, source):
    folder = os.path.join(repositories, source['repo'].replace('/', '+'))
    inner = (os.path.join(folder, *parts) for parts in ((), ('.git',), ('repo',), ('repo', '.git')))
    where = next((one for one in inner if os.path.isfile(os.path.join(one, 'HEAD'))), None)
    if where is None:
        raise LookupError('no repository ' + source['repo'])
    show = ['git', '-c', 'safe.directory=*', '--git-dir', where, 'show', source['commit'] + ':' + source['path']]
    shown = subprocess.run(show, capture_output=True)
    if shown.returncode != 0:
        raise LookupError(source['path'] + ' is not there at its commit')
    return shown.stdout


def text_of(value):
    if value is None:
        return ''
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.strftime('%Y-%m-%d')
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def records(blob, source):
    if source['encoding'] == 'xlsx':
        import openpyxl

        sheet = openpyxl.load_workbook(io.BytesIO(blob), data_only=True).worksheets[0]
        return [[text_of(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    wide = blob[:2] in (b'\xff\xfe', b'\xfe\xff')
    encoding = 'utf-16' if wide else source['encoding'].replace('utf-8', 'utf-8-sig')
    text = blob.decode(encoding, 'replace').lstrip('\ufeff').replace('\0', '')
    found = []
    for row in csv.reader(io.StringIO(text, newline=''), delimiter=source['delimiter']):
        if row:
            found.append(row)
        if len(found) > ROWS + 60:
            break
    return found


def shown_names(fields):
    """Names as labels give them: `unnamed_2` for a column without one, `name_2` for the second of one name."""
    used, names = {}, []
    for at, field in enumerate(fields):
        name = field if field.strip() else f'unnamed_{at + 1}'
        used[name] = used.get(name, 0) + 1
        names.append(name if used[name] == 1 else f'{name}_{used[name]}')
    return names


def loose(name):
    return ' '.join(name.replace('\ufeff', '').split()).casefold()


def header_of(rows, wanted):
    """The line of the first forty that holds most of the labelled names, and where these stand in it."""
    best = (-1, [], 0)
    for at, fields in enumerate(rows[:40]):
        names = shown_names(fields)
        places = {loose(name): place for place, name in reversed(list(enumerate(names)))}
        places |= {name: place for place, name in reversed(list(enumerate(names)))}
        found = [places.get(name, places.get(loose(name))) for name in wanted]
        hits = sum(place is not None for place in found)
        if hits > best[2]:
            best = (at, found, hits)
    return best


def cut(name, table, repositories):
    source, wanted = table['source'], list(table['columns'])
    rows = records(blob_of(repositories, source), source)
    if not source['header']:
        width = max(int(word[1:]) for word in wanted if word[1:].isdigit())
        return [[*row, *[''] * width][:width] for row in rows[:ROWS]]
    at, found, hits = header_of(rows, wanted)
    if hits < len(wanted):
        raise LookupError(f'{len(wanted) - hits} of its names are not there')
    # As the label says it, where only blanks or letter case differ.
    names = shown_names(rows[at])
    head = list(rows[at])
    for word, place in zip(wanted, found):
        if names[place] != word and loose(names[place]) == loose(word):
            head[place] = word
    body = rows[at + 1 : at + 1 + ROWS]
    kept = range(max(found) + 1)
    # Of this one the columns without any value are left out (its README).
    if name == 'id_blood_pressure_clinic':
        kept = [place for place in kept if any(place < len(row) and row[place].strip() for row in body)]
    return [[row[place] if place < len(row) else '' for place in kept] for row in [head, *body]]


def main(labels, repositories, out):
    os.makedirs(out, exist_ok=True)
    with open(labels, encoding='utf-8') as file:
        tables = json.load(file)
    missing = []
    for name, table in tables.items():
        try:
            rows = cut(name, table, repositories)
        except LookupError as error:
            missing.append(f'{name}: {error}')
            continue
        with open(os.path.join(out, name + '.csv'), 'w', encoding='utf-8', newline='') as file:
            csv.writer(file, lineterminator='\n').writerows(rows)
    print(f'{len(tables) - len(missing)} of {len(tables)} tables cut', *missing, sep='\n  ')
    return 1 if missing else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:4]))
