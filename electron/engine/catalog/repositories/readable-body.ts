import type { z } from 'zod';
import { datasetSummary } from '#shared/contract/datasets.ts';
import { releaseSummary } from '#shared/contract/releases.ts';
import { consentBatch } from '#shared/domain/consent.ts';
import { classification, decision } from '#shared/domain/finding.ts';
import { purpose } from '#shared/domain/purpose.ts';
import type { BodyTable } from '../body-tables.ts';
import { sealedCase } from './cases.ts';
import { readBody } from './documents.ts';
import { readRecordBody } from './record-body.ts';

const schemas: Record<Exclude<BodyTable, 'record_version' | 'record_draft'>, z.ZodType> = {
  dataset: datasetSummary,
  classification,
  decision,
  release: releaseSummary,
  purpose,
  consent_batch: consentBatch,
  case_record: sealedCase,
};

/** What was found of bodies before, by the record's hash: verification looks at all of them again and again. */
const known = new Map<string, boolean>();
const mostKnown = 20_000;

/** Whether this program can read a stored body: of a version that it knows, and of the form that it goes by. */
export function isReadable(
  table: BodyTable,
  { key, body, bodyVersion, sha256 }: { key: readonly string[]; body: string; bodyVersion: number; sha256: string },
): boolean {
  const before = known.get(sha256);
  if (before !== undefined) return before;
  const readable =
    table === 'record_version' || table === 'record_draft'
      ? typeof readRecordBody(key[0] ?? '', body, bodyVersion) !== 'string'
      : readBody(schemas[table], { body, body_version: bodyVersion }) !== null;
  if (known.size >= mostKnown) known.clear();
  known.set(sha256, readable);
  return readable;
}
