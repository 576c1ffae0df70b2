import type { SemanticTypeId } from './index.ts';

/**
 * A set of types that is asked about names from outside (a finding of a later version, a person's own entry): what it
 * holds is checked against the list of types, what it is asked may be any text.
 */
export const typeSet = (...ids: readonly SemanticTypeId[]): ReadonlySet<string> => new Set(ids);
