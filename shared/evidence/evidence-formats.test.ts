import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Certificate } from '#shared/certificate/certificate.ts';
import { dataPackage } from './data-package.ts';
import { certificateStatement, envelope, preAuthentication } from './in-toto.ts';
import { manifestText, pathFault, readOutCode, sameName } from './manifest.ts';
import { roCrate } from './ro-crate.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const made = {
  format: 'custos-certificate',
  formatVersion: 2,
  createdAt: '2026-11-29T09:00:00.000Z',
  operator: 'Ada',
  workspace: { id: 'w1', organisation: 'Example' },
  release: 'anonymised',
  label: 'anonymised',
  statement: 'Anonymised.',
  purpose: { id: 'p1', title: 'Segments' },
  inputs: [{ name: 'kunden äöü.csv', sha256: hash('in'), rows: 6, rejectedRows: 0, columns: 2 }],
  output: {
    name: 'Segmente 2026.csv',
    format: 'csv',
    sha256: hash('out'),
    bytes: 10,
    rows: 5,
    columns: [{ name: 'zip', treatment: 'generalised', sources: ['zip', 'city'] }],
  },
  rows: { in: 6, out: 5, suppressed: 1, excluded: [] },
  signature: { algorithm: 'Ed25519', publicKey: 'k', keyId: 'i', signature: 's' },
} as unknown as Certificate;

describe('a certificate as an in-toto Statement in a DSSE envelope', () => {
  it('encodes what is signed as the DSSE specification’s own example', () => {
    expect(preAuthentication('http://example.com/HelloWorld', 'hello world')).toBe(
      'DSSEv1 29 http://example.com/HelloWorld 11 hello world',
    );
    expect(preAuthentication('t', 'ä€😀')).toBe('DSSEv1 1 t 9 ä€😀');
  });

  it('is about the written file, leaves the certificate’s own signature out, and verifies', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const sealed = envelope(
      certificateStatement(made),
      (text) => Buffer.from(text).toString('base64'),
      (text) => ({ signature: sign(null, Buffer.from(text), privateKey).toString('base64'), keyId: 'i' }),
    );
    const text = Buffer.from(sealed.payload, 'base64').toString('utf8');
    const statement = JSON.parse(text) as Record<string, unknown>;
    expect(statement).toMatchObject({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: 'Segmente 2026.csv', digest: { sha256: hash('out') } }],
      predicate: { label: 'anonymised' },
    });
    expect(statement.predicate).not.toHaveProperty('signature');
    const bytes = Buffer.from(text);
    const signed = Buffer.concat([Buffer.from(`DSSEv1 28 application/vnd.in-toto+json ${bytes.length} `), bytes]);
    expect(verify(null, signed, publicKey, Buffer.from(sealed.signatures[0]!.sig, 'base64'))).toBe(true);
  });
});

const places = {
  releaseId: 'r1',
  path: 'Segmente 2026.csv',
  certificate: { path: 'Segmente 2026.csv.certificate.json', sha256: hash('c') },
  proof: 'Segmente 2026.csv.certificate.json.tlog-proof',
};

describe('a Frictionless Data Package', () => {
  it('describes a delimited file by its columns, bytes and hash', () => {
    expect(dataPackage(made, places)).toMatchObject({
      name: 'segmente-2026.csv',
      resources: [
        {
          path: 'Segmente 2026.csv',
          bytes: 10,
          hash: `sha256:${hash('out')}`,
          dialect: { delimiter: ',' },
          schema: { fields: [{ name: 'zip', type: 'string', description: 'generalised (from zip and city)' }] },
        },
      ],
    });
  });

  it('is not made of a workbook', () => {
    const workbook = { ...made, output: { ...made.output, format: 'xlsx' } } as Certificate;
    expect(dataPackage(workbook, places)).toBeNull();
  });
});

describe('an RO-Crate', () => {
  const crate = roCrate({
    organisation: 'Example',
    asOf: '2026-11-29T00:00:00.000Z',
    madeAt: '2026-11-29T00:00:00.000Z',
    program: '0.1.0',
    files: [{ path: '13 certificates/a&b.json', bytes: 3, sha256: hash('c'), mediaType: 'application/json' }],
    releases: [
      { path: '13 certificates/a&b.json', certificate: made },
      { path: '13 certificates/a&b.json', certificate: made },
    ],
  });
  const graph = crate['@graph'] as { '@id': string; '@type': string }[];

  it('names each thing once, refers to nothing that it does not describe, and encodes paths', () => {
    const ids = graph.map((entity) => entity['@id']);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('13%20certificates/a%26b.json');
    const referred = [...JSON.stringify(graph).matchAll(/\{"@id":"([^"]+)"\}/g)].map((found) => found[1]!);
    for (const id of referred) if (!id.startsWith('https://')) expect(ids).toContain(id);
  });

  it('says that the release came from its source', () => {
    expect(graph.find((entity) => entity['@type'] === 'CreateAction')).toMatchObject({
      object: { '@id': `#source-${hash('in')}` },
      result: { '@id': `#release-${hash('out')}` },
    });
  });
});

describe('names in a pack', () => {
  it('takes ordinary paths and refuses what leaves the folder or some system cannot have', () => {
    for (const path of ['a.txt', '01_register/register.pdf', 'Ü/é.json']) expect(pathFault(path)).toBeNull();
    for (const path of [
      '',
      '/a',
      '../a',
      'a/../b',
      'a//b',
      './a',
      'a\\b',
      'C:a',
      'a\0b',
      'con|',
      'a/ ',
      'a.',
      'x'.repeat(1001),
    ])
      expect(pathFault(path)).not.toBeNull();
    expect(sameName('É.TXT')).toBe(sameName('e\u0301.txt'));
  });

  it('writes a manifest one way, and a code that can be read out', () => {
    const value = {
      format: 'custos-evidence',
      formatVersion: 1,
      workspaceId: 'w1',
      organisation: 'Example',
      asOf: '2026-11-29T00:00:00.000Z',
      profile: 'authority',
      publicKey: 'k',
      log: { size: 0, root: hash('') },
      files: [],
    } as const;
    expect(manifestText({ ...value, files: [] })).toBe(manifestText(JSON.parse(manifestText({ ...value, files: [] }))));
    expect(readOutCode('4f2a91c0'.padEnd(64, '0'))).toBe('4F2A-91C0');
  });
});
