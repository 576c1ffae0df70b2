import type { SemanticType } from '#shared/semantic-types/semantic-type.ts';
import { businessFamily } from './business-family.ts';
import { measureFamily } from './measure-family.ts';
import { recordFamily } from './record-family.ts';
import { shapeFamily } from './shape-family.ts';
import { systemFamily } from './system-family.ts';

/** Every technical or other type (taxonomy 6g). */
export const technicalTypes: readonly SemanticType[] = [...recordFamily, ...systemFamily, ...measureFamily, ...businessFamily, ...shapeFamily];
