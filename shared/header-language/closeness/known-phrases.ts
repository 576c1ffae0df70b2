import { semanticTypes, type SemanticTypeId } from '#shared/semantic-types/index.ts';
import { typeSet } from '#shared/semantic-types/type-set.ts';
import { headerLanguages } from '../languages.ts';
import { buildCloseIndex, type CloseIndex } from './close-index.ts';

/** Types that say what form values have, not what they are of: no name is one of them for being written much alike. */
const ofForm = typeSet('boolean_flag', 'numeric_metric', 'technical_attribute', 'person_attribute', 'unknown');
export const typesToBeNear: readonly SemanticTypeId[] = semanticTypes
  .map(({ id }) => id)
  .filter((id) => !ofForm.has(id));

let index: CloseIndex | undefined;

/** The phrases of all languages by their pieces; built when a name is first met that no phrase is in (0.4 s). */
export const knownPhrases = (): CloseIndex => (index ??= buildCloseIndex(headerLanguages, typesToBeNear));
