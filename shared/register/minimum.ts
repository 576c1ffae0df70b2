import { itemsOf, type AnyAnswer, type AnyBody } from './any-body.ts';
import type { RecordKind } from './record-kinds/index.ts';

/** Where a cell of the legal minimum stands. Only `filled` and `none-stated` count as answered. */
export type CellState = 'filled' | 'none-stated' | 'not-applicable' | 'unknown' | 'not-stated';

/** Why something is missing, for whoever is to answer it. */
export type MissingWhy =
  | 'not-stated'
  | 'unknown'
  /** `none` or `not applicable` was said where the law leaves no room for it. */
  | 'must-be-stated'
  /** The record referred to is not there, cannot be read here, or was retired. */
  | 'record-gone'
  | 'record-unreadable'
  | 'record-retired';

/** One thing that a cell lacks, and the place to put it right. */
export interface MissingPart {
  kind: RecordKind;
  /** Null where there is no such record yet (the organisation). */
  id: string | null;
  field: string;
  why: MissingWhy;
}

export interface MinimumCell {
  /** `30(1)(a)`; stays the same for ever. */
  id: string;
  /** `GDPR Art. 30(1)(a)`. */
  law: string;
  state: CellState;
  /** The reasons given for what does not apply. */
  reasons: string[];
  missing: MissingPart[];
}

export interface LegalMinimum {
  /** Null where the activity does not say: then the longer list, a controller's, is shown. */
  role: 'controller' | 'processor' | null;
  cells: MinimumCell[];
}

/** A record as the minimum needs it; null: not there. */
export type FoundRecord = { body: AnyBody; retired: boolean } | { unreadable: true } | null;

/** How the records that an activity rests on are found. */
export interface MinimumContext {
  activity: { id: string; body: AnyBody };
  /** The one organisation: its id stays the same. */
  organisation: FoundRecord;
  find: (kind: RecordKind, id: string) => FoundRecord;
}

/** What one answer gives to its cell. */
interface Part {
  state: CellState;
  reason: string | null;
  missing: MissingPart[];
}

interface Place {
  kind: RecordKind;
  id: string | null;
  field: string;
}

/** `must`: a value and nothing else; `may-be-none`: that there are none, or that it does not apply, is an answer, too. */
type Leave = 'must' | 'may-be-none';

const lack = (place: Place, why: MissingWhy): Part => ({
  state: why === 'not-stated' || why === 'must-be-stated' ? 'not-stated' : 'unknown',
  reason: null,
  missing: [{ ...place, why }],
});

function partOf(answer: AnyAnswer | undefined, place: Place, leave: Leave): Part {
  if (answer === undefined) return lack(place, 'not-stated');
  switch (answer.state) {
    case 'stated':
      return { state: 'filled', reason: null, missing: [] };
    case 'unknown':
      return lack(place, 'unknown');
    case 'none':
      return leave === 'must'
        ? lack(place, 'must-be-stated')
        : { state: 'none-stated', reason: answer.reason ?? null, missing: [] };
    default:
      return leave === 'must'
        ? lack(place, 'must-be-stated')
        : { state: 'not-applicable', reason: answer.reason, missing: [] };
  }
}

/** The first of several answers that is stated, else the lack of the first. */
function eitherOf(body: AnyBody, place: Omit<Place, 'field'>, fields: readonly [string, ...string[]]): Part {
  const stated = fields.find((field) => body[field]?.state === 'stated');
  const field = stated ?? fields[0];
  return partOf(body[field], { ...place, field }, 'must');
}

/** What a record that is referred to has to say itself. */
type Demands = (body: AnyBody, place: Omit<Place, 'field'>) => Part[];

/** A field whose values are ids of records, and those records' own share of the cell. */
function referred(context: MinimumContext, field: string, to: RecordKind, leave: Leave, demands: Demands): Part[] {
  const { id, body } = context.activity;
  const place: Place = { kind: 'activity', id, field };
  const answer = body[field];
  const own = partOf(answer, place, leave);
  return [
    own,
    ...itemsOf(answer).flatMap(({ value }): Part[] => {
      const found = context.find(to, String(value));
      if (found === null) return [lack(place, 'record-gone')];
      if ('unreadable' in found) return [lack(place, 'record-unreadable')];
      const parts = demands(found.body, { kind: to, id: String(value) });
      return found.retired ? [lack(place, 'record-retired'), ...parts] : parts;
    }),
  ];
}

