import { createHash } from 'node:crypto';
import { Failure } from '#shared/contract/failure.ts';
import { consentText as text } from '#shared/text/engine/consent.ts';
import { checkFile } from '../intake/check-file.ts';
import { readBounded } from '../machine/read-bounded.ts';
import { consentRecords, readConsentRecord } from './iso-27560.ts';
import { readReceipt } from './kantara.ts';
import type { ReadPlace } from './read-event.ts';

const most = 64 * 1024 * 1024;

/** A file of receipts or records: its name, its hash and what each of them says. */
export interface ReadDocuments {
  fileName: string;
  sha256: string;
  places: ReadPlace[];
}

/** A JSON text: one value, a list of values, or a value on every line. */
function valuesOf(content: string, fileName: string): unknown[] {
  try {
    const value: unknown = JSON.parse(content);
    return Array.isArray(value) ? value : [value];
  } catch {
    const lines = content.split('\n').filter((line) => line.trim() !== '');
    // A line that is no JSON is a place that says nothing; where none is, the file is no JSON.
    const values = lines.map((line): unknown => {
      try {
        return JSON.parse(line);
      } catch {
        return undefined;
      }
    });
    if (values.every((value) => value === undefined)) throw new Failure('FORMAT_UNKNOWN', text.noJson(fileName));
    return values;
  }
}

/**
 * Reads a file of consent receipts (Kantara) or consent records (ISO/IEC TS 27560), bounded in size.
 * @throws Failure FILE_MISSING, FILE_UNREADABLE, FORMAT_UNKNOWN
 */
export async function readDocuments(path: string, form: 'kantara' | 'iso-27560'): Promise<ReadDocuments> {
  const { fileName, bytes: size } = await checkFile(path);
  if (size > most) throw new Failure('FILE_UNREADABLE', text.tooLarge(fileName));
  const bytes = await readBounded(path, most);
  const values = valuesOf(bytes.toString('utf8').replace(/^\uFEFF/, ''), fileName);
  const found = form === 'kantara' ? values : values.flatMap((value) => orItself(consentRecords(value), value));
  const places = found.map((value, at) => (form === 'kantara' ? readReceipt : readConsentRecord)(value, at + 1));
  return { fileName, sha256: createHash('sha256').update(bytes).digest('hex'), places };
}

/** What is no record is told as one that says nothing. */
const orItself = (records: unknown[], value: unknown): unknown[] => (records.length === 0 ? [value] : records);
