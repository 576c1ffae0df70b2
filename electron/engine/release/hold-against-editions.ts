import { randomUUID } from 'node:crypto';
import type { EarlierEdition } from '#shared/domain/release-figures.ts';
import { Failure } from '#shared/contract/failure.ts';
import { editionReleaseText as text } from '#shared/text/engine/edition-release.ts';
import { readParquet } from '#engine/analysis/readers.ts';
import { pointedAt } from '#engine/privacy/between/pointed-at.ts';
import { formats } from './formats/index.ts';
import { previewKeys } from '../run-recipe/preview-keys.ts';
import { transformRows, type TransformedRows } from '../run-recipe/transform-rows.ts';
import type { EarlierInput, EarlierRelease } from './join-earlier.ts';
import { measureOutput, type MeasuredOutput } from './measure-output.ts';
import { columnsAlike, membershipsOf, ownJoins, whoIsWho, type Pair, type Shared } from './people-compared.ts';
import {
  followingOf,
  idNames,
  steadyOutputs,
  writePeople,
  type FollowedSource,
  type Following,
} from './people-of-release.ts';

/** A release and the rows of it, made again from its recipe where it is an earlier one. */
interface Made {
  rows: TransformedRows;
  measured: MeasuredOutput;
}

/**
 * Holds a release against earlier ones of other editions of the same people: made again from their own recipes and
 * their own rows, so that neither their files nor their keys are needed. Those of files that are of other people and no
 * editions are not told.
 * @throws Failure JOB_CANCELLED, DISK_FULL
 */
export async function holdAgainstEditions(
  now: Made,
  earlier: readonly EarlierRelease[] | null,
  input: EarlierInput,
): Promise<EarlierEdition[]> {
  const found: EarlierEdition[] = [];
  const salt = randomUUID();
  const written = new Map<string, string>();
  /** The release's own rows, once for all editions with the same keys. */
  const ownPeople = async (following: Following): Promise<string> => {
    const by = JSON.stringify([following.keys, following.keys.length === 0 && following.common]);
    const path = written.get(by) ?? (await writePeople(now, input, following, input));
    written.set(by, path);
    return path;
  };
  for (const release of earlier ?? []) {
    if (release.edition === undefined) continue;
    const held = await holdAgainst(now, release, release.edition, { ...input, salt, ownPeople });
    if (held !== null) found.push(held);
  }
  return found;
}

/**
 * Why what a recipe makes says nothing of who came or went; null where it does. What is drawn from noise is nobody's
 * row; whoever is not in a sample need not have left; and rows grouped by all columns together read otherwise in each
 * edition, whatever they were.
 */
function whyNotCompared({ compiled }: TransformedRows): string | null {
  const ids = new Set(compiled.ways.map(({ way }) => way.id));
  if (compiled.ways.some(({ way }) => 'epsilon' in way && way.epsilon > 0)) return text.drawn;
  if (ids.has('sample-rows')) return text.sampled;
  return ids.has('group-rows') ? text.grouped : null;
}

async function holdAgainst(
  now: Made,
  release: EarlierRelease,
  edition: NonNullable<EarlierRelease['edition']>,
  input: EarlierInput & { salt: string; ownPeople(following: Following): Promise<string> },
): Promise<EarlierEdition | null> {
  const { releaseId, output, createdAt, made } = release;
  const told = { releaseId, output, createdAt, columns: [], followedBy: null, joined: null, pointedAt: null };
  /** Of files that only name people by the same column nobody knows yet whether they are the same people. */
  const untold = (why: string): EarlierEdition | null => (edition.alike ? { ...told, why } : null);
  if (edition.source === null || made === null) return untold(release.why ?? text.noCertificate);
  if (made.spent !== undefined) return untold(text.drawn);
  const ownWay = whyNotCompared(now.rows);
  if (ownWay !== null) return untold(ownWay);
  const { recipe, purpose, referenceDate, format, overrides, ledger } = made;
  const there: FollowedSource = { source: edition.source, findings: edition.findings };
  const following = followingOf(input, there, input.salt);
  const { spreadsheet, emptyIsNull } = formats[format];
  const then = await transformRows({
    source: edition.source,
    recipe,
    purpose,
    ledger: ledger?.() ?? null,
    listedAt: release.createdAt,
    findings: edition.findings,
    keys: previewKeys(),
    referenceDate,
    overrides,
    spreadsheet,
    emptyIsNull,
    signal: input.signal,
  }).catch((error: unknown) => {
    if (error instanceof Failure && error.code === 'RECIPE_INVALID') return null;
    throw error;
  });
  if (then === null) return untold(text.otherRecipe);
  try {
    const theirWay = whyNotCompared(then);
    if (theirWay !== null) return untold(theirWay);
    const measured = await measureOutput(then, { recipe, findings: edition.findings, signal: input.signal });
    const pair: Pair = {
      duck: now.rows.duck,
      then: readParquet(await writePeople({ rows: then, measured }, there, following, input)),
      now: readParquet(await input.ownPeople(following)),
      signal: input.signal,
    };
    const compared = await compare(pair, { now, then, following });
    if (compared === 'other people') return untold(text.nobodyFollowed);
    return { ...told, ...compared };
  } finally {
    await then.close();
  }
}

type Compared = Pick<EarlierEdition, 'columns' | 'followedBy' | 'joined' | 'pointedAt' | 'why'>;

async function compare(
  pair: Pair,
  { now, then, following }: { now: Made; then: TransformedRows; following: Following },
): Promise<Compared | 'other people'> {
  const ids = idNames(following);
  const id = await whoIsWho(pair, ids);
  if (id === null) return 'other people';
  const followedBy = following.keys[ids.indexOf(id)] ?? null;
  const old = new Map(steadyOutputs(then).map(({ name, physical }) => [name, physical]));
  const both = steadyOutputs(now.rows).flatMap(({ name, physical }): Shared[] =>
    old.has(name) ? [{ name, here: physical, there: old.get(name)! }] : [],
  );
  const alike = await columnsAlike(pair, id, both);
  const known = new Set(now.measured.qi.map(({ sql }) => sql));
  const counted = alike.filter(({ here }) => known.has(here));
  const { measure } = now.measured;
  const k = Math.max(2, measure.targetK);
  const joined = measure.rowsOut === 0 ? 0 : (await ownJoins(pair, id, alike)) / measure.rowsOut;
  const found = counted.length === 0 ? null : pointedAt(...(await membershipsOf(pair, id, counted)), k);
  return {
    columns: counted.map(({ name }) => name),
    followedBy,
    joined,
    pointedAt: {
      people: found?.people.length ?? 0,
      left: found?.left ?? 0,
      joined: found?.joined ?? 0,
      changed: found?.changed ?? 0,
      groups: found?.groups.length ?? 0,
      k,
    },
    why: '',
  };
}
