import type { ClassificationPolicy } from '#shared/domain/column-class.ts';
import type { ReleaseLabel } from '#shared/domain/release-figures.ts';

/** What a release may be called, in the words of window and command line. */
export const labelWords: Record<ReleaseLabel, string> = {
  anonymised: 'anonymised',
  'k-anonymous': 'k-anonymous, treat it as personal data',
  synthetic: 'synthetic',
  pseudonymised: 'pseudonymised, still personal data',
};

/** A statement beside the words it begins with: they are said once. */
export function statementBeside(words: string, statement: string): string {
  if (!statement.toLowerCase().startsWith(words.toLowerCase())) return statement;
  const rest = statement.slice(words.length).replace(/^[.:,]?\s+/, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** The word alone, for a list that has room for no more. */
export const shortLabels: Record<ReleaseLabel, string> = {
  anonymised: 'anonymised',
  'k-anonymous': 'k-anonymous',
  synthetic: 'synthetic',
  pseudonymised: 'pseudonymised',
};

/** The two ways in which columns are classified, inside a sentence. */
export const policyWords: Record<ClassificationPolicy, string> = {
  'customer-tracking': 'customer tracking',
  'gdpr-strict': 'GDPR strict',
};
