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
  was: Standing | null;
  by: 'id' | 'source' | 'name' | null;
  /** `draft`: a new record. `refer`: it is there, and is only referred to. */
  does: 'draft' | 'update' | 'same' | 'leave' | 'refer' | 'not-needed';
  /** Of an update: the draft whole. Records of the file that are not there yet are named by their keys. */
  body: RecordBody;
  kept: string[];
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
  /** Whether its records bear ids that are nobody else's: JSON and JSON-LD of ours. */
  hasIds: boolean;
  again: OnImportingAgain;
}

/** What a record is called in its file, and by whom: the name stands in where the file gives no reference. */
class Sources {
  readonly #hasIds: boolean;
  readonly #organisation: string;
  #seen = new Map<string, number>();

  constructor({ records, hasIds }: Asked) {
    this.#hasIds = hasIds;
    this.#organisation = organisationIn(records.find(({ kind }) => kind === 'organisation')?.body ?? null);
  }

  of({ kind, body, source }: ImportedRecord, title: string): string {
    const called =
      this.#hasIds && source !== null
        ? ['id', kind, source]
        : [this.#organisation, kind, roleIn(body), source === null ? 'name' : 'ref', source ?? fold(title)];
    const key = JSON.stringify(called);
    // Two rows of one name are two things, told apart by their order.
    const before = this.#seen.get(key) ?? 0;
    this.#seen.set(key, before + 1);
    return createHash('sha256').update(`${key}#${before}`).digest('hex').slice(0, 16);
  }

  /** Whether the file is of another house than ours: then equal names say nothing. */
  isOfOther(ours: Standing | null): boolean {
    const own = organisationIn(ours?.body ?? null);
    return own !== '' && this.#organisation !== '' && own !== this.#organisation;
  }
}

const shares = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === 0 || other.length === 0 || one.some((name) => other.includes(name));

/** Of the activities of one name the one that this is: of the same role, for the same controllers, of the same unit. */
function sameActivity(body: RecordBody, named: readonly Standing[], taken: ReadonlySet<string>): Standing | null {
  const fits = named.filter(
    (one) =>
      !taken.has(one.id) &&
      roleIn(one.body) === roleIn(body) &&
      shares(controllersIn(one.body), controllersIn(body)) &&
      shares([unitIn(one.body)].filter(Boolean), [unitIn(body)].filter(Boolean)),
  );
  return fits.find((one) => unitIn(one.body) === unitIn(body)) ?? fits[0] ?? null;
}

function recognise(
  { record, title, source }: Pick<Planned, 'record' | 'title' | 'source'>,
  { register, hasIds, otherHouse, taken }: Recognising,
): Pick<Planned, 'was' | 'by'> {
  const { kind, body } = record;
  if (kind === 'organisation') {
    const was = register.byId(kind, kind);
    return { was, by: was === null ? null : 'id' };
  }
  const free = (was: Standing | null): Standing | null => (was === null || taken.has(was.id) ? null : was);
  const own = hasIds && record.source !== null ? free(register.byId(kind, record.source)) : null;
  if (own !== null) return { was: own, by: 'id' };
  const before = free(register.bySource(kind, source));
  if (before !== null) return { was: before, by: 'source' };
  const named = title === '' ? [] : register.byName(kind, title);
  if (kind !== 'activity') return named[0] === undefined ? { was: null, by: null } : { was: named[0], by: 'name' };
  const same = otherHouse ? null : sameActivity(body, named, taken);
  return { was: same, by: same === null ? null : 'name' };
}

interface Recognising {
  register: StandingRecords;
  hasIds: boolean;
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
 * What an import would do, record by record, and nothing done yet: what the register has already is recognised by its
 * id, by what the same file called it when it was imported before, or by its name.
 */
export function planImport(asked: Asked, register: StandingRecords): Planned[] {
  const sources = new Sources(asked);
  const recognising: Recognising = {
    register,
    hasIds: asked.hasIds,
    otherHouse: sources.isOfOther(register.byId('organisation', 'organisation')),
    taken: new Set(),
  };
  const ids = new Map<string, string>();
  const plan = asked.records.map((record): Planned => {
    const title = bodyTitle(record.kind, record.body);
    const source = sources.of(record, title);
    const found = recognise({ record, title, source }, recognising);
    const does = decided(record, found, { ...asked, register, ids });
    if (found.was !== null && does.does !== 'draft') {
      ids.set(record.key, found.was.id);
      if (!things.has(record.kind)) recognising.taken.add(found.was.id);
    }
    return { record, title, source, ...found, ...does };
  });
  return withoutOrphans(plan);
}
