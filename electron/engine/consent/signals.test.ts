import { describe, expect, it } from 'vitest';
import { policyOn } from '#shared/policy/index.ts';
import { tcString } from '#test/support/tc-string.ts';
import { readGoogle } from './google-signals.ts';
import { consentRecords, readConsentRecord } from './iso-27560.ts';
import { readReceipt } from './kantara.ts';
import { normalisedKey, pseudonymiser, type Pseudonymise } from './person-key.ts';
import { readTcf } from './tcf.ts';

const asked = { purposes: [1, 3, 4], vendor: 755 };
const read = (text: string) => readTcf(text, asked, policyOn);

describe('a TC string', () => {
  it('gives consent where purposes and vendor are consented to and disclosed', () => {
    expect(read(tcString('2026-05-06'))).toEqual({ state: 'given', at: '2026-05-06T00:00:00Z' });
  });

  it.each([
    ['a purpose is missing', { purposes: [1, 3] }],
    ['the vendor is missing', { vendors: [20] }],
    ['the vendor was not disclosed', { disclosed: [20] }],
  ])('refuses where %s', (_name, over) => {
    expect(read(tcString('2026-05-06', over))).toMatchObject({ state: 'refused' });
  });

  it('needs the segment of disclosed vendors from 28 February 2026 on, and not before', () => {
    expect(read(tcString('2026-02-27', { disclosed: null }))).toMatchObject({ state: 'given' });
    expect(read(tcString('2026-02-28', { disclosed: null }))).toEqual({ unread: 'no-disclosed-vendors' });
  });

  it('reads the string of the specification as an independent program wrote it', () => {
    // Made on 24 April 2020, consents to no purpose of ours.
    expect(
      read(
        'COvFyGBOvFyGBAbAAAENAPCAAOAAAAAAAAAAAEEUACCKAAA.IFoEUQQgAIQwgIwQABAEAAAAOIAACAIAAAAQAIAgEA' +
          'ACEAAAAAgAQBAAAAAAAGBAAgAAAAAAAFAAECAAAgAAQARAEQAAAAAJAAIAAgAAAYQEAAAQmAgBC3ZAYzUw',
      ),
    ).toMatchObject({ state: 'refused' });
  });

  it.each([
    '',
    'yes',
    'C',
    'COvFyGBO',
    '!!!',
    'A'.repeat(5000),
    'CAAAA.....',
    `${tcString('2026-05-06').slice(0, 20)}`,
  ])('that is malformed says nothing (%#)', (text) => expect(read(text)).toEqual({ unread: 'malformed-tcf' }));
});

describe('Google consent signals', () => {
  const signals = (...values: (string | null)[]) =>
    readGoogle(
      new Map(['ad_user_data', 'ad_personalization', 'ad_storage'].map((name, at) => [name, values[at] ?? null])),
    );

  it('are given only where each is granted', () => {
    expect(signals('granted', 'GRANTED', 'granted')).toBe('given');
    expect(signals('granted', 'denied', 'granted')).toBe('refused');
    expect(signals('granted', '', 'granted')).toBe('unknown');
    expect(signals('granted', 'unspecified', 'granted')).toBe('unknown');
    expect(signals('', null, ' ')).toBeNull();
    // Storage alone says nothing about handing data over.
    expect(readGoogle(new Map([['ad_storage', 'granted']]))).toBe('unknown');
  });
});

const kantara = {
  version: 'KI-CR-v1.1.0',
  jurisdiction: 'DE',
  consentTimestamp: 1_746_518_400,
  collectionMethod: 'Web form',
  consentReceiptID: 'd5b0f8a0',
  piiPrincipalId: 'anna@example.com',
  services: [
    {
      service: 'Shop',
      purposes: [
        { purpose: 'P2', consentType: 'EXPLICIT', termination: '2027-01-31' },
        { purpose: 'P4', consentType: 'IMPLICIT', termination: 'when the account is closed' },
      ],
    },
  ],
};

