import type { SemanticType } from '#shared/semantic-types/semantic-type.ts';

/** Every linkable type (taxonomy 6b). */
export const linkableTypes: readonly SemanticType[] = [];
