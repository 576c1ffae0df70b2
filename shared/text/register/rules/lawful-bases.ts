import type { LawfulBasis } from '#shared/domain/lawful-basis.ts';

/** The six bases of Art. 6(1) within a sentence: “rests on …”. */
export const lawfulBasisNames: Record<LawfulBasis, string> = {
  consent: 'consent',
  contract: 'a contract',
  'legal-obligation': 'a legal obligation',
  'vital-interests': 'vital interests',
  'public-task': 'a public task',
  'legitimate-interests': 'legitimate interests',
};
