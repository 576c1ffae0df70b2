import type { SemanticType } from '#shared/semantic-types/semantic-type.ts';

/** Every online identifier (taxonomy 6c; GDPR Recital 30). */
export const onlineTypes: readonly SemanticType[] = [];
