import type { AttackResult } from '#shared/domain/attack-results.ts';
import type { PagePart } from '#shared/pages/page-document.ts';
import { attackCells, attackText } from '#shared/text/attack.ts';
import { attackResults } from './certified-attacks.ts';
import type { Certificate } from './certificate.ts';

/** What attackers found: limits, how it was found, and a row an attack; nothing where nobody attacked. */
export function attackParts({ attacks }: Pick<Certificate, 'attacks'>): PagePart[] {
  if (attacks === undefined) return [];
  const { halves, rows, limits } = attacks;
  const numbers = {
    'singling-out': Number(limits['singling-out']),
    linkability: Number(limits.linkability),
    inference: Number(limits.inference),
  };
  return [
    { part: 'words', text: attackText.how },
    {
      part: 'facts',
      rows: [
        [attackText.limit, attackText.limits(numbers)],
        [attackText.tried, attackText.halves(halves, rows)],
      ],
    },
    { part: 'table', heads: Object.values(attackText.heads), rows: attackResults(attacks).map(attackCells) },
  ];
}

/** Attacks that too few rows, or too easy a guess, leave open. */
export const unjudgedAttacks = ({ attacks }: Pick<Certificate, 'attacks'>): AttackResult[] =>
  attacks === undefined ? [] : attackResults(attacks).filter(({ verdict }) => verdict === 'cannot-be-judged');
