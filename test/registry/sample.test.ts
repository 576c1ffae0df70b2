import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stdnum } from 'stdnum';
import ipaddr from 'ipaddr.js';
import cardValidator from 'card-validator';

const file = new URL('../../resources/sample/customers.csv', import.meta.url);
const bytes = readFileSync(file);

/** A reader of its own, so that the generator's idea of a line is not what checks it. */
function parseCsv(text: string): { line: number; cells: string[] }[] {
  const rows: { line: number; cells: string[] }[] = [];
  let cells: string[] = [];
  let cell = '';
  let inQuotes = false;
  let line = 1;
  let startedOn = 1;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]!;
    if (character === '\n') line += 1;
    if (inQuotes) {
      if (character !== '"') cell += character;
      else if (text[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else inQuotes = false;
    } else if (character === '"') inQuotes = true;
    else if (character === ',') {
      cells.push(cell);
      cell = '';
    } else if (character === '\n') {
      cells.push(cell);
      rows.push({ line: startedOn, cells });
      cells = [];
      cell = '';
      startedOn = line;
    } else cell += character;
  }
  return rows;
}

const [head, ...body] = parseCsv(bytes.toString('utf8'));
const names = head!.cells;
const whole = body.filter((row) => row.cells.length === names.length);
const ragged = body.filter((row) => row.cells.length !== names.length);
const people = whole.map(
  (row) => Object.fromEntries(row.cells.map((value, index) => [names[index]!, value])) as Record<string, string>,
);
const column = (name: string) => people.map((person) => person[name]!);
const filled = (name: string) => column(name).filter((value) => value !== '');

/** A calendar day that exists, or undefined. */
function day(text: string): Date | undefined {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
    ? date
    : undefined;
}

describe('the sample dataset', () => {
  it('is the same to the byte when it is made again', async () => {
    const { makeSample } = (await import(new URL('../../scripts/make-sample.mjs', import.meta.url).href)) as {
      makeSample: () => string;
    };
    const digest = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
    expect(digest(makeSample())).toBe(digest(bytes));
  });

  it('holds 10,000 different people in under 6 MB', () => {
    expect(people).toHaveLength(10_000);
    expect(new Set(column('customer_id')).size).toBe(10_000);
    expect(new Set(column('login')).size).toBe(10_000);
    expect(bytes.length).toBeLessThan(6_000_000);
  });

  it('has eleven lines to reject and twelve dates of birth that are none', () => {
    expect(ragged.filter((row) => row.cells.length < names.length)).toHaveLength(6);
    expect(ragged.filter((row) => row.cells.length === names.length + 1)).toHaveLength(5);
    expect(ragged).toHaveLength(11);
    expect(column('date_of_birth').filter((value) => day(value) === undefined)).toHaveLength(12);
  });

  it('has minors, stale and withdrawn consents, and ids past their limits on 2026-11-01', () => {
    const before = (name: string, limit: string) => filled(name).filter((value) => value < limit).length;
    const minors = column('date_of_birth').filter((value) => day(value) !== undefined && value > '2008-11-01').length;
    expect(minors).toBeGreaterThan(100);
    expect(minors).toBeLessThan(1_000);
    expect(
      people.filter((person) => person['consent_status'] === 'granted' && person['consent_date']! < '2024-11-01')
        .length,
    ).toBeGreaterThan(500);
    expect(column('consent_status').filter((status) => status === 'withdrawn').length).toBeGreaterThan(500);
    expect(before('cookie_first_seen', '2026-08-03')).toBeGreaterThan(500);
    expect(before('advertising_id_first_seen', '2026-05-05')).toBeGreaterThan(500);
  });

  it('agrees with itself: age group and date of birth, no one older than 89 or younger than 13', () => {
    for (const person of people) {
      const born = day(person['date_of_birth']!);
      if (born === undefined) continue;
      const age = 2026 - born.getUTCFullYear() - (person['date_of_birth']!.slice(5) > '11-01' ? 1 : 0);
      const group = person['age_group']!;
      const [low, high] = group === 'under 18' ? [13, 17] : group === '75+' ? [75, 89] : group.split('-').map(Number);
      expect(age).toBeGreaterThanOrEqual(low!);
      expect(age).toBeLessThanOrEqual(high!);
    }
  });

  it('reaches nobody: example domains, documentation addresses, test cards', () => {
    expect(filled('email').every((value) => /^[^@\s]+@example\.(com|org|net)$/.test(value))).toBe(true);
    for (const comment of filled('feedback')) expect(comment).not.toMatch(/@(?!example\.(com|org|net))/);
    const documentation: Record<'ipv4' | 'ipv6', [string, number][]> = {
      ipv4: [
        ['192.0.2.0', 24],
        ['198.51.100.0', 24],
        ['203.0.113.0', 24],
      ],
      ipv6: [['2001:db8::', 32]],
    };
    const reachable = column('ip_address').filter((text) => {
      const address = ipaddr.parse(text);
      return !documentation[address.kind()].some(([network, bits]) => address.match(ipaddr.parse(network), bits));
    });
    expect(reachable).toEqual([]);
    expect(
      filled('card_number').every(
        (value) => cardValidator.number(value).isValid && /^(424242|411111|555555|222300|378282)/.test(value),
      ),
    ).toBe(true);
  });

  it('carries identity numbers with right check digits, from ranges that are given to nobody', () => {
    const of = (country: string) =>
      people
        .filter((person) => person['country'] === country && person['national_id'] !== '')
        .map((person) => person['national_id']!);
    const invented: Record<string, RegExp> = {
      'United States': /^9\d\d-[0-4]\d-\d{4}$/,
      Germany: /^0\d{10}$/,
      'United Kingdom': /^QQ \d\d \d\d \d\d [A-D]$/,
      France: /^[12]\d{4}99990\d{5}$/,
      Italy: /^[A-Z]{6}\d\d[A-Z]\d\dZ999[A-Z]$/,
      Spain: /^999\d{5}[A-Z]$/,
      Netherlands: /^9999\d{5}$/,
    };
    for (const [country, range] of Object.entries(invented)) {
      expect(of(country).length, country).toBeGreaterThan(100);
      expect(
        of(country).filter((value) => !range.test(value)),
        country,
      ).toEqual([]);
    }
    expect(of('Spain').every((value) => stdnum['ES']!['dni']!.validate(value).isValid)).toBe(true);
    expect(of('Netherlands').every((value) => stdnum['NL']!['bsn']!.validate(value).isValid)).toBe(true);
    expect(of('Italy').every((value) => stdnum['IT']!['codicefiscale']!.validate(value).isValid)).toBe(true);
    expect(of('France').every((value) => stdnum['FR']!['nir']!.validate(value).isValid)).toBe(true);
  });

  it('reaches k = 5 with country, region, age group and gender when at most 5 % of the rows are suppressed', () => {
    const classes = new Map<string, number>();
    for (const person of people) {
      const key = [person['country'], person['region'], person['age_group'], person['gender']].join('|');
      classes.set(key, (classes.get(key) ?? 0) + 1);
    }
    const suppressed = [...classes.values()].filter((size) => size < 5).reduce((sum, size) => sum + size, 0);
    expect(suppressed / people.length).toBeLessThan(0.05);
  });
});
