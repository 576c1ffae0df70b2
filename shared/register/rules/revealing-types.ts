import type { SemanticTypeId } from '#shared/semantic-types/index.ts';

/**
 * Kinds of column whose values can reveal a special category although none is named by them: what somebody bought,
 * looked at, searched for, or wrote. Dated, since courts go on to say what reveals.
 */
export const revealingTypes = {
  types: [
    'product_name',
    'product_category',
    'search_term',
    'page_url',
    'page_title',
    'event_name',
    'opinion',
    'motivation',
    'complaint_reason',
    'nationality',
    'language',
  ] as const satisfies readonly SemanticTypeId[],
  source: 'CJEU C-184/20 (1 August 2022), C-21/23 (4 October 2024); GDPR Art. 9(1)',
  validFrom: '2022-08-01',
  checkedOn: '2026-11-23',
} as const;
