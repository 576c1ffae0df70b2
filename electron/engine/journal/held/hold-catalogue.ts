import { createHash } from 'node:crypto';
import type { Database } from '#engine/catalog/open-catalog.ts';
import type { BodyTable } from '#engine/catalog/body-tables.ts';
import { heldRecordsRepository, type HeldRecord } from '#engine/catalog/repositories/held-records.ts';
import { holidayPrefix } from '#engine/catalog/repositories/holiday-changes.ts';
import { logRepository } from '#engine/catalog/repositories/log.ts';
import { overriddenKey, overrideSetting } from '#engine/catalog/repositories/policy-overrides.ts';
import { retentionPrefix } from '#engine/catalog/repositories/retention.ts';
import { settingsRepository } from '#engine/catalog/repositories/settings.ts';
import { isReadable } from '#engine/catalog/repositories/readable-body.ts';
import { heldText, type HeldThing } from '#shared/text/engine/held.ts';
import { payloadFacts } from '../payload-facts.ts';
import { consentBatchNamed, holdConsent } from './hold-consent.ts';
import { decisionKey, expectedRecords, recordKey, type Expected, type ExpectedRecord } from './expected-records.ts';

/** Where catalogue and log differ, or why it cannot be told. */
export interface Contradiction {
  seq: number | null;
  kind: 'record-changed' | 'record-missing' | 'record-added' | 'not-held' | 'other-version';
  detail: string;
  /** What it is about, for whoever relies on one dataset or purpose only. */
  about: { table: BodyTable | 'setting'; key: string[]; sourceSha256: string | null; importedBy: number };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What entries before schema 5 say of a record, in the record's own words; null: they say all of it by a hash. */
const factsOf: Record<
  BodyTable,
  (facts: Record<string, unknown>, body: Record<string, unknown>) => [unknown, unknown][]
> = {
  dataset: (facts, body) => [
    ...['name', 'fileName', 'sha256', 'bytes', 'rows', 'rejectedRows', 'channel', 'informedHow'].map(
      (name): [unknown, unknown] => [facts[name], body[name]],
    ),
    [facts.columns, Array.isArray(body.columns) ? body.columns.length : null],
  ],
  classification: (facts, body) => {
    const columns = Array.isArray(body.columns) ? (body.columns as Record<string, unknown>[]) : [];
    const classes = Object.fromEntries(
      Object.keys(facts.classes ?? {}).map((name) => [name, columns.filter((column) => column.class === name).length]),
    );
    return [
      [facts.policy, body.policy],
      [facts.columns, columns.length],
      [facts.classes, facts.classes === undefined ? undefined : classes],
    ];
  },
  decision: (facts, body) => ['column', 'action', 'type', 'class', 'reason'].map((name) => [facts[name], body[name]]),
  purpose: () => [],
  release: (facts, body) => [
    ...['fileName', 'purpose', 'label', 'rowsOut', 'k'].map((name): [unknown, unknown] => [facts[name], body[name]]),
    [facts.outputSha256, body.sha256],
    [facts.datasetId ?? '', body.datasetId],
  ],
  record_version: () => [],
  record_draft: () => [],
  consent_batch: () => [],
  case_record: () => [],
};

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, item: unknown) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );

/**
 * @returns whether the record is what the entry says; null where the entry is too old to say all of it, and what it
 *   says is so
 */
function holds(table: BodyTable, found: HeldRecord, expected: ExpectedRecord): boolean | null {
  const body = payloadFacts(found.body);
  if (table === 'release' && 'registerEntry' in body && body.registerEntry !== expected.seq) return false;
  if (expected.sha256 !== null) return found.sha256 === expected.sha256;
  if (table === 'purpose') return sha256(found.body) === expected.facts.sha256 && found.key[0] === body.id;
  return factsOf[table](expected.facts, body).every(
    ([said, stored]) => said === undefined || sorted(said) === sorted(stored),
  )
    ? table === 'decision'
      ? found.key[1] === body.column
      : null
    : false;
}

