import { basename } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import type { RetentionBound, RetentionRan } from '#shared/contract/retention.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { retentionText as text } from '#shared/text/engine/retention.ts';
import { jobPart } from '#engine/jobs/job-part.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { requireEnterable } from '../require-enterable.ts';
import { rewriteDatasets } from '../rewrite/rewrite-datasets.ts';
import { changeOf, tableOf, type RetentionChange } from './change-of.ts';
import { checkedDay } from './check-day.ts';
import { enterRan, enterRehearsed, type Ran, type ReleasedRows } from './enter-run.ts';
import { lookAtDatasets, type LookedAt } from './look-at-datasets.ts';
import { releaseExpired } from './release-expired.ts';
import { lineOf } from './retention-timeline.ts';
import { whatRemains } from './what-remains.ts';

interface Asked {
  dryRun: boolean;
  today?: string | undefined;
  only?: readonly RetentionBound[] | undefined;
  expect?: number | undefined;
  anonymise?: { grantId: string; recipe?: Recipe | undefined } | undefined;
}

const keyOf = (datasetId: string, rule: string, column: string): string => JSON.stringify([datasetId, rule, column]);

/** Of what was looked at that which was asked for; everything where nothing was said. */
function chosen(datasets: readonly LookedAt[], { only, anonymise }: Asked): LookedAt[] {
  const wanted = only && new Set(only.map(({ datasetId, rule, column }) => keyOf(datasetId, rule, column)));
  return datasets.flatMap((one) => {
    const found = one.found.filter(
      ({ expiry: { binding } }) =>
        (wanted === undefined || wanted.has(keyOf(one.id, binding.rule.preset.id, binding.column))) &&
        (anonymise === undefined || binding.rule.action === 'anonymise'),
    );
    return found.length === 0 ? [] : [{ ...one, found }];
  });
}

type RanLine = RetentionRan['lines'][number];

/** A rule's numbers on a dataset, without what ends when: what was done by it, or would be. */
function ranLine(
  dataset: LookedAt,
  found: LookedAt['found'][number],
  done: 'nothing' | 'plain' | 'anonymised',
): RanLine {
  const { months: _1, later: _2, told: _3, ...line } = lineOf(dataset, found, []);
  const { action, over, held } = line;
  const isDone = action === 'anonymise' ? done === 'anonymised' : action !== 'review' && done === 'plain';
  return { ...line, acted: isDone ? over - held : 0 };
}

/** A duty stays open while something is over that neither was done nor is held, and while somebody has to decide. */
const isOpen = ({ over, held, acted, undated, duration }: RanLine): boolean =>
  over > held + acted || undated > 0 || duration === null;

interface Work {
  state: EngineSession;
  job: JobContext;
  today: string;
  datasets: readonly LookedAt[];
}

const ranOf = (datasets: readonly LookedAt[], done: Parameters<typeof ranLine>[2]): Ran[] =>
  datasets.map((dataset) => ({ dataset, lines: dataset.found.map((found) => ranLine(dataset, found, done)) }));

interface Done {
  ran: Ran[];
  entered: RetentionRan['datasets'];
  anonymised: RetentionRan['anonymised'];
}

/** Rewrites the datasets without what is over; all of them or none, with the proof in the same transaction. */
async function takeOut(
  { state, job, today, datasets }: Work,
  ran: Ran[],
  anonymised?: ReleasedRows,
): Promise<RetentionRan['datasets']> {
  let entered: RetentionRan['datasets'] = [];
  const plans = datasets.flatMap((dataset) => {
    const change = changeOf(dataset, anonymised !== undefined);
    return change === null ? [] : [{ datasetId: dataset.id, change: tableOf(state, dataset, change) }];
  });
  await rewriteDatasets(state, job, plans, {
    reason: text.reason(today),
    cause: 'retention',
    enter: (made) => void (entered = enterRan(state.requireWorkspace(), ran, today, { made, anonymised })),
  });
  return entered;
}

