import { endOf } from '#shared/domain/iso-duration.ts';
import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import type { ObservedDataset, ObservedMoment } from '../observed/observed.ts';
import type { RecordBody } from '../record-kinds/index.ts';
import type { startEvents } from '../vocabulary/retention-and-security.ts';
import { means, placeOf, statedItems, statedValue, type Declared } from './declared.ts';
import { named, type CompareRule, type Found, type OfDataset } from './of-dataset.ts';

type StartEvent = (typeof startEvents)[number];

/** The types of moments from which a period may count, by what starts it. Births, deaths and clocks of machines start none. */
const startTypes: Record<StartEvent, readonly SemanticTypeId[]> = {
  collected: ['signup_date', 'consent_timestamp', 'hire_date', 'order_date'],
  'last-seen': ['engagement_timestamp', 'timestamp', 'date_event'],
  'last-purchase': ['order_date'],
  'contract-end': ['termination_date'],
  // When a consent was withdrawn or an account closed, no type of column says by itself.
  'consent-withdrawn': [],
  'account-closed': [],
};

/** Starts of periods that count anew with each deed of a person: the last one counts, not the first row. */
const renewed: readonly StartEvent[] = ['last-seen', 'last-purchase'];

/** Days that programs write where none is known. */
const placeholders = new Set(['1899-12-30', '1899-12-31', '1900-01-01', '1970-01-01', '0001-01-01']);

/** A year alone is surely over once its last day is. */
const lastDayOf = (moment: string): string => (moment.length === 4 ? `${moment}-12-31` : moment.slice(0, 10));

type RetentionBody = RecordBody<'retention'>;

interface Period {
  record: Declared<'retention'>;
  /** Families it is for; none: all of them. */
  categories: readonly string[];
}

/** The periods that the activities of a dataset refer to, themselves or by one of their items. */
function periodsOf({ activities, register, dataset }: OfDataset): Period[] {
  const wanted = new Map<string, Set<string>>();
  for (const { holds } of activities) {
    for (const id of statedItems(holds, holds.body.retention)) wanted.set(id, wanted.get(id) ?? new Set());
    for (const { retention, category, dataset: of } of statedItems(holds, holds.body.dataItems))
      if (retention !== undefined && (of === undefined || means(dataset, of)))
        wanted.set(retention, (wanted.get(retention) ?? new Set()).add(category));
  }
  return register.retentions.flatMap((record) => {
    const byItems = wanted.get(record.id);
    if (byItems === undefined) return [];
    const own: readonly string[] = statedItems(record.holds, record.holds.body.dataCategories);
    return [{ record, categories: own.length > 0 ? own : [...byItems] }];
  });
}

const holdsAny = (dataset: ObservedDataset, categories: readonly string[]): boolean =>
  categories.length === 0 || dataset.columns.some(({ kind }) => categories.includes(kind));

/** The moments of a dataset from which a period counts. */
function startsIn(dataset: ObservedDataset, event: StartEvent | undefined): ObservedMoment[] {
  const types = event === undefined ? [] : startTypes[event];
  const byName = new Map(dataset.columns.map((column) => [column.name, column]));
  return dataset.moments.filter(({ column, earliest }) => {
    const found = byName.get(column);
    return found !== undefined && types.includes(found.type) && !placeholders.has(earliest.slice(0, 10));
  });
}

type Overdue = { is: 'over'; by: string } | { is: 'kept' | 'unknown' };

/** Whether rows are surely over a period, by which column or by the import; unknown where nothing tells. */
function overdue({ dataset, today }: OfDataset, body: RetentionBody, duration: string): Overdue {
  const event = body.startEvent?.state === 'stated' ? body.startEvent.value : undefined;
  const isOver = (moment: string): boolean => endOf(lastDayOf(moment), duration) < today;
  // Of many rows per person the oldest says nothing of when they were last seen; when all are over, everybody is.
  const oneEach = event === undefined || !renewed.includes(event) || dataset.rowsArePeople === true;
  const told = startsIn(dataset, event).filter(({ latest }) => oneEach || latest !== null);
  const over = told.find(({ earliest, latest }) => isOver(oneEach ? earliest : (latest ?? earliest)));
  if (over) return { is: 'over', by: over.column };
  if (event === 'collected' && isOver(dataset.importedAt.slice(0, 10))) return { is: 'over', by: dataset.fileName };
  const kept = told.length > 0 && (oneEach || told.every(({ earliest }) => !isOver(earliest)));
  return { is: kept ? 'kept' : 'unknown' };
}

function judge(of: OfDataset, { record }: Period): Found {
  const { holds } = record;
  const duration = statedValue(holds, holds.body.duration);
  const place = placeOf(record, 'duration');
  const period = statedValue(holds, holds.body.name) ?? record.ref;
  const undated = { notJudged: [{ what: 'period-without-date' as const, dataset: named(of.dataset), period, place }] };
  // What a legal hold keeps is not overdue, whatever its age.
  if (statedValue(holds, holds.body.legalHold) === 'yes') return {};
  if (duration === undefined) return undated;
  const state = overdue(of, holds.body, duration);
  if (state.is !== 'over') return state.is === 'unknown' ? undated : {};
  const start = state.by;
  return {
    differences: [
      {
        id: `retention-overdue:${of.dataset.id}:${record.id}`,
        rule: 'retention-overdue',
        dataset: named(of.dataset),
        columns: start === of.dataset.fileName ? [] : [start],
        place,
        entry: of.dataset.entry,
        proposed: false,
        detail: { period, duration, start },
      },
    ],
  };
}

/** Rows that are older than a declared period allows (GDPR Art. 5(1)(e)); what has no date to go by is not judged. */
export const retentionRule: CompareRule = (of) => {
  const all = periodsOf(of);
  if (all.length === 0)
    return {
      notJudged: [{ what: 'no-period', dataset: named(of.dataset), place: placeOf(of.activities[0]!, 'retention') }],
    };
  const found = all.filter(({ categories }) => holdsAny(of.dataset, categories)).map((period) => judge(of, period));
  return {
    differences: found.flatMap(({ differences = [] }) => differences),
    notJudged: found.flatMap(({ notJudged = [] }) => notJudged),
  };
};
