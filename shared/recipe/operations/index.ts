import type { Operation } from '../operation.ts';
import { addNoise } from './add-noise.ts';
import { ageBands } from './age-bands.ts';
import { coordinateGrid } from './coordinate-grid.ts';
import { countRows } from './count-rows.ts';
import { dropColumns } from './drop-columns.ts';
import { encryptFormat } from './encrypt-format.ts';
import { groupRows } from './group-rows.ts';
import { keepRows } from './keep-rows.ts';
import { keyedHash } from './keyed-hash.ts';
import { mapCategories } from './map-categories.ts';
import { maskCharacters } from './mask-characters.ts';
import { namePlaces } from './name-places.ts';
import { narrowTables } from './narrow-tables.ts';
import { numericBins } from './numeric-bins.ts';
import { platformHash } from './platform-hash.ts';
import { pram } from './pram.ts';
import { redact } from './redact.ts';
import { replaceConsistently } from './replace-consistently.ts';
import { roundNumber } from './round-number.ts';
import { sampleRows } from './sample-rows.ts';
import { shiftDates } from './shift-dates.ts';
import { suppressSmallClasses } from './suppress-small-classes.ts';
import { swapRanks } from './swap-ranks.ts';
import { synthesise } from './synthesise.ts';
import { tokenise } from './tokenise.ts';
import { topBottomCode } from './top-bottom-code.ts';
import { truncateDate } from './truncate-date.ts';
import { truncateIp } from './truncate-ip.ts';
import { zipPrefix } from './zip-prefix.ts';

/** The one list of operations, in the order in which a person is offered them. */
export const operations = [
  dropColumns,
  redact,
  maskCharacters,
  keyedHash,
  tokenise,
  replaceConsistently,
  encryptFormat,
  platformHash,
  ageBands,
  numericBins,
  roundNumber,
  topBottomCode,
  truncateDate,
  shiftDates,
  zipPrefix,
  coordinateGrid,
  namePlaces,
  truncateIp,
  mapCategories,
  keepRows,
  sampleRows,
  addNoise,
  swapRanks,
  pram,
  groupRows,
  countRows,
  narrowTables,
  synthesise,
  suppressSmallClasses,
] as const;

/** Every id there is. A recipe may hold others: steps of a later version. */
export type OperationId = (typeof operations)[number]['id'];

const byId = new Map<string, Operation<object, OperationId>>(
  operations.map((operation) => [operation.id, operation as unknown as Operation<object, OperationId>]),
);

/**
 * The operation of that id, or undefined for one this version does not know. Its settings must have gone through its
 * schema.
 */
export const findOperation = (id: string): Operation<object, OperationId> | undefined => byId.get(id);
