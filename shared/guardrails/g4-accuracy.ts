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

/** Accuracy: values that could not be read are named, not lost in silence, and no two that belong together contradict. */
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
    if ((measure?.conversions ?? 0) === 0) return doesNotApply(because('nothing-read'));
    if (failed.length === 0) return pass(because('all-read'));
    return warn(
      [...new Set(failed.map((check) => check.column))],
      because('not-read', {
        values: failed.reduce((sum, check) => sum + check.rows, 0),
        steps: failed.map(({ step, rows }) => ({ step, rows })),
      }),
    );
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
  ],
});
