import { describe, expect, it } from 'vitest';
import { registerDocument } from '#shared/register/document/register-document.ts';
import { registerPage } from '#shared/register/document/register-page.ts';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import { engineEnvironment } from '#engine/engine-environment.ts';
import { printPdf } from '#engine/register-files/print-pdf.ts';
import { fullActivity, recordFrom, sampleSnapshot } from '#test/support/sample-register.ts';

const generated = (): RecordVersion =>
  recordFrom(
    'activity',
    'pa8',
    { name: 'Newsletter <b>bold</b>', role: 'controller', owner: 'QRX team', dataSubjects: ['subscribers'] },
    { origin: { from: 'log', entry: 7 } },
  );
const names = new Map<string, string>();
const hashes = new Map([[7, 'c0ffee'.repeat(10)]]);
const document = () => registerDocument(sampleSnapshot([generated()]), hashes, names);
const textOf = (page: string): string => page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

describe('a register as a page', () => {
  const page = registerPage(document());
  const said = textOf(page);

  it('needs nothing else: no script, no address, no picture', () => {
    expect(page).not.toMatch(/<script|<img|<link|src=|href=|url\(/);
    expect(page).toContain("default-src 'none'");
  });

  it('holds what activities refer to, not only where it is', () => {
    expect(said).toContain('PU-001 Recommend what customers may buy next (Consent (Art. 6(1)(a)))');
    expect(said).toContain('RC-001 Post &amp; Parcel (North)');
    expect(said).toContain('3 years 6 months');
  });

  it('says what is not stated, what does not apply, who must answer, and what there is none of', () => {
    expect(said).toContain('Data GDPR Art. 30(1)(c) not stated');
    expect(said).toContain('does not apply: nothing leaves');
    expect(said).toContain('not known, Finance must answer: asked in October');
    expect(said).toContain('none: kept in house');
  });

  it('marks a draft in words, and counts rows as n of m', () => {
    expect(said).toContain('DRAFT: draft');
    expect(said).toContain(`1 record of ${sampleSnapshot([generated()]).records.length} is not approved`);
    expect(said).toContain('4 of 4');
  });

  it('marks a statement of the log and names the entry with its hash', () => {
    expect(page).toMatch(/Subscribers<\/bdi> <sup>◇1<\/sup>/);
    expect(said).toContain(`◇1 7 ${'c0ffee'.repeat(10)}`);
  });

  it('explains abbreviations and names those nobody explains', () => {
    expect(said).toContain('SCC standard contractual clauses');
    expect(said).toContain('without saying what they stand for: QRX');
  });

  it('never takes a text for markup', () => {
    expect(page).not.toContain('<b>bold');
    expect(said).toContain('Newsletter &lt;b&gt;bold&lt;/b&gt;');
  });

  it('of a register of which all is approved has no mark', () => {
    const snapshot = sampleSnapshot();
    snapshot.records = snapshot.records.filter(({ state }) => state === 'approved');
    expect(registerPage(registerDocument(snapshot, new Map(), names)).replace(/<style>.*<\/style>/s, '')).not.toContain(
      'DRAFT',
    );
  });
});

describe('a register as PDF', () => {
  const { resourcesDirectory } = engineEnvironment();

  it('is the same bytes for the same register, on several pages', async () => {
    const [one, other] = [
      await printPdf(document(), '2026-11-05', resourcesDirectory),
      await printPdf(document(), '2026-11-05', resourcesDirectory),
    ];
    expect(one.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(one.bytes.equals(other.bytes)).toBe(true);
    expect(one.bytes.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(3);
    expect(one.missing).toEqual([]);
  });

  it('says which signs its font does not have', async () => {
    const snapshot = sampleSnapshot([fullActivity('pa7', '顧客 данные ελληνικά عربي')]);
    const { missing } = await printPdf(registerDocument(snapshot, new Map(), names), '2026-11-05', resourcesDirectory);
    expect(missing).toEqual(['顧', '客']);
  });
});
