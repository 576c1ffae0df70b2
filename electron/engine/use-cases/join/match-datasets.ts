import { Failure } from '#shared/contract/failure.ts';
import { isLinkable } from '#shared/domain/could-be-known.ts';
import { joinSides, type JoinMatch, type JoinSide, type JoinedSide } from '#shared/domain/joined-view.ts';
import { isExact, matchRate, toldMatch } from '#shared/join/protected-counts.ts';
import { mayNamePeople } from '#shared/join/key-columns.ts';
import { percent } from '#shared/text/numbers.ts';
import { joinsText as text } from '#shared/text/engine/joins.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { jobPart } from '#engine/jobs/job-part.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { keyHasher, makeKeyTable, type KeyTable } from '#engine/join/key-table.ts';
import { countPairs, matchPeople, pairsSql, type JoinedTables, type PeopleMatch } from '#engine/join/match-people.ts';
import { peopleRisk, type RiskColumn } from '#engine/join/people-risk.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { consentOfJoin, countLeftOut, joinPurposeId, type ConsentOfJoin } from './join-purpose.ts';
import { typeLabel, type JoinInHand } from './open-join.ts';

/** Rows of a view that are always let through, and how many times those of its sources else. */
const rowsAllowed = 5_000_000;
const timesAllowed = 4;
/** Below this share of the smaller dataset's people a match is called poor. */
const poor = 0.1;
/** Rows of one key from which on it may be a placeholder, and the share of all rows that it has then. */
const placeholderRows = 50;
const placeholderShare = 0.02;

export interface Matched {
  match: JoinMatch;
  /** People in both, exactly. */
  both: number;
  /** Name of the table of the view's rows (`n`, `l`, `r`, `person`), `n` from 0. */
  pairs: string;
}

type Keys = Record<JoinSide, KeyTable>;

async function hashKeys(state: EngineSession, join: JoinInHand): Promise<Keys> {
  const { duck, sides, kind, asked, signal } = join;
  // The same person has the same key in every view of the workspace, and another one in what is made for other purposes.
  const hash = keyHasher(state.requireWorkspace().keys.pseudonymKey(joinPurposeId));
  const keysOf = async (side: JoinSide): Promise<KeyTable> => {
    const { relation, column, sql, name } = sides[side];
    const { callingCode } = asked;
    const made = await makeKeyTable(
      duck,
      `keys_${side}`,
      { relation, sql: sql(column), kind, callingCode },
      { hash, signal },
    );
    const [{ n } = { n: 0 }] = await duck.query<{ n: number }>(`SELECT count(*) AS n FROM ${made.table}`);
    if (n === 0) throw new Failure('WRONG_USAGE', text.refused.emptyKey(name, column));
    return made;
  };
  return { left: await keysOf('left'), right: await keysOf('right') };
}

/** @param told false where so few people match, or do not, that not even a share of them is told */
function remarksOf(join: JoinInHand, keys: Keys, found: PeopleMatch, told: boolean): string[] {
  const { sides, kind } = join;
  const { left, right } = sides;
  const { remarks: say, kinds } = text;
  const remarks: string[] = [];
  const smaller = found.left.people <= found.right.people ? 'left' : 'right';
  const share = found.both / found[smaller].people;
  if (found.both === 0) remarks.push(say.noMatch(left.name, right.name));
  else if (told && share < poor) remarks.push(say.fewMatch(percent(share), sides[smaller].name));
  const bothToldApart = mayNamePeople(left.type) && mayNamePeople(right.type);
  if (left.type !== right.type && bothToldApart)
    remarks.push(say.otherTypes(left.column, typeLabel(left.type), right.column, typeLabel(right.type)));
  for (const side of joinSides) {
    const { column, type, name, session } = sides[side];
    if (!mayNamePeople(type)) remarks.push(say.namesNobody(column, typeLabel(type)));
    if (keys[side].unreadableKeys > 0) remarks.push(say.unreadable(name, keys[side].unreadableKeys, kinds[kind]));
    const { mostRows } = found[side];
    if (mostRows > Math.max(placeholderRows, placeholderShare * session.record.summary.rows))
      remarks.push(say.oneKey(name, mostRows));
  }
  if (found.relation === 'many-to-many') remarks.push(say.manyToMany(left.name, right.name));
  else if (found.relation !== 'one-to-one')
    remarks.push(say.oneToMany(found.relation === 'one-to-many' ? right.name : left.name));
  if (left.session.record.summary.sha256 === right.session.record.summary.sha256)
    remarks.push(say.sameBytes(left.name, right.name));
  if (!told) remarks.push(say.few);
  return remarks;
}

function toldSide(
  join: JoinInHand,
  side: JoinSide,
  keys: KeyTable,
  found: PeopleMatch,
): Omit<JoinedSide, 'only' | 'matchRate'> {
  const { session, name, column, type } = join.sides[side];
  const { id, sha256, rows } = session.record.summary;
  const { emptyKeys, unreadableKeys, respelled } = keys;
  return { datasetId: id, name, sha256, column, type, rows, emptyKeys, unreadableKeys, respelled, ...found[side] };
}

