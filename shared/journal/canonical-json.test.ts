import { describe, expect, it } from 'vitest';
import { registerCrypto as crypto } from '#engine/keys/register-crypto.ts';
import { canonicalJson, foreignPart } from './canonical-json.ts';
import { leafText } from './log-entry.ts';

describe('canonical JSON', () => {
  it('is one text for one meaning, whatever the order of the fields', () => {
    expect(canonicalJson({ b: [1, null], a: { d: true, c: 'x' } })).toBe('{"a":{"c":"x","d":true},"b":[1,null]}');
    expect(canonicalJson(JSON.parse('{"n":1.0}'))).toBe(canonicalJson({ n: 1 }));
  });

  it('keeps composed and decomposed texts apart', () => {
    expect(canonicalJson('é'.normalize('NFC'))).not.toBe(canonicalJson('é'.normalize('NFD')));
  });

  it.each([
    [{ a: 0.5 }, 'payload.a'],
    [{ a: [1, Number.NaN] }, 'payload.a[1]'],
    [{ a: '\ud800' }, 'payload.a'],
    [{ a: new Date(0) }, 'payload.a'],
    [{ a: -0 }, 'payload.a'],
    [{ a: 2 ** 53 }, 'payload.a'],
    [{ a: 1n }, 'payload.a'],
  ])('names where %o leaves the register’s types', (value, path) => {
    expect(foreignPart(value)).toContain(path);
  });

  it('is what lies under an entry’s hash', () => {
    const entry = {
      seq: 2,
      prev_hash: 'ab',
      ts: '2026-01-05T09:00:03.000Z',
      kind: 'x.y',
      actor: 'Zoë "Z" \u2028 Öz\n',
      subject_ref: 's',
      payload: '{"a":"\\u0001"}',
      clock: '2026-01-05T08:00:00.000Z',
    };
    expect(leafText(entry)).toBe(canonicalJson(entry));
    expect(crypto.leafHash('')).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
  });
});
