import { expect, it } from 'vitest';
import { certificatePage } from './certificate-page.ts';
import type { Certificate } from './certificate.ts';

const hash = 'a'.repeat(64);
const column = (name: string) => ({ name, treatment: 'kept', sources: [name] });
const made = (columns: string[]): Certificate =>
  ({
    format: 'custos-certificate',
    formatVersion: 1,
    createdAt: '2026-11-01T10:00:00.000Z',
    operator: 'Ada',
    workspace: { id: 'w', organisation: 'Acme' },
    release: 'pseudonymised',
    label: 'pseudonymised',
    statement: 'What is vouched for.',
    purpose: null,
    inputs: [],
    recipe: {
      format: 'custos-recipe',
      formatVersion: 1,
      purpose: 'P1',
      release: 'pseudonymised',
      referenceDate: '2026-11-01',
      target: { k: 5, suppression: 0.05 },
      steps: [],
    },
    referenceDate: '2026-11-01',
    planHash: hash,
    rowOrder: 'shuffled',
    output: { name: 'out.csv', format: 'csv', sha256: hash, bytes: 10, rows: 9, columns: columns.map(column) },
    rows: { in: 10, out: 9, suppressed: 1, excluded: [] },
    measured: {
      quasiIdentifiers: ['city'],
      counts: 'rows',
      k: 5,
      uniqueRows: 0,
      classes: 1,
      targetK: 5,
      suppressionLimit: '0.05',
      suppressedShare: '0.1',
    },
    models: [],
    disclosureTests: [],
    failedCasts: [],
    guardrails: [],
    versions: {},
    signature: null,
  }) as unknown as Certificate;
const page = (columns: string[], signatureValid = true) =>
  certificatePage(made(columns), { label: 'pseudonymised, still personal data', signatureValid });

it('says what it may be called, of how many rows, and numbers the rows of its tables', () => {
  const text = page(['city', 'age', 'visits']);
  for (const said of [
    'pseudonymised, still personal data',
    'What is vouched for.',
    '9 of 10 rows',
    '1 of 3',
    '3 of 3',
    'Acme',
  ])
    expect(text).toContain(said);
});

it('takes a name for text: no markup, no sign that turns the direction or is not seen', () => {
  const text = page(['<img src=x onerror=alert(1)>', '\u202eliame', 'a\u0000b\u200bc', '"q" & \'q\'']);
  expect(text).not.toContain('<img');
  expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;');
  for (const sign of ['\u0000', '\u200b', '\u202e']) expect(text).not.toContain(sign);
  expect(text).toContain('⟪U+202E⟫liame');
  expect(text).not.toMatch(/<script|https?:|src=["']/);
});

it('does not pass a broken signature over', () => {
  const signed = {
    ...made(['a']),
    signature: { algorithm: 'Ed25519', publicKey: 'k', keyId: 'id', signature: 's' },
  } as Certificate;
  expect(certificatePage(signed, { label: 'x', signatureValid: false })).toContain('DOES NOT FIT');
  expect(certificatePage(signed, { label: 'x', signatureValid: true })).not.toContain('DOES NOT FIT');
});
