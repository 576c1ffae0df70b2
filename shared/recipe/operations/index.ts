import type { Operation } from '../operation.ts';
import { ageBands } from './age-bands.ts';
import { dropColumns } from './drop-columns.ts';
import { keyedHash } from './keyed-hash.ts';
import { suppressSmallClasses } from './suppress-small-classes.ts';
import { zipPrefix } from './zip-prefix.ts';

/** The one list of operations. */
export const operations = [dropColumns, keyedHash, ageBands, zipPrefix, suppressSmallClasses] as const;

const byId = new Map<string, Operation>(operations.map((operation) => [operation.id, operation as unknown as Operation]));

/** The operation of that id, or undefined for one this version does not know. Its settings must have gone through its schema. */
export const findOperation = (id: string): Operation | undefined => byId.get(id);
