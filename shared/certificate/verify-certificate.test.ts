import { describe, expect, it } from 'vitest';
import { signedText, type Certificate } from './certificate.ts';
import { verifyCertificate } from './verify-certificate.ts';

const hash = 'a'.repeat(64);
const body: Omit<Certificate, 'signature'> = {
  format: 'custos-certificate',
  formatVersion: 1,
  createdAt: '2026-11-23T15:00:00.000Z',
  operator: 'Ada',
  workspace: { id: 'w1', organisation: 'Example' },
  release: 'anonymised',
  label: 'anonymised',
  statement: 'Anonymised.',
  purpose: { id: 'p1', title: 'Segments' },
  inputs: [{ name: 'in.csv', sha256: hash, rows: 6, rejectedRows: 0, columns: 2 }],
  recipe: {
    format: 'custos-recipe',
    formatVersion: 1,
    purpose: 'p1',
    release: 'anonymised',
    referenceDate: '2026-11-23',
    target: { k: 2, suppression: 0.05 },
    steps: [{ op: 'drop-columns', version: 1, settings: { columns: ['email'] }, reason: '', enabled: true }],
  },
  referenceDate: '2026-11-23',
  planHash: hash,
  rowOrder: 'shuffled',
  output: {
    name: 'out.csv',
    format: 'csv',
    sha256: hash,
    bytes: 10,
    rows: 5,
    columns: [{ name: 'zip', treatment: 'generalised', sources: ['zip'] }],
  },
  rows: { in: 6, out: 5, suppressed: 1, excluded: [] },
  measured: {
    quasiIdentifiers: ['zip'],
    counts: 'rows',
    k: 2,
    uniqueRows: 0,
    classes: 2,
    targetK: 2,
    suppressionLimit: '0.05',
    suppressedShare: '0.166667',
  },
  models: [],
  disclosureTests: [],
  failedCasts: [],
  guardrails: [],
  versions: { app: '0.1.0' },
};
/** Stands for a signature: whoever has the same text gets the same. */
const mark = (text: string): string => `signed:${text}`;
const signed = {
  ...body,
  signature: { algorithm: 'Ed25519', publicKey: 'key', keyId: 'id', signature: mark(signedText(body)) },
};
const tools = {
  verify: (_key: string, text: string, signature: string) => signature === mark(text),
  outputSha256: hash,
};

describe('verifyCertificate', () => {
  it('accepts what was signed, however the JSON is laid out', () => {
    const shuffled = JSON.parse(
      JSON.stringify(Object.fromEntries(Object.entries(signed).reverse()), null, 4),
    ) as unknown;
    expect(verifyCertificate(shuffled, tools)).toMatchObject({
      ok: true,
      signature: 'valid',
      outputMatches: true,
      problems: [],
    });
  });

  it.each([
    ['another k', { measured: { ...body.measured, k: 50 } }],
    ['another label', { label: 'pseudonymised' }],
    ['a step more', { recipe: { ...body.recipe, steps: [] } }],
    ['another output', { output: { ...body.output, sha256: 'b'.repeat(64) } }],
    [
      'a step without its default',
      { recipe: { ...body.recipe, steps: [{ op: 'drop-columns', version: 1, settings: { columns: ['email'] } }] } },
    ],
  ])('notices %s', (_name, change) => {
    expect(verifyCertificate({ ...signed, ...change }, tools)).toMatchObject({ ok: false, signature: 'invalid' });
  });

  it('reads what an earlier version wrote and signed, and asks a newer one for all it has to say', () => {
    expect(verifyCertificate(signed, tools)).toMatchObject({
      ok: true,
      certificate: { formatVersion: 1, measured: { k: 2 } },
    });
    const outsider = { uniqueAllColumns: 3, relinkable: '0.6', earlierReleases: null };
    const { signature: _old, ...newer } = { ...signed, formatVersion: 2, outsider };
    expect(
      verifyCertificate({ ...newer, signature: { ...signed.signature, signature: mark(signedText(newer)) } }, tools),
    ).toMatchObject({ ok: true, certificate: { outsider } });
    expect(verifyCertificate({ ...signed, formatVersion: 2 }, tools)).toMatchObject({ ok: false, certificate: null });
  });

  it('vouches for who overrode a block and why, beside answers from before there were overrides', () => {
    const older = { id: 'G3', verdict: 'warn', columns: [], message: 'm', evidence: '', fix: 'f' };
    const overridden = { by: 'Ada', role: 'approver', reason: 'one campaign', at: '2026-11-23T15:00:00.000Z' };
    const block = { ...older, id: 'E1', verdict: 'block', overridable: true, overridableBy: 'approver', overridden };
    const made = { ...body, guardrails: [older, block] };
    const signature = { ...signed.signature, signature: mark(signedText(made)) };
    const check = verifyCertificate({ ...made, signature }, tools);
    expect(check).toMatchObject({ ok: true, certificate: { guardrails: [older, block] } });
    const denied = { ...block, overridden: { ...overridden, by: 'Bo' } };
    expect(verifyCertificate({ ...made, guardrails: [older, denied], signature }, tools)).toMatchObject({
      ok: false,
      signature: 'invalid',
    });
  });

  it('reads a recipe of format 2 in it as one of format 1', () => {
    const target = { models: [{ model: 'k-anonymity', settings: { k: 2 } }], suppression: 0.05 };
    const recipe = { ...body.recipe, formatVersion: 2, target, roles: [{ column: 'city', role: 'could-be-known' }] };
    const made = { ...body, recipe };
    const signature = { ...signed.signature, signature: mark(signedText(made)) };
    expect(verifyCertificate({ ...made, signature }, tools)).toMatchObject({
      ok: true,
      certificate: { recipe: { roles: [{ column: 'city', role: 'could-be-known' }] } },
    });
  });

  it('tells a changed file, a missing file, another key and no signature apart', () => {
    expect(verifyCertificate(signed, { ...tools, outputSha256: 'c'.repeat(64) })).toMatchObject({
      ok: false,
      signature: 'valid',
      outputMatches: false,
    });
    expect(verifyCertificate(signed, { ...tools, outputSha256: null })).toMatchObject({
      ok: true,
      outputMatches: null,
    });
    expect(verifyCertificate(signed, { ...tools, trustedPublicKey: 'other' })).toMatchObject({
      ok: false,
      signature: 'invalid',
    });
    expect(verifyCertificate({ ...body, signature: null }, tools)).toMatchObject({
      ok: false,
      signature: 'unsigned',
      problems: [expect.stringContaining('not signed')],
    });
  });

  it.each([[null], ['text'], [[]], [{}], [{ ...signed, extra: 1 }], [{ ...signed, planHash: 'x' }]])(
    'refuses %j as no certificate',
    (value) => {
      expect(verifyCertificate(value, tools)).toMatchObject({
        ok: false,
        certificate: null,
        problems: [expect.stringContaining('no Custos certificate')],
      });
    },
  );

  it('says when it is too old to read one', () => {
    for (const newer of [{ formatVersion: 3 }, { recipe: { ...body.recipe, formatVersion: 3 } }])
      expect(verifyCertificate({ ...signed, ...newer }, tools).problems).toEqual([
        expect.stringContaining('newer version'),
      ]);
  });
});
