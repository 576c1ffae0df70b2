import type { StandingQuality } from '#shared/domain/declared-use.ts';
import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { because } from '#shared/domain/reason.ts';
import { g4Text } from '#shared/text/guardrails/g4-accuracy.ts';
import { doesNotApply, guardrail, pass, warn } from './guardrail.ts';
import { exampleColumn, exampleInput } from './example-input.ts';
import type { GuardInput } from './guard-input.ts';
import { isReadable, names, visibleOutputs } from './output-view.ts';

/** Columns that name one place together: none of them moves alone. */
const placeTypes: readonly SemanticTypeId[] = [
  'postal_code',
  'city',
  'neighborhood',
  'county',
  'state_region',
  'country',
];

const movedColumn = (type: SemanticTypeId, moved: string): ReturnType<typeof exampleColumn> => {
  const column = exampleColumn(type, 'perturbed');
  return { ...column, output: { ...column.output, moved } };
};

/** Columns of a place of which some were moved to other rows and others not, or not with them. */
function movedApart(view: Pick<GuardInput, 'findings' | 'outputs'>): { moved: string[]; others: string[] } | null {
  const places = visibleOutputs(view).filter(
    ({ treatment, findings }) => isReadable(treatment) && findings.some(({ type }) => placeTypes.includes(type)),
  );
  const first = places.find(({ moved }) => moved !== undefined);
  if (first === undefined) return null;
  const [together, others] = [
    places.filter(({ moved }) => moved === first.moved),
    places.filter(({ moved }) => moved !== first.moved),
  ];
  return others.length === 0 ? null : { moved: names(together), others: names(others) };
}

/** Written columns of which a check of quality failed, and how many checks those are. */
function failedChecks({ declared, outputs }: Pick<GuardInput, 'declared' | 'outputs' | 'findings'>) {
  const written = new Set(outputs.filter(({ treatment }) => isReadable(treatment)).flatMap(({ sources }) => sources));
  const failed = (declared.quality?.failed ?? []).filter(({ columns }) => columns.some((name) => written.has(name)));
  return { checks: failed.length, columns: [...new Set(failed.flatMap(({ columns }) => [...columns]))] };
}

const quality = {
  run: { entry: 21, at: '2026-11-01T00:00:00Z', day: '2026-11-01', state: 'passed' },
  next: '2027-04-30',
};
const standing = (over: Partial<StandingQuality>) =>
  exampleInput([exampleColumn('email_address', 'kept')], {
    declared: { quality: { ...(quality as StandingQuality), overdue: false, failed: [], open: 0, ...over } },
  });

/**
 * Accuracy: values that could not be read are named, not lost in silence, no two that belong together contradict, and what
 * is released passed the newest check of its quality, which is not overdue.
 */
export const g4 = guardrail({
  id: 'G4',
  ...g4Text,
  source: 'GDPR Art. 5(1)(d)',
  needs: [],
  blocks: {},
  judge(view) {
    const { measure } = view;
    const failed = measure?.failedCasts ?? [];
    const apart = movedApart(view);
    if (failed.length === 0 && apart !== null)
      return warn([...apart.moved, ...apart.others], because('moved-apart', apart));
    if (failed.length > 0)
      return warn(
        [...new Set(failed.map((check) => check.column))],
        because('not-read', {
          values: failed.reduce((sum, check) => sum + check.rows, 0),
          steps: failed.map(({ step, rows }) => ({ step, rows })),
        }),
      );
    const { run, overdue, next } = view.declared.quality ?? { run: null, overdue: false, next: '' };
    const found = failedChecks(view);
    if (run !== null && found.checks > 0)
      return warn(found.columns, because('quality-failed', { entry: run.entry, checks: found.checks }));
    if (overdue) return warn([], because('quality-overdue', { next, entry: run?.entry ?? 0 }));
    if (run !== null && run.state !== 'not-done')
      return pass(because('quality-checked', { entry: run.entry, day: run.day }));
    return (measure?.conversions ?? 0) === 0 ? doesNotApply(because('nothing-read')) : pass(because('all-read'));
  },
  examples: [
    {
      name: 'a ZIP that moved without its city',
      input: exampleInput([movedColumn('postal_code', 'step 2: postal_code'), exampleColumn('city', 'generalised')]),
      verdict: 'warn',
      code: 'moved-apart',
    },
    {
      name: 'a ZIP that moved with its city',
      input: exampleInput([movedColumn('postal_code', 'step 2'), movedColumn('city', 'step 2')]),
      verdict: 'pass',
      code: 'all-read',
    },
    { name: 'all read', input: exampleInput([]), verdict: 'pass', code: 'all-read' },
    {
      name: 'a recipe that reads nothing',
      input: exampleInput([], { measure: { conversions: 0 } }),
      verdict: 'pass',
      state: 'does-not-apply',
      code: 'nothing-read',
    },
    {
      name: 'dates of another format',
      input: exampleInput([], { measure: { failedCasts: [{ column: 'birthday', step: 2, rows: 17 }] } }),
      verdict: 'warn',
      code: 'not-read',
    },
    {
      name: 'addresses that failed the newest check of quality',
      input: standing({ failed: [{ columns: ['email_address'], rows: 1000, failures: 90 }], open: 1 }),
      verdict: 'warn',
      code: 'quality-failed',
    },
    {
      name: 'a check of quality that is overdue',
      input: standing({ overdue: true }),
      verdict: 'warn',
      code: 'quality-overdue',
    },
    { name: 'checked, and nothing of it failed', input: standing({}), verdict: 'pass', code: 'quality-checked' },
  ],
});
