import type { SemanticType } from '#shared/semantic-types/semantic-type.ts';
import { recordFamily } from './record-family.ts';

/** Every technical or other type (taxonomy 6g). */
export const technicalTypes: readonly SemanticType[] = [...recordFamily];
