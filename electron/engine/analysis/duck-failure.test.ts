import { describe, expect, it } from 'vitest';
import { duckFailure, type ReadFile } from './duck-failure.ts';

const reads: ReadFile = { fileName: 'kunden.parquet', unreadable: (file) => `“${file}” is damaged; get it again.` };

describe('what the data engine says of a file from outside', () => {
  it.each([
    'Invalid Input Error: Failed to read file "…/olga/kunden.parquet": Snappy decompression failure',
    'Invalid Error: Out of buffer',
    'IO Error: Could not read enough bytes',
    'Conversion Error: Could not convert string "olga@example.org" to INT32',
    'Out of Range Error: Overflow',
    'Not implemented Error: Unsupported codec',
    'Serialization Error: no more data',
    'INTERNAL Error: Attempted to access index 3 within vector of size 3',
    'TProtocolException: Invalid data',
  ])('%s: names the file, says what to do and quotes nothing', (message) => {
    expect(duckFailure(new Error(message), reads)).toMatchObject({
      code: 'FILE_DAMAGED',
      message: '“kunden.parquet” is damaged; get it again.',
      cause: undefined,
    });
  });

  it('names the file where memory is short', () => {
    expect(
      duckFailure(
        new Error('Out of Memory Error: could not allocate block of size 256.0 KiB (1.0 GiB/1.0 GiB used)'),
        reads,
      ),
    ).toMatchObject({ code: 'FILE_DAMAGED', message: expect.stringContaining('“kunden.parquet” needs more memory') });
  });

  it('blames no file for a statement of ours, a full disk or a Cancel', () => {
    expect(duckFailure(new Error('Binder Error: Referenced column "x" not found'), reads).code).toBe('INTERNAL');
    expect(duckFailure(new Error('Parser Error: syntax error at or near "olga"'), reads)).toMatchObject({
      code: 'INTERNAL',
      message: expect.not.stringContaining('olga'),
    });
    expect(duckFailure(new Error('IO Error: No space left on device'), reads).code).toBe('DISK_FULL');
    expect(duckFailure(new Error('IO Error: Could not write file "a": File too large'), reads).code).toBe('DISK_FULL');
    expect(duckFailure(new Error('INTERRUPT Error: Interrupted!'), reads).code).toBe('JOB_CANCELLED');
    expect(duckFailure(new Error('Invalid Error: Out of buffer'), undefined)).toMatchObject({
      code: 'INTERNAL',
      message: expect.stringContaining('Out of buffer'),
    });
  });
});