const mapOf: Record<BodyTable, keyof Expected> = {
  dataset: 'datasets',
  classification: 'classifications',
  decision: 'decisions',
  purpose: 'purposes',
  release: 'releases',
  record_version: 'recordVersions',
  record_draft: 'recordDrafts',
  consent_batch: 'consentBatches',
  case_record: 'caseRecords',
};

/**
 * Everything in the catalogue that a release may rely on, held against the log. Reads one consistent state when `db` is
 * a snapshot or inside a transaction.
 *
 * @param expected what the log of the same state says
 */
export function holdCatalogue(db: Database, expected: Expected): Contradiction[] {
  const records = heldRecordsRepository(db);
  return [
    ...(Object.keys(mapOf) as BodyTable[]).flatMap((table) => holdTable(table, records.all(table), expected)),
    ...holdSettings(db, expected),
    ...holdConsent(db, expected),
  ];
}

/** The same for one dataset and its suggestions alone: what a decision rests on. */
export function holdDataset(db: Database, datasetId: string): Contradiction[] {
  const records = heldRecordsRepository(db);
  const expected = expectedRecords(logRepository(db));
  return (['dataset', 'classification'] as const).flatMap((table) => {
    const entry = expected[table === 'dataset' ? 'datasets' : 'classifications'].get(datasetId);
    const only = new Map(entry === undefined ? [] : [[datasetId, entry]]);
    return holdTable(table, records.of(table, datasetId), { ...expected, datasets: only, classifications: only });
  });
}

/** Tables whose key has several parts: how the log's expectations are found by it. */
const keysOf: Partial<Record<BodyTable, (key: readonly string[]) => string>> = {
  decision: ([dataset = '', column = '']) => decisionKey(dataset, column),
  record_version: (key) => recordKey(...key),
  record_draft: (key) => recordKey(...key),
  case_record: (key) => recordKey(...key),
};

/** A sitting at a draft is told when it ends: what it has changed until then no entry can hold. */
const isUnderWay = (table: BodyTable, { others }: HeldRecord): boolean =>
  table === 'record_draft' && others.sitting !== null;

/** The versions and the draft of one record: what an approval, and whatever changes their state, rests on. */
export function holdRecord(db: Database, kind: string, id: string): Contradiction[] {
  const records = heldRecordsRepository(db);
  const expected = expectedRecords(logRepository(db));
  const isOf = ([ofKind, ofId]: readonly string[]): boolean => ofKind === kind && ofId === id;
  return (['record_version', 'record_draft'] as const).flatMap((table) => {
    const all = expected[table === 'record_version' ? 'recordVersions' : 'recordDrafts'];
    const only = new Map([...all].filter(([key]) => isOf(JSON.parse(key) as string[])));
    const found = records.of(table, kind).filter(({ key }) => isOf(key));
    return holdTable(table, found, { ...expected, recordVersions: only, recordDrafts: only });
  });
}

function holdTable(table: BodyTable, found: readonly HeldRecord[], expected: Expected): Contradiction[] {
  const wanted = expected[mapOf[table]] as Map<string, ExpectedRecord>;
  const keyOf = keysOf[table] ?? (([id = '']: readonly string[]): string => id);
  const keyFrom = (key: string): string[] => (table in keysOf ? (JSON.parse(key) as string[]) : [key]);
  const seen = new Set<string>();
  const told: Contradiction[] = [];
  const tell = (
    kind: Contradiction['kind'],
    seq: number | null,
    key: string[],
    facts: Record<string, unknown>,
  ): void => {
    const thing = nameOf(table, key, facts, expected);
    const detail = {
      'record-changed': heldText.changed,
      'record-missing': heldText.missing,
      'record-added': heldText.added,
      'not-held': heldText.tooOld,
      'other-version': heldText.unreadable,
    }[kind](thing, seq ?? 0);
    told.push({
      seq,
      kind,
      detail,
      about: {
        table,
        key,
        sourceSha256: sourceOf(table, key, facts, expected),
        importedBy: expected.imports.get(key[0] ?? '') ?? 0,
      },
    });
  };
  for (const record of found) {
    const key = keyOf(record.key);
    seen.add(key);
    if (isUnderWay(table, record)) continue;
    const entry = wanted.get(key);
    const facts = { ...payloadFacts(record.body), ...record.others, ...entry?.facts };
    if (entry === undefined) tell('record-added', null, record.key, facts);
    else {
      const held = holds(table, record, entry);
      if (held === false) tell('record-changed', entry.seq, record.key, facts);
      else if (!isReadable(table, record)) tell('other-version', entry.seq, record.key, facts);
      else if (held === null) tell('not-held', entry.seq, record.key, facts);
    }
  }
  for (const [key, entry] of wanted) if (!seen.has(key)) tell('record-missing', entry.seq, keyFrom(key), entry.facts);
  return told;
}