/** In this order, the first state that a part has is the cell's: one gap is enough, and one statement fills the rest. */
const order: readonly CellState[] = ['not-stated', 'unknown', 'filled', 'none-stated', 'not-applicable'];

function cell(id: string, parts: readonly Part[]): MinimumCell {
  const state = order.find((candidate) => parts.some((part) => part.state === candidate)) ?? 'not-stated';
  const reasons = [...new Set(parts.flatMap(({ reason }) => reason ?? []))];
  return { id, law: `GDPR Art. ${id}`, state, reasons, missing: parts.flatMap(({ missing }) => missing) };
}

/** Art. 30(1)(a), 30(2)(a): name and contact; representative and officer where there are any. */
function whoKeepsIt({ organisation }: MinimumContext, asController: boolean): Part[] {
  const place = { kind: 'organisation', id: null } as const;
  if (organisation === null) return [lack({ ...place, field: 'name' }, 'not-stated')];
  if ('unreadable' in organisation) return [lack({ ...place, field: 'name' }, 'record-unreadable')];
  const { body } = organisation;
  const must = ['name', 'address', 'email'].map((field) => partOf(body[field], { ...place, field }, 'must'));
  const where = [...(asController ? ['jointControllers'] : []), 'representative', 'dpo'];
  return [...must, ...where.map((field) => partOf(body[field], { ...place, field }, 'may-be-none'))];
}

const must =
  (...fields: string[]): Demands =>
  (body, place) =>
    fields.map((field) => partOf(body[field], { ...place, field }, 'must'));

/** Art. 30(1)(e): the country; for a transfer under Art. 49(1) second subparagraph the safeguards' documentation. */
const ofTransfer: Demands = (body, place) => {
  const { mechanism } = body;
  const documented = mechanism?.state === 'stated' && 'value' in mechanism && mechanism.value === 'A49-2';
  return [
    eitherOf(body, place, ['country', 'internationalOrganisation']),
    partOf(mechanism, { ...place, field: 'mechanism' }, 'must'),
    ...(documented ? must('safeguardDocument')(body, place) : []),
  ];
};

const ofRetention: Demands = (body, place) => [
  ...must('dataCategories')(body, place),
  eitherOf(body, place, ['duration', 'criteria']),
];

const ofMeasure: Demands = (body, place) => [
  ...must('name')(body, place),
  eitherOf(body, place, ['description', 'kind']),
];

/**
 * The least that the law asks a record of processing to hold, cell by cell: GDPR Art. 30(1)(a)–(g) of a controller,
 * 30(2)(a)–(d) of a processor. Nothing unknown or not stated counts as filled.
 */
export function legalMinimum(context: MinimumContext): LegalMinimum {
  const { id, body } = context.activity;
  const own = (field: string, leave: Leave): Part => partOf(body[field], { kind: 'activity', id, field }, leave);
  const transfers = referred(context, 'transfers', 'transfer', 'may-be-none', ofTransfer);
  const measures = referred(context, 'measures', 'measure', 'may-be-none', ofMeasure);
  const stated = body.role;
  const role = stated?.state === 'stated' && 'value' in stated ? stated.value : null;
  if (role === 'processor')
    return {
      role,
      cells: [
        cell('30(2)(a)', [...whoKeepsIt(context, false), own('controllers', 'must')]),
        cell('30(2)(b)', [own('processingCategories', 'must')]),
        cell('30(2)(c)', transfers),
        cell('30(2)(d)', measures),
      ],
    };
  return {
    role: role === 'controller' ? role : null,
    cells: [
      cell('30(1)(a)', whoKeepsIt(context, true)),
      cell('30(1)(b)', referred(context, 'purposes', 'purpose', 'must', must('title', 'description'))),
      cell('30(1)(c)', [own('dataSubjects', 'must'), own('dataItems', 'must')]),
      cell('30(1)(d)', referred(context, 'recipients', 'recipient', 'may-be-none', must('name', 'kind'))),
      cell('30(1)(e)', transfers),
      cell('30(1)(f)', referred(context, 'retention', 'retention', 'may-be-none', ofRetention)),
      cell('30(1)(g)', measures),
    ],
  };
}

/** Whether a cell has an answer that a reader can go by. */
export const isAnswered = ({ state }: MinimumCell): boolean => state === 'filled' || state === 'none-stated';
