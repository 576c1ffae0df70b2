import { createHash } from 'node:crypto';
import type { OnImportingAgain } from '#shared/contract/register-files.ts';
import { bodyTitle } from '#shared/register/body-title.ts';
import { fold } from '#shared/register/layouts/fold.ts';
import type { RecordBody, RecordKind } from '#shared/register/record-kinds/index.ts';
import { referencesOf, withReferences } from '#shared/register/references.ts';
import type { ImportedRecord } from '#shared/register/sheets/to-records.ts';
import { mergedAgain } from './merge-again.ts';
import {
  controllersIn,
  organisationIn,
  roleIn,
  unitIn,
  type Standing,
  type StandingRecords,
} from './standing-records.ts';

/** What becomes of one record of a file. */
export interface Planned {
  record: ImportedRecord;
  title: string;
  /** Short hash by which it is known when the file comes again. */
  source: string;
  /** The same of its number alone, by which nothing is known: it tells what else bears that number. */
  number: string | null;
  was: Standing | null;
  /** Of an activity that is drafted: those that share its number, or its name, and are held to be others. */
  alike: Alike[];
  by: 'id' | 'source' | 'name' | null;
  /** `draft`: a new record. `refer`: it is there, and is only referred to. */
  does: 'draft' | 'update' | 'same' | 'leave' | 'refer' | 'not-needed';
  /** Of an update: the draft whole. Records of the file that are not there yet are named by their keys. */
  body: RecordBody;
  kept: string[];
}

export interface Alike {
  ref: string;
  title: string;
  by: 'number' | 'name';
}

/** Things that others refer to: of those a register needs each but once. */
const things = new Set<RecordKind>([
  'organisation',
  'purpose',
  'recipient',
  'transfer',
  'retention',
  'measure',
  'system',
]);

interface Asked {
  records: readonly ImportedRecord[];
  again: OnImportingAgain;
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** What a record is called in its file, and by whom: its number and its name together, with the unit it is of. */
class Sources {
  readonly #organisation: string;
  #seen = new Map<string, number>();

  constructor({ records }: Asked) {
    this.#organisation = organisationIn(records.find(({ kind }) => kind === 'organisation')?.body ?? null);
  }