/** The one dataset whose rows are to be anonymised. @throws Failure WRONG_USAGE where there is none, or several */
function theOneToAnonymise(datasets: readonly LookedAt[]): { dataset: LookedAt; change: RetentionChange } {
  const found = datasets.flatMap((dataset) => {
    const change = changeOf(dataset, true);
    return change === null ? [] : [{ dataset, change }];
  });
  const [first] = found;
  if (first === undefined) throw new Failure('WRONG_USAGE', text.nothingToAnonymise);
  if (found.length > 1) throw new Failure('WRONG_USAGE', text.oneDataset(found.map(({ dataset: { name } }) => name)));
  return first;
}

/**
 * Releases what is over as any release is made, and takes it out only where it may be called anonymised. Rows that are
 * merely hashed or grouped stay, and the duty with them.
 */
async function anonymise(work: Work, asked: NonNullable<Asked['anonymise']>): Promise<Done> {
  const { state, job, today, datasets } = work;
  const workspace = state.requireWorkspace();
  const { dataset, change } = theOneToAnonymise(datasets);
  const recipe = asked.recipe ?? workspace.catalog.recipes.get(dataset.id);
  if (recipe === null) throw new Failure('WRONG_USAGE', text.noRecipe(dataset.name));
  const outputPath = state.grants.path(asked.grantId, 'write');
  const part = jobPart(job, 10, 80);
  const made = await releaseExpired(state, part, { dataset, change, recipe, outputPath });
  const { label, registerEntry } = made;
  const status = label === 'anonymised' ? ('anonymised' as const) : ('pseudonymised-only' as const);
  const released = { label, releaseEntry: registerEntry ?? 0 };
  const told = { label, output: basename(made.output), certificate: basename(made.certificate), registerEntry, status };
  const only = { ...work, datasets: [dataset] };
  if (status === 'anonymised') {
    const ran = ranOf([dataset], 'anonymised');
    return { ran, entered: await takeOut(only, ran, released), anonymised: told };
  }
  const ran = ranOf([dataset], 'nothing');
  return { ran, entered: enterRehearsed(workspace, ran, today, released), anonymised: told };
}

/** @throws Failure TARGET_MISSED where other rows are over than were shown */
function checkExpected(ran: readonly Ran[], expect: number | undefined): void {
  const over = ran.flatMap(({ lines }) => lines).reduce((sum, line) => sum + line.over - line.held, 0);
  if (expect !== undefined && expect !== over) throw new Failure('TARGET_MISSED', text.others(over, expect));
}

async function done(work: Work, asked: Asked): Promise<Done> {
  if (asked.dryRun) {
    const ran = ranOf(work.datasets, 'nothing');
    return { ran, entered: enterRehearsed(work.state.requireWorkspace(), ran, work.today), anonymised: null };
  }
  checkExpected(ranOf(work.datasets, 'nothing'), asked.expect);
  if (asked.anonymise !== undefined) return anonymise(work, asked.anonymise);
  const ran = ranOf(work.datasets, 'plain');
  return { ran, entered: await takeOut(work, ran), anonymised: null };
}

/**
 * Does what is due where a period is over: rows go, cells are emptied, nothing that a hold keeps. All datasets or none,
 * with an entry for each that has the numbers and the hashes before and after. A dry run counts the same and changes
 * nothing. Copies that it does not reach are named.
 * @throws Failure WRONG_USAGE, TARGET_MISSED where other rows are over than were shown, ROLE_REFUSED,
 *   WORKSPACE_READ_ONLY, JOB_CANCELLED, DISK_FULL, and of a release what it throws; nothing is changed then
 */
export async function runRetention(state: EngineSession, job: JobContext, asked: Asked): Promise<RetentionRan> {
  const workspace = state.requireWorkspace();
  const { dryRun, only } = asked;
  if (!dryRun) requireEnterable(workspace, 'retention.ran');
  const today = checkedDay(state, { today: asked.today, dryRun });
  const ids = only === undefined ? undefined : new Set(only.map(({ datasetId }) => datasetId));
  const looked = await lookAtDatasets(state, job, { today, withRows: !dryRun, only: ids });
  const { ran, entered, anonymised } = await done(
    { state, job, today, datasets: chosen(looked.datasets, asked) },
    asked,
  );
  const lines = ran.flatMap((one) => one.lines);
  return {
    today,
    dryRun,
    lines,
    datasets: entered,
    anonymised,
    open: lines.filter(isOpen).length,
    remains: dryRun ? [] : whatRemains(workspace, lines),
    notRead: looked.notRead,
  };
}
