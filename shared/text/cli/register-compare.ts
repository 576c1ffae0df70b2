import type { DifferenceRule } from '#shared/register/compare/difference.ts';
import { numbered } from '../numbers.ts';

/** `custos register compare`. */
export const registerCompareText = {
  description: 'hold the datasets and releases against the register of processing; exit 1 when it lacks something',
  examples: [
    'custos register compare --workspace Acme.custos',
    'custos register compare --workspace Acme.custos --json',
  ],
  difference: (rule: DifferenceRule, says: string, ref: string | null, entry: number) =>
    `✕ ${says} (${ref === null ? '' : `${ref}, `}entry ${entry}, ${rule})`,
  fix: (fix: string) => `  ${fix}`,
  notJudged: (says: string) => `? not judged: ${says}`,
  advice: (says: string) => `i ${says}`,
  sum: (differences: number, compared: number, notJudged: number) =>
    `${numbered(differences, 'difference')} in ${numbered(compared, 'dataset')} about people; ` +
    `${numbered(notJudged, 'thing')} could not be judged.`,
};
