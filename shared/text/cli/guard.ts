import { listed, numbered } from '../numbers.ts';

/** `custos guard`. */
export const guardCommandText = {
  description:
    'G1–G7 and E1–E9 on the rows of a file, as it is or as a recipe would write it; nothing is written but a mended recipe',
  recipe: 'recipe whose output is judged (default: the file as it is)',
  purpose: 'what the file is for (default: that of the recipe, else not stated)',
  release: 'kind of release it is judged as: anonymised, pseudonymised or targeting (default: that of the recipe)',
  today: 'day that ages and limits count from (default: today)',
  workspace: 'workspace whose policy and register count',
  releaseOfRecipe: 'The recipe says which kind of release it makes: leave --release out.',
  purposeOfRecipe: 'The recipe says what it is for: leave --purpose out.',
  notARelease: (typed: string) =>
    `There is no release called “${typed.slice(0, 40)}”. There are anonymised, pseudonymised and targeting.`,
  asItStands: (file: string, release: string) => `${file} as it is, judged as ${release}:`,
  byRecipe: (file: string, release: string, rowsOut: number, rowsIn: number) =>
    `${file} by the recipe, ${release}, ${rowsOut} of ${numbered(rowsIn, 'row')}:`,
  columns: ['id', 'answer', 'what was found'],
  found: (message: string, evidence: string, columns: readonly string[], fix: string) =>
    [message, evidence, columns.length === 0 ? '' : `(${listed(columns)})`, fix]
      .filter((part) => part !== '')
      .join(' '),
  approverMay: 'An approver may override it with a reason.',
  blocks: (ids: readonly string[]) => `Blocked by ${listed(ids)}.`,
  missed: (why: string) => `No guardrail blocks, and a release would be refused: ${why}`,
  nothingBlocks: 'Nothing blocks.',
  examples: [
    'custos guard audience.csv --purpose P2 --release targeting --json',
    'custos guard customers.csv --recipe recipe.json --workspace Acme.custos',
    'custos guard customers.csv --recipe recipe.json --fix -o mended.json',
  ],
};