  of({ kind, body, source, isOurs }: ImportedRecord, title: string): Pick<Planned, 'source' | 'number'> {
    const house = [this.#organisation, kind, roleIn(body)];
    const called = isOurs ? ['id', kind, source] : [...house, unitIn(body), source ?? '', fold(title)];
    const key = JSON.stringify(called);
    // Two rows of one number and name are two things, told apart by their order.
    const before = this.#seen.get(key) ?? 0;
    this.#seen.set(key, before + 1);
    const number = isOurs || source === null ? null : shortHash(`${JSON.stringify([...house, 'ref', source])}#0`);
    return { source: shortHash(`${key}#${before}`), number };
  }

  /** Whether the file is of another house than ours: then equal names say nothing. */
  isOfOther(ours: Standing | null): boolean {
    const own = organisationIn(ours?.body ?? null);
    return own !== '' && this.#organisation !== '' && own !== this.#organisation;
  }
}

const shares = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === 0 || other.length === 0 || one.some((name) => other.includes(name));

/** Whether an activity may be the one that a file speaks of: of the same role, for the same controllers, of one unit. */
const mayBe = (one: Standing, body: RecordBody): boolean =>
  roleIn(one.body) === roleIn(body) &&
  shares(controllersIn(one.body), controllersIn(body)) &&
  shares([unitIn(one.body)].filter(Boolean), [unitIn(body)].filter(Boolean));

type Called = Pick<Planned, 'record' | 'title' | 'source' | 'number'>;

/** Whether two activities of one name bear numbers that differ: a name alone says which one only where one has none. */
function otherNumber(one: Standing, { record, number }: Called, { register }: Recognising): boolean {
  const known = register.numbersOf(one.id);
  return number !== null && known.size > 0 && !known.has(number) && one.ref !== record.source;
}

/** An activity by its name, and by its number where both have one. */
function sameActivity(called: Called, named: readonly Standing[], recognising: Recognising): Standing | null {
  const { body } = called.record;
  const fits = named.filter((one) => !recognising.taken.has(one.id) && mayBe(one, body));
  const same = fits.filter((one) => !otherNumber(one, called, recognising));
  return same.find((one) => unitIn(one.body) === unitIn(body)) ?? same[0] ?? null;
}

function recognise(called: Called, recognising: Recognising): Pick<Planned, 'was' | 'by'> {
  const { record, title, source } = called;
  const { register, otherHouse, taken } = recognising;
  const { kind } = record;
  if (kind === 'organisation') {
    const was = register.byId(kind, kind);
    return { was, by: was === null ? null : 'id' };
  }
  const free = (was: Standing | null): Standing | null => (was === null || taken.has(was.id) ? null : was);
  const own = record.isOurs && record.source !== null ? free(register.byId(kind, record.source)) : null;
  if (own !== null) return { was: own, by: 'id' };
  const before = free(register.bySource(kind, source));
  if (before !== null) return { was: before, by: 'source' };
  const named = title === '' ? [] : register.byName(kind, title);
  if (kind !== 'activity') return named[0] === undefined ? { was: null, by: null } : { was: named[0], by: 'name' };
  const same = otherHouse ? null : sameActivity(called, named, recognising);
  return { was: same, by: same === null ? null : 'name' };
}

/** Activities that a new one might be taken for: another name under its number, or another number under its name. */
function alikeTo(called: Called, recognising: Recognising): Alike[] {
  const { record, title, number } = called;
  const { register, otherHouse } = recognising;
  if (record.kind !== 'activity' || number === null || otherHouse) return [];
  const told =
    (by: Alike['by']) =>
    (one: Standing): Alike => ({ ref: one.ref, title: one.title, by });
  const numbered = register.byNumber(number, record.source ?? '').filter((one) => fold(one.title) !== fold(title));
  const named = register
    .byName('activity', title)
    .filter((one) => mayBe(one, record.body) && otherNumber(one, called, recognising));
  return [...numbered.map(told('number')), ...named.map(told('name'))];
}

interface Recognising {
  register: StandingRecords;
  otherHouse: boolean;
  /** Records that another one of the file is already. */
  taken: Set<string>;
}

function decided(
  record: ImportedRecord,
  { was }: Pick<Planned, 'was' | 'by'>,
  { again, register, ids }: { again: OnImportingAgain; register: StandingRecords; ids: ReadonlyMap<string, string> },
): Pick<Planned, 'does' | 'body' | 'kept'> {
  const { kind } = record;
  const body = withReferences(kind, record.body, ids);
  const isThing = things.has(kind);
  if (was === null || (again === 'new' && !isThing)) return { does: 'draft', body, kept: [] };
  // Who keeps the register is told by the register alone; things are looked at only where an update is wanted.
  if (kind === 'organisation' || (isThing && again !== 'update')) return { does: 'refer', body, kept: [] };
  if (was.body === null) return { does: 'leave', body, kept: [] };
  const merged = mergedAgain(was.body, body, was.isDraft ? register.imported : null);
  const does = merged.changed ? (again === 'update' ? 'update' : 'leave') : merged.kept.length > 0 ? 'leave' : 'same';
  return { does: isThing && does === 'same' ? 'refer' : does, body: merged.body, kept: merged.kept };
}

/** Records that only what is left as it is refers to: nobody would name them. */
function withoutOrphans(plan: readonly Planned[]): Planned[] {
  const byKey = new Map(plan.map((one) => [one.record.key, one]));
  const reached = (from: readonly Planned[]): Set<string> => {
    const seen = new Set<string>();
    const open = from.map(({ record }) => record);
    for (let record = open.pop(); record !== undefined; record = open.pop())
      for (const { id } of referencesOf(record.kind, record.body)) {
        const to = byKey.get(id);
        if (to === undefined || seen.has(id)) continue;
        seen.add(id);
        open.push(to.record);
      }
    return seen;
  };
  const stay = plan.filter(({ does }) => does === 'leave' || does === 'same');
  const byThoseThatStay = reached(stay);
  const needed = reached(plan.filter((one) => !stay.includes(one) && !byThoseThatStay.has(one.record.key)));
  return plan.map((one) =>
    one.does === 'draft' && byThoseThatStay.has(one.record.key) && !needed.has(one.record.key)
      ? { ...one, does: 'not-needed' }
      : one,
  );
}

/**
 * What an import would do, record by record, and nothing done yet: what the register has already is recognised by our
 * own id, by number and name as a file called it before, or by its name where one of the two bears no number.
 */
export function planImport(asked: Asked, register: StandingRecords): Planned[] {
  const sources = new Sources(asked);
  const recognising: Recognising = {
    register,
    otherHouse: sources.isOfOther(register.byId('organisation', 'organisation')),
    taken: new Set(),
  };
  const ids = new Map<string, string>();
  const plan = asked.records.map((record): Planned => {
    const title = bodyTitle(record.kind, record.body);
    const called = { record, title, ...sources.of(record, title) };
    const found = recognise(called, recognising);
    const does = decided(record, found, { ...asked, register, ids });
    const alike = found.was === null ? alikeTo(called, recognising) : [];
    if (found.was !== null && does.does !== 'draft') {
      ids.set(record.key, found.was.id);
      if (!things.has(record.kind)) recognising.taken.add(found.was.id);
    }
    return { ...called, ...found, ...does, alike };
  });
  return withoutOrphans(plan);
}