/** The columns that risk is measured over: those that were named, else all, as a release counts; and the linkable ones. */
function riskColumns({ view, sides, asked }: JoinInHand): Record<'counted' | 'linkable', RiskColumn[]> {
  const all = view.columns.map(({ name, side, from }) => ({ name, side, sql: `d.${sides[side].sql(from)}` }));
  const linkable = new Set(
    view.columns.flatMap(({ name, side, from }) =>
      sides[side].findings.some((finding) => finding.name === from && isLinkable(finding)) ? [name] : [],
    ),
  );
  const { qi } = asked;
  return {
    counted: qi === undefined ? all : all.filter(({ name }) => qi.includes(name)),
    linkable: all.filter(({ name }) => linkable.has(name)),
  };
}

/** Makes the rows of the view, by number. @throws Failure WRONG_USAGE where they are too many */
async function makePairs(tables: JoinedTables): Promise<number> {
  const { duck, left, right, signal } = tables;
  const rows = await countPairs(tables);
  const [{ n } = { n: 0 }] = await duck.query<{ n: number }>(
    `SELECT (SELECT count(*) FROM ${left.relation}) + (SELECT count(*) FROM ${right.relation}) AS n`,
  );
  if (rows > Math.max(rowsAllowed, timesAllowed * n)) throw new Failure('WRONG_USAGE', text.refused.tooMany(rows));
  await interruptible(duck, signal, () =>
    duck.run(
      'CREATE TEMP TABLE pairs AS SELECT row_number() OVER (ORDER BY l NULLS LAST, r NULLS LAST) - 1 AS n, l, r, person ' +
        `FROM (${pairsSql(tables)})`,
    ),
  );
  const [{ made } = { made: 0 }] = await duck.query<{ made: number }>('SELECT count(*) AS made FROM pairs');
  return made;
}

async function leftOutOf(tables: JoinedTables, consent: ConsentOfJoin) {
  if (consent.without === null) return null;
  const inView = `SELECT person FROM (${pairsSql({ ...tables, without: null })}) WHERE person IS NOT NULL`;
  return countLeftOut(tables, consent.without, inView);
}

/**
 * Holds the people of two datasets against each other, and measures who could be singled out in a view of both. Nothing
 * is written, and no value of a key leaves the dataset it is in.
 * @throws Failure WRONG_USAGE, GUARDRAIL_BLOCKS, JOB_CANCELLED
 */
export async function matchDatasets(state: EngineSession, job: JobContext, join: JoinInHand): Promise<Matched> {
  const { duck, sides, asked, view, kind, signal } = join;
  const step = (phase: string, from: number, to: number): void =>
    jobPart(job, from, to).progress({ phase, done: 0, total: null, unit: 'rows' });
  step(text.phases.hashing, 5, 40);
  const keys = await hashKeys(state, join);
  step(text.phases.matching, 40, 60);
  const found = await matchPeople(duck, keys.left.table, keys.right.table, signal);
  const inEngine = (side: JoinSide) => ({ relation: sides[side].relation, keys: keys[side].table });
  const placed = { left: inEngine('left'), right: inEngine('right') };
  const consent = await consentOfJoin(state, {
    duck,
    signal,
    sides: { left: { ...sides.left, ...placed.left }, right: { ...sides.right, ...placed.right } },
  });
  const tables: JoinedTables = { duck, ...placed, rows: asked.rows, without: consent.without, signal };
  const rowsAfter = await makePairs(tables);
  step(text.phases.weighing, 60, 100);
  const columns = riskColumns(join);
  const risk = { duck, ...placed, pairs: 'pairs', signal };
  const counted = await peopleRisk(risk, columns.counted);
  const isSame = columns.counted.every((column) => columns.linkable.includes(column));
  const linkable =
    isSame && columns.counted.length === columns.linkable.length ? counted : await peopleRisk(risk, columns.linkable);
  const told = toldMatch({ left: found.left.people, right: found.right.people, both: found.both });
  const normalisation = kind === 'phone' ? text.normalisation.phone(asked.callingCode) : text.normalisation[kind];
  return {
    pairs: 'pairs',
    both: found.both,
    match: {
      left: {
        ...toldSide(join, 'left', keys.left, found),
        only: told.onlyLeft,
        matchRate: matchRate(told.both, found.left.people),
      },
      right: {
        ...toldSide(join, 'right', keys.right, found),
        only: told.onlyRight,
        matchRate: matchRate(told.both, found.right.people),
      },
      kind,
      rows: asked.rows,
      normalisation,
      both: told.both,
      relation: found.relation,
      rowsAfter,
      columns: view.columns,
      leftOutColumns: view.leftOut.map(({ side, column, why }) => ({ side, column, why: text.leftOut[why] })),
      consent: await leftOutOf(tables, consent),
      risk: counted,
      riskOfLinkable: linkable,
      remarks: [...remarksOf(join, keys, found, isExact(told.both)), ...consent.remarks],
    },
  };
}

/** The match as it may be told before anything is joined: what follows from how few people match is left unsaid. */
export function toldBefore(match: JoinMatch): JoinMatch {
  if (isExact(match.both)) return match;
  const consent = match.consent && { leftOut: [], people: null };
  return { ...match, consent, rowsAfter: null, risk: null, riskOfLinkable: null };
}
