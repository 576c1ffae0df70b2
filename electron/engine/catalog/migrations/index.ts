import { register } from './0001-register.ts';
import { datasets } from './0002-datasets.ts';
import { releases } from './0003-releases.ts';
import { recipeFiles } from './0004-recipe-files.ts';
import { heldRecords } from './0005-held-records.ts';
import { operators } from './0006-operators.ts';
import { records } from './0007-records.ts';
import { recipeSittings } from './0008-recipe-sittings.ts';
import { consent } from './0009-consent.ts';
import { caseRecords } from './0010-case-records.ts';
import type { Migration } from './migration.ts';

/** Every migration, oldest first. */
export const migrations: readonly Migration[] = [
  register,
  datasets,
  releases,
  recipeFiles,
  heldRecords,
  operators,
  records,
  recipeSittings,
  consent,
  caseRecords,
];
export const schemaVersion = migrations.length;
