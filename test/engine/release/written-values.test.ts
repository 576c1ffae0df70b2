import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { runRelease } from '#engine/release/run-release.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import type { RecipeFormat1 } from '#shared/domain/recipe-format-1.ts';
import { finding } from '#test/support/finding.ts';
import { recipeOf, releaseInput, testFolders } from './release-fixture.ts';

let folders: ReturnType<typeof testFolders>;
beforeEach(() => (folders = testFolders()));
afterEach(() => folders.remove());

const rows = Array.from({ length: 40 }, (_, at) => at);
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** What becomes of a file whose second column has these values, under a type that says nothing of them. */
async function outcome(
  values: readonly string[],
  over: Partial<RecipeFormat1> = {},
  type: SemanticTypeId = 'product_category',
): Promise<{ written: string | null; said: string; e3: string }> {
  const text = `plan,thing\n${values.map((value, at) => `${at % 2 ? 'basic' : 'pro'},${quoted(value)}`).join('\n')}\n`;
  const input = await releaseInput(folders, text, {
    recipe: recipeOf([], { target: { k: 1, suppression: 1 }, ...over }),
    findings: [finding('plan', 'contract_type'), finding('thing', type)],
    force: true,
  });
  try {
    await runRelease(input);
    return { written: readFileSync(input.outputPath, 'utf8'), said: '', e3: 'pass' };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return {
      written: existsSync(input.outputPath) ? 'something' : null,
      said: JSON.stringify([error.message, error.findings]),
      e3: (error.findings as GuardFinding[]).find(({ id }) => id === 'E3')?.verdict ?? '',
    };
  } finally {
    await input.close();
  }
}

const mail = (at: number): string => `ada.${at}@example.org`;
const twice = (text: string): string => encodeURIComponent(encodeURIComponent(text));
const luhn = (body: string): string => {
  const sum = [...body]
    .toReversed()
    .reduce(
      (total, digit, at) =>
        total + (at % 2 === 0 ? ((2 * Number(digit)) % 10) + Math.floor((2 * Number(digit)) / 10) : Number(digit)),
      0,
    );
  return `${body}${(10 - (sum % 10)) % 10}`;
};
const firstNames = ['Anna', 'Peter', 'Maria', 'Thomas', 'Laura', 'David', 'Julia', 'Martin'];
const surnames = ['Schmidt', 'Müller', 'Garcia', 'Rossi', 'Martin', 'Weber', 'Silva', 'Jones'];
const ip = (at: number): string => `203.${50 + at}.${at}.${77 + at}`;

const hidden: Record<string, (at: number) => string> = {
  addresses: mail,
  'addresses in links': (at) => `https://shop.example/p?q=1&email=${mail(at)}`,
  'addresses in links, encoded twice': (at) => `https://shop.example/r?u=${twice(`mailto:${mail(at)}`)}`,
  'addresses in JSON': (at) => JSON.stringify([{ contact: { email: mail(at) } }]),
  'addresses as keys of JSON, escaped': (at) => `{"${mail(at).replace('@', '\\u0040')}": 1}`,
  'addresses in a list': (at) => `${mail(at)}; b@example.com`,
  'addresses in base64': (at) => `https://x.example/c/${Buffer.from(mail(at)).toString('base64')}`,
  'addresses in wide letters': (at) => mail(at).replace('@', '＠'),
  'addresses with invisible letters': (at) => mail(at).replace('@', '\u200b@'),
  'addresses with gaps': (at) => mail(at).replace('@', ' @ '),
  phones: (at) => `+49 30 12345${10 + at}`,
  'phones in links': (at) => `https://x.example/call?to=%2B4917012345${10 + at}`,
  'phones of a country': (at) => `(212) 555-01${10 + at}`,
  'phones of one city, bare': (at) => `212${234 + 17 * at}${1000 + at}`,
  'phones of a country, other form': (at) => `030/12345${10 + at}`,
  'IBANs in texts': (at) => (at === 3 ? 'paid from DE02 1203 0000 0000 2020 51 today' : 'paid'),
  cards: (at) => luhn(`411111${String(123456789 + 7 * at)}`),
  'national numbers': (at) => `${String(12345678 + at)}${'TRWAGMYFPDXBNJZSQVHLCKE'[(12345678 + at) % 23]}`,
  'network addresses': ip,
  'network addresses, the long kind': (at) => `2001:db8:85a3::8a2e:370:${(7000 + at).toString(16)}`,
  'hardware addresses': (at) => `00:1b:44:11:3a:${(16 + at).toString(16)}`,
  'names of people': (at) => `${firstNames[at % 8]} ${surnames[(at + Math.floor(at / 8)) % 8]}`,
  'names of people in lists': (at) =>
    JSON.stringify([`${firstNames[at % 8]} ${surnames[(at + Math.floor(at / 8)) % 8]}`]),
  hashes: (at) => createHash('md5').update(String(at)).digest('hex'),
};

