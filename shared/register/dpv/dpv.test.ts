import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { statementsIn, statementsOfImport } from '#test/support/register-statements.ts';
import { byPerson, recordFrom, sampleSnapshot } from '#test/support/sample-register.ts';
import { refusalTerms, untoldTerms } from '#shared/domain/justification-terms.ts';
import { readDpv } from './read-dpv.ts';
import { writeDpv } from './write-dpv.ts';

const terms = JSON.parse(
  readFileSync(new URL('../../../resources/dpv/terms-2.3.json', import.meta.url), 'utf8'),
) as Record<string, { iri: string }>;

const readBack = (text: string) => {
  const read = readDpv(text, byPerson);
  if (typeof read === 'string' || !('records' in read)) throw new Error(JSON.stringify(read));
  return read;
};
const withContext = (context: unknown): string => {
  const { '@graph': graph } = JSON.parse(writeDpv(sampleSnapshot()).text) as { '@graph': unknown };
  return JSON.stringify({ '@context': context, '@graph': graph });
};

describe('a register in DPV 2.3', () => {
  it('says again what the vocabulary has terms for, and names the rest', () => {
    const snapshot = sampleSnapshot();
    const { text, leftOut } = writeDpv(snapshot);
    const { records, rows } = readBack(text);
    expect(rows.flatMap(({ notMapped }) => notMapped)).toEqual([]);
    expect(statementsOfImport(records)).toEqual(statementsIn(snapshot, () => true, leftOut));
    expect(leftOut.map(({ kind, path }) => `${kind}.${path}`)).toEqual(
      expect.arrayContaining(['retention.startEvent', 'recipient.contract', 'activity.owner']),
    );
    // An answer without a value has no term.
    expect(leftOut.find(({ path }) => path === 'recipients')?.refs).toEqual(['PA-003']);
  });

  it('is JSON-LD that others expand without a network, and every term of it is one of the vocabulary', async () => {
    const document = JSON.parse(writeDpv(sampleSnapshot()).text) as jsonld.JsonLdDocument;
    const refuse = (url: string): never => {
      throw new Error(`asked for ${url}`);
    };
    const quads = await jsonld.toRDF(document, { documentLoader: refuse, format: 'application/n-quads' });
    const iris = new Set([...String(quads).matchAll(/<(https:\/\/w3id\.org\/dpv[^>]*)>/g)].map(([, iri]) => iri));
    const known = new Set(Object.values(terms).map(({ iri }) => iri));
    const others = [...iris].filter((iri) => iri !== undefined && !known.has(iri));
    expect(others.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([
      'https://w3id.org/dpv/2.3',
      ...['CH', 'DE', 'IE', 'US'].map((code) => `https://w3id.org/dpv/loc#${code}`),
    ]);
    expect(String(quads)).toContain('https://w3id.org/dpv/legal/eu/gdpr#A6-1-a');
    expect(String(quads)).toContain('"P3Y6M"^^<http://www.w3.org/2001/XMLSchema#duration>');
  });

  it('is the same bytes for the same register', () => {
    expect(writeDpv(sampleSnapshot()).text).toBe(writeDpv(sampleSnapshot()).text);
  });

  it('says of each record which version in which state it is', () => {
    expect(writeDpv(sampleSnapshot()).text).toContain('"versionInfo": "1 draft"');
  });
});

describe('a DPV file of somebody else', () => {
  it.each([
    ['by name', 'https://example.invalid/context.jsonld', 'https://example.invalid/context.jsonld'],
    ['in a list', ['https://w3id.org/dpv'], 'https://w3id.org/dpv'],
    ['with a name of its own', { dpv: 'https://example.invalid/#' }, ''],
  ])('with another context %s is refused and names it', (_how, context, named) => {
    expect(readDpv(withContext(context), byPerson)).toEqual({ context: named });
  });

  it('that is no JSON, or has no graph, or no activity, is refused', () => {
    expect(readDpv('{', byPerson)).toBe('no-json');
    expect(readDpv('[]', byPerson)).toBe('no-graph');
    const { '@context': context } = JSON.parse(withContext(1) && writeDpv(sampleSnapshot()).text) as {
      '@context': object;
    };
    expect(readDpv(JSON.stringify({ '@context': context, '@graph': 'x' }), byPerson)).toBe('no-graph');
    expect(readDpv(JSON.stringify({ '@context': context, '@graph': [] }), byPerson)).toBe('no-activities');
  });

  it('with properties that the register has no place for: they are in the report', () => {
    const file = JSON.parse(writeDpv(sampleSnapshot([recordFrom('system', 'sy9', { name: 'Unused' })])).text) as {
      '@graph': Record<string, unknown>[];
    };
    const [activity] = file['@graph'].filter((node) => node['title'] === 'Recommendations');
    Object.assign(activity ?? {}, { hasRisk: 'dpv:Risk', hasConsequence: ['one'] });
    const { rows } = readBack(JSON.stringify(file));
    expect(rows.find(({ activity: name }) => name === 'Recommendations')?.notMapped).toEqual([
      { column: 'hasRisk', text: 'dpv:Risk', why: 'no-column' },
      { column: 'hasConsequence', text: '["one"]', why: 'no-column' },
    ]);
  });
});

describe('grounds on which something is refused, or people are not told', () => {
  it('have the terms of the vocabulary, with its IRIs', () => {
    for (const { term, iri } of [...Object.values(refusalTerms), ...Object.values(untoldTerms)])
      expect(terms[term], term).toMatchObject({ iri });
  });

  it('say where the vocabulary has none of its own', () => {
    const without = Object.entries(refusalTerms).flatMap(([ground, { exact }]) => (exact ? [] : [ground]));
    expect(without).toEqual(['nothing-found', 'archiving', 'accuracy-shown', 'not-portable', 'contract-or-law']);
  });
});
