import { count, counted } from '../numbers.ts';

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** `custos attack`. */
export const attackCommandText = {
  description: 'what an outsider finds in a released file: singling out, linking and inference, each held to a limit',
  source: 'the file it was made from',
  recipe:
    'the recipe it was made with: halves of the source are released by it and attacked, the others being the control',
  workspace: "use this workspace's keys and limits",
  keyFile: 'key for keyed steps without a workspace (at least 32 bytes)',
  today: "YYYY-MM-DD instead of the recipe's reference date, as given to apply",
  limit: (kinds: readonly string[]) =>
    `largest risk allowed, as ATTACK=SHARE with ${kinds.join(', ')}; repeatable (default: 0.1 each, or what the ` +
    'workspace sets)',
  notALimit: (typed: string, kinds: readonly string[]) =>
    `--limit takes ATTACK=SHARE, a share from 0.001 to 1 for ${kinds.join(', ')}; not “${typed}”.`,
  stdinTwice: 'Standard input can be the file, the source or the recipe, not two of them.',
  examples: [
    'custos attack release.csv --source customers.csv --recipe recipe.json',
    'custos attack release.csv --source customers.csv --json',
  ],
  unique: (rows: number, of: number) => `Over all columns ${count(rows)} of ${counted(of, 'row')} are unique.`,
  relinkable: (share: number, withRecipe: boolean, columns: readonly string[]) =>
    `${percent(share)} of the rows equal exactly one source row${withRecipe ? ' under the recipe' : ''}, over ` +
    `${columns.join(', ')}.`,
  halves: (drawn: string) => `Attacked: releases by the recipe of ${drawn}.`,
  limits: (limits: string) => `Limits: ${limits}.`,
};
