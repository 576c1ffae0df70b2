import { bodyTables, type BodyTable } from '#engine/catalog/body-tables.ts';
import type { SubjectHit } from '#shared/contract/subjects.ts';
import { subjectsText } from '#shared/text/engine/subjects.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import type { Search } from './search.ts';
import type { Sought } from './sought.ts';

/** Every text in a value, names of fields left out. */
function* textsIn(value: unknown): Iterable<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const own of Object.values(value)) yield* textsIn(own);
}

const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** Whether a stored JSON text names the person in any of its texts. */
function names(json: string, sought: readonly Sought[]): boolean {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    value = json;
  }
  for (const text of textsIn(value)) {
    if (isHash(text)) continue;
    if (sought.some((one) => text.length >= one.shortest && one.heldBy(text) !== null)) return true;
  }
  return false;
}

/** How a record is called: by its reference or title where it has one, else by its key. */
function nameOf(key: readonly string[], body: string): string {
  try {
    const { ref, title, name, fileName } = JSON.parse(body) as Record<string, unknown>;
    return String(ref ?? title ?? name ?? fileName ?? key[0]);
  } catch {
    return String(key[0]);
  }
}

/** Sealed ones are about people by themselves. */
const readable = bodyTables.filter((table): table is Exclude<BodyTable, 'case_record'> => table !== 'case_record');

/** What people named: datasets, columns, purposes, records of the register with their drafts, recipients of releases. */
function searchRecords({ workspace, sought, found }: Search): void {
  let rows = 0;
  for (const table of readable)
    for (const { key, body } of workspace.catalog.held.all(table)) {
      rows += 1;
      if (!names(body, sought)) continue;
      const dataset = subjectsText.record(table, nameOf(key, body));
      const id = JSON.stringify([table, ...key]);
      found.hits.push({ place: 'records', id, dataset, column: '', match: 'text', rows: 1 } satisfies SubjectHit);
    }
  found.searched.push({ place: 'records', id: 'records', name: subjectsText.records, rows });
}

/** What people wrote into entries: reasons, names of files, of recipients, of columns. */
function searchEntries({ workspace, sought, found, job }: Search): void {
  const held: number[] = [];
  let rows = 0;
  for (const { seq, payload } of workspace.catalog.entries()) {
    rows += 1;
    if (rows % 1000 === 0) throwIfCancelled(job.signal);
    if (names(payload, sought)) held.push(seq);
  }
  const of = { place: 'register', id: 'register' } as const;
  found.searched.push({ ...of, name: subjectsText.register, rows });
  if (held.length > 0)
    found.hits.push({ ...of, dataset: subjectsText.entries(held), column: '', match: 'text', rows: held.length });
}

/** Looks through all that was named or written by people, in catalogue and register. */
export function searchTexts(search: Search): void {
  searchRecords(search);
  searchEntries(search);
}