describe('the values that would be written', () => {
  it.each(Object.entries(hidden))(
    'refuses %s as anonymised, whatever the column is called, and names no value',
    async (_what, value) => {
      const { written, said, e3 } = await outcome(rows.map(value));
      expect([written, e3]).toEqual([null, 'block']);
      expect(said).toContain('thing');
      expect(rows.some((at) => said.includes(value(at).slice(0, 12)) && value(at).length > 8)).toBe(false);
    },
  );

  it('finds a single address among ten thousand rows, and says in how many rows it is', async () => {
    const values = Array.from({ length: 10_000 }, (_, at) => (at === 7777 ? mail(1) : `item ${at % 9}`));
    const { written, said } = await outcome(values);
    expect([written, said.includes('in 1 row')]).toEqual([null, true]);
  });

  it('blocks plain identifiers in a pseudonymised release too, and only those', async () => {
    for (const value of [mail, hidden.phones!, hidden['addresses in JSON']!])
      expect((await outcome(rows.map(value), { release: 'pseudonymised' })).written).toBeNull();
    expect((await outcome(rows.map(hidden.hashes!), { release: 'pseudonymised' })).written).not.toBeNull();
  });

  const sentence = (at: number): string => `it was because my neighbour told me about number ${at} of them`;
  it('keeps sentences out of an anonymised release under any type', async () => {
    expect((await outcome(rows.map(sentence))).said).toContain('own words');
    expect(
      (await outcome(rows.map((at) => `opción ${at}: me lo dijo una vecina cuando fuimos juntas al médico`))).written,
    ).toBeNull();
    expect(
      (
        await outcome(
          rows.map((at) => ['gift', 'price'][at % 2]!),
          {},
          'motivation',
        )
      ).written,
    ).toBeNull();
    expect(
      (
        await outcome(
          rows.map(
            (at) => ['I strongly agree with this', 'I do not agree with this', 'I am not sure about it'][at % 3]!,
          ),
        )
      ).e3,
    ).toBe('pass');
  });

  const harmless: Record<string, (at: number) => string> = {
    decimals: (at) => String(Math.sqrt(at + 2)),
    'order numbers of sixteen digits': (at) => String(4000000000001000 + at),
    'order numbers of nine digits': (at) => String(120000300 + at),
    'numbers with gaps': (at) => `1 234 ${100 + at}`,
    timestamps: (at) => `2024-03-${String(10 + (at % 20))}T10:${10 + at}:00+01:00`,
    'days as people write them': (at) => `${10 + (at % 18)}.0${1 + (at % 9)}.2024 10:${10 + at}`,
    epochs: (at) => String(1700000000 + 86400 * at),
    'epochs in milliseconds': (at) => String(1700000000123 + 86400000 * at),
    bands: (at) => ['18–25', '26–35', '36–45', '0-4 years'][at % 4]!,
    'ZIP codes': (at) => `${10115 + at}-${1000 + at}`,
    versions: (at) => `1.0.${at % 9}.${at}`,
    cities: (at) => ['San Jose', 'New York', 'Santa Maria', 'Los Angeles', 'St. Louis'][at % 5]!,
    firms: (at) => [`Johnson ${at} Ltd`, `Martin & Weber GmbH ${at}`][at % 2]!,
    products: (at) => `Phone Case Deluxe ${at} for Model ${at}`,
    'links without anybody in them': (at) => `https://shop.example/p/${at}?utm_source=mail%20shop&utm_id=${1000 + at}`,
    'pictures in double size': (at) => `icon-${at}@2x.png`,
    'truncated networks': (at) => `203.0.${at}.0`,
    'masked addresses': (at) => `a***@example.org #${at}`,
  };
  it.each(Object.entries(harmless))('raises no alarm over %s', async (_what, value) => {
    expect((await outcome(rows.map(value))).e3).toBe('pass');
  });
});