function sourceOf(
  table: BodyTable,
  key: readonly string[],
  facts: Record<string, unknown>,
  expected: Expected,
): string | null {
  const dataset =
    table === 'dataset'
      ? facts
      : table === 'release'
        ? { sha256: facts.sourceSha256 }
        : expected.datasets.get(key[0] as string)?.facts;
  return typeof dataset?.sha256 === 'string' ? dataset.sha256 : null;
}

function nameOf(
  table: BodyTable,
  key: readonly string[],
  facts: Record<string, unknown>,
  expected: Expected,
): HeldThing {
  const [id = ''] = key;
  const dataset = expected.names.get(id) ?? id;
  if (table === 'decision') return { what: 'decision', column: key[1] ?? '', dataset };
  if (table === 'classification') return { what: 'classification', dataset };
  if (table === 'dataset')
    return { what: 'dataset', dataset: expected.names.get(id) ?? (typeof facts.name === 'string' ? facts.name : id) };
  if (table === 'record_version' || table === 'record_draft') {
    const name = typeof facts.ref === 'string' ? facts.ref : (key[1] ?? '');
    return table === 'record_draft' ? { what: 'record-draft', name } : { what: 'record', name, version: key[2] ?? '' };
  }
  if (table === 'case_record')
    return { what: 'case', name: typeof facts.ref === 'string' ? facts.ref : (key[1] ?? '') };
  if (table === 'consent_batch') return consentBatchNamed(id, facts);
  if (table === 'purpose') return { what: 'purpose', name: typeof facts.title === 'string' ? facts.title : id };
  return { what: 'release', name: typeof facts.fileName === 'string' ? facts.fileName : id };
}

function holdSettings(db: Database, expected: Expected): Contradiction[] {
  const settings = settingsRepository(db);
  const thingOf = (name: string): HeldThing => {
    const key = overriddenKey(name);
    return key === null ? { what: 'setting', name } : { what: 'policy-row', name: key };
  };
  const about = (name: string): Contradiction['about'] => ({
    table: 'setting',
    key: [name],
    sourceSha256: null,
    importedBy: 0,
  });
  const others = [...expected.settings].flatMap(([name, { seq, value }]): Contradiction[] => {
    const found = settings.get(name);
    // Saving a temporary workspace for good marks it as lasting a moment before its entries.
    if (found === value || (name === 'temporary' && value === 'true' && found === 'false')) return [];
    return [
      {
        seq,
        kind: found === null ? 'record-missing' : 'record-changed',
        detail: (found === null ? heldText.missing : heldText.changed)(thingOf(name), seq),
        about: about(name),
      },
    ];
  });
  // Other settings are none that a person's values are decided by; an override, a rule of retention or a
  // holiday that no entry knows is.
  const added = settings
    .named(overrideSetting(''))
    .concat(settings.named(retentionPrefix))
    .concat(settings.named(holidayPrefix))
    .filter(({ name }) => !expected.settings.has(name))
    .map(({ name }): Contradiction => ({
      seq: null,
      kind: 'record-added',
      detail: heldText.added(thingOf(name), 0),
      about: about(name),
    }));
  return [...others, ...added];
}
