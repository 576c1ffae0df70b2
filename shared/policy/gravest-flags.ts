import type { ColumnFlag } from '#shared/domain/column-class.ts';
import { specialFlags } from './index.ts';

/** Flags of GDPR Art. 9 and 10 and of the ethics rules that may stop a release: drawn stronger. */
export const gravestFlags: ReadonlySet<ColumnFlag> = new Set([
  ...specialFlags,
  'credentials',
  'minor_age',
  'free_text_pii',
]);
