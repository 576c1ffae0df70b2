import type { Finding } from '#shared/domain/finding.ts';
import type { SemanticTypeId } from '#shared/semantic-types/index.ts';

/** What a column is held to be, for tests that have no values to classify: harmless, unless `over` says otherwise. */
export const finding = (name: string, type: SemanticTypeId | 'unknown', over: Partial<Finding> = {}): Finding => ({
  name,
  type,
  class: 'non_pii',
  category: 'other',
  flags: [],
  confidence: 0.9,
  needsReview: false,
  runnerUp: null,
  evidence: [],
  notes: [],
  ...over,
});