describe('a Kantara receipt', () => {
  it('gives what was agreed to in words, and nothing that was only implied', () => {
    expect(readReceipt(kantara, 1)).toEqual({
      row: 1,
      unread: null,
      events: [
        {
          key: 'anna@example.com',
          purpose: 'P2',
          state: 'given',
          at: '2025-05-06T08:00:00Z',
          until: '2027-01-31',
          doubt: null,
        },
        {
          key: 'anna@example.com',
          purpose: 'P4',
          state: 'unknown',
          at: '2025-05-06T08:00:00Z',
          until: null,
          doubt: 'unreadable',
        },
      ],
    });
  });

  it.each([
    null,
    7,
    'x',
    [],
    {},
    { ...kantara, piiPrincipalId: '' },
    { ...kantara, services: 'all' },
    { ...kantara, version: '9' },
  ])('that is none says nothing (%#)', (value) =>
    expect(readReceipt(value, 3)).toMatchObject({ row: 3, events: [], unread: 'no-receipt' }),
  );
});

describe('a consent record of ISO/IEC TS 27560', () => {
  const dpv = 'https://w3id.org/dpv#';
  const dct = 'http://purl.org/dc/terms/';
  const document = {
    '@graph': [
      {
        '@id': 'urn:record:1',
        '@type': `${dpv}ConsentRecord`,
        [`${dpv}hasDataSubject`]: '96121fde',
        [`${dpv}hasPurpose`]: { '@type': `${dpv}Purpose`, [`${dct}title`]: { '@value': 'P2' } },
        [`${dct}hasPart`]: {
          '@type': [`${dpv}ConsentGiven`, `${dpv}ExplicitlyExpressedConsent`],
          [`${dct}date`]: { '@value': '2025-05-28T12:24:00' },
          [`${dpv}hasDuration`]: 63_072_000,
        },
        [`${dpv}hasPart`]: {
          '@type': `${dpv}ConsentWithdrawn`,
          [`${dct}date`]: { '@value': '2026-02-21T20:44:00Z' },
        },
      },
      { '@id': 'urn:other', '@type': `${dpv}DPIA` },
    ],
  };

  it('is read in the terms of DPV, with every event', () => {
    const [record, ...others] = consentRecords(document);
    expect(others).toEqual([]);
    const common = { key: '96121fde', purpose: 'P2', doubt: null };
    expect(readConsentRecord(record, 1).events.toSorted((a, b) => (a.state < b.state ? -1 : 1))).toEqual([
      { ...common, state: 'given', at: '2025-05-28T12:24:00Z', until: '2027-05-28' },
      { ...common, state: 'withdrawn', at: '2026-02-21T20:44:00Z', until: null },
    ]);
  });

  it('is read with the names of the standard', () => {
    const [record] = consentRecords({
      record_id: 'r1',
      pii_principal_id: '42',
      purpose: ['P2', 'P4'],
      events: [{ event_time: '2026-01-02', event_state: 'given', validity_duration: 'P1Y' }],
    });
    expect(readConsentRecord(record, 1).events.map(({ purpose, until }) => [purpose, until])).toEqual([
      ['P2', '2027-01-02'],
      ['P4', '2027-01-02'],
    ]);
  });

  it('with a status alone has an event without a date, and without a person or events says nothing', () => {
    const bare = {
      '@type': 'dpv:ConsentRecord',
      'dpv:hasDataSubject': '42',
      'dpv:hasConsentStatus': 'dpv:ConsentGiven',
    };
    expect(readConsentRecord(bare, 1).events).toMatchObject([{ state: 'given', at: null }]);
    expect(readConsentRecord({ '@type': 'dpv:ConsentRecord' }, 2).unread).toBe('no-person');
    expect(readConsentRecord({ 'dpv:hasDataSubject': '42' }, 2).unread).toBe('no-record');
    expect(consentRecords({ a: 1 })).toEqual([]);
  });
});

describe('how people are named', () => {
  it('is the same for every spelling of one, and another under every key', () => {
    expect(normalisedKey('email', ' Anna@Example.COM ')).toBe('anna@example.com');
    expect(normalisedKey('phone', '00 49 (30) 123-45')).toBe(normalisedKey('phone', '+493012345'));
    expect([normalisedKey('id', ' '), normalisedKey('id', null), normalisedKey('id', 'x'.repeat(600))]).toEqual([
      null,
      null,
      null,
    ]);
    const [one, other] = [new Uint8Array(32).fill(2), new Uint8Array(32).fill(1)].map(pseudonymiser) as [
      Pseudonymise,
      Pseudonymise,
    ];
    expect(one('id', '42')).toMatch(/^[0-9a-f]{64}$/);
    expect(one('id', '42')).not.toBe(other('id', '42'));
    expect(one('id', '42')).not.toBe(one('phone', '42'));
  });
});
