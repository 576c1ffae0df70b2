import type { ListAnswer, Origin, SingleAnswer } from '../answer.ts';
import type { RecordBody, RecordKind } from '../record-kinds/index.ts';
import type { RecordVersion, UnreadableVersion } from '../register-snapshot.ts';
import type { RuleColumn, RuleDataset, RuleView } from './rule-view.ts';

const ada: Origin = { from: 'person', by: 'Ada', at: '2026-11-02T09:00:00.000Z' };

/** An invented answer of a person. */
export const said = <T>(value: T, origin: Origin = ada): SingleAnswer<T> => ({ state: 'stated', value, origin });
/** Invented answers of a person to a field with several values. */
export const saidAll = <T>(...values: T[]): ListAnswer<T> => ({
  state: 'stated',
  items: values.map((value, at) => ({ id: `i${at}`, value, origin: ada })),
});

/** An invented record, approved unless said otherwise. */
export const exampleRecord = <K extends RecordKind>(
  kind: K,
  id: string,
  body: RecordBody<K>,
  over: Partial<RecordVersion<K>> = {},
): RecordVersion<K> => ({
  kind,
  id,
  ref: id.toUpperCase(),
  version: 1,
  state: 'approved',
  body,
  sha256: '0'.repeat(64),
  savedAt: '2026-11-02T09:00:00.000Z',
  savedBy: 'Ada',
  authors: ['Ada'],
  reason: '',
  approval: null,
  closing: null,
  entry: 12,
  ...over,
});

/** An invented record of a later program, approved unless said otherwise. */
export const exampleUnreadable = (
  kind: RecordKind,
  id: string,
  over: Partial<UnreadableVersion> = {},
): UnreadableVersion => ({
  unreadable: true,
  kind,
  id,
  ref: id.toUpperCase(),
  version: 1,
  state: 'approved',
  title: '',
  savedAt: '2026-11-02T09:00:00.000Z',
  savedBy: 'Ada',
  why: 'newer',
  ...over,
});

/** A purpose with a basis and its reason, for which nothing else is stated. */
export const examplePurpose = (body: RecordBody<'purpose'> = {}, over: Partial<RecordVersion<'purpose'>> = {}) =>
  exampleRecord(
    'purpose',
    'pu-1',
    {
      title: said('Segments'),
      description: said('Which groups of customers there are, to plan the range.'),
      preset: said('p1-find-segments'),
      basis: said('contract'),
      justification: said('Part of the loyalty programme that people joined.'),
      ...body,
    },
    over,
  );

/** An activity for that purpose on the one dataset. */
export const exampleActivity = (body: RecordBody<'activity'> = {}) =>
  exampleRecord('activity', 'pa-1', {
    name: said('Segments of customers'),
    role: said('controller'),
    purposes: saidAll('pu-1'),
    datasets: saidAll('d1'),
    ...body,
  });

export const exampleColumn = (name: string, over: Partial<RuleColumn> = {}): RuleColumn => ({
  name,
  type: 'purchase_amount',
  flags: [],
  pointsAtPeople: false,
  decided: true,
  notJudged: null,
  ...over,
});

export const exampleDataset = (columns: RuleColumn[], over: Partial<RuleDataset> = {}): RuleDataset => ({
  id: 'd1',
  name: 'customers',
  fileName: 'customers.csv',
  earlier: [],
  rows: 1000,
  columns,
  consentLedger: [],
  releases: [],
  retention: { ofRows: true, columns: [], decided: true },
  ...over,
});

/** A register of these records beside one dataset with a harmless column. */
export const exampleView = (
  records: RecordVersion[],
  datasets: RuleDataset[] = [exampleDataset([exampleColumn('amount')])],
  unreadable: UnreadableVersion[] = [],
): RuleView => ({
  snapshot: { asOf: '2026-11-29T09:00:00.000Z', workspaceId: 'w1', records, unreadable },
  datasets,
  otherReleases: [],
  unreadableDatasets: [],
  today: '2026-11-29',
});
