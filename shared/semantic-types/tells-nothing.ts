import { personAttribute } from './linkable/person-attribute.ts';
import { shapeFamily } from './technical/shape-family.ts';

const untold: ReadonlySet<string> = new Set([...shapeFamily.map(({ id }) => id), personAttribute.id]);

/**
 * Whether a type says nothing of what a column is about: what its values look like, or that they are left over in a
 * table of people. Its label is a word of ours, and a person who reads it learns less than from the column's name.
 */
export const tellsNothing = (type: string): boolean => untold.has(type);
