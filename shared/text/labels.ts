import type { ReleaseLabel } from '#shared/domain/release-figures.ts';

/** What a release may be called, in the words of window and command line. */
export const labelWords: Record<ReleaseLabel, string> = {
  anonymised: 'anonymised',
  'k-anonymous': 'k-anonymous, treat it as personal data',
  synthetic: 'synthetic',
  pseudonymised: 'pseudonymised, still personal data',
};
