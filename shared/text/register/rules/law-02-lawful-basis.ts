import { says } from '#shared/text/guardrails/words.ts';
import { lawfulBasisNames } from './lawful-bases.ts';
import type { LawfulBasis } from '#shared/domain/lawful-basis.ts';
import type { OfNamedPurpose } from './words.ts';

export const law02Text = {
  title: 'Every purpose rests on a lawful basis with its reason',
  nothing: 'The register has no purpose, and the workspace no dataset.',
  reasons: {
    'no-basis': ({ purpose }: OfNamedPurpose) =>
      says(
        `The purpose “${purpose}” names no lawful basis.`,
        'Its field for the basis is empty.',
        'Choose one of the six bases of Art. 6(1).',
      ),
    'no-justification': ({ purpose, basis }: OfNamedPurpose & { basis: LawfulBasis }) =>
      says(
        `The purpose “${purpose}” rests on ${lawfulBasisNames[basis]} without saying why that holds.`,
        'Its field for the reason is empty.',
        'Write down why the basis holds: the contract, the law, or the assessment it rests on.',
      ),
    justified: ({ purpose, basis }: OfNamedPurpose & { basis: LawfulBasis }) =>
      says(`The purpose “${purpose}” rests on ${lawfulBasisNames[basis]}, and says why.`),
  },
};
