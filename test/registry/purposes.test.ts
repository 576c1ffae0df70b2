import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { purpose } from '#shared/domain/purpose.ts';
import { findPurpose, purposes } from '#shared/purposes/index.ts';

const vocabulary = new URL('../../../shared/bench/columns/types.json', import.meta.url);

describe('the list of purposes', () => {
  it('holds P1 to P8 in order, each in the file of its id', async () => {
    expect(purposes.map(({ code }) => code)).toEqual(['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8']);
    const files = (await readdir(new URL('../../shared/purposes', import.meta.url)))
      .filter((name) => /^p\d/.test(name))
      .map((name) => name.replace(/\.ts$/, ''));
    expect(files.sort()).toEqual(purposes.map(({ id }) => id));
  });
  it('finds a purpose by code, id or slug', () => {
    for (const wanted of ['P6', 'p6', 'p6-unified-view', 'unified-view']) expect(findPurpose(wanted)?.code).toBe('P6');
    expect(findPurpose('p9')).toBeUndefined();
    expect(findPurpose('')).toBeUndefined();
  });
});

describe.each(purposes.map((preset) => [preset.code, preset] as const))('%s', (_code, preset) => {
  it('follows the schema and leaves nothing open that accountability asks for', () => {
    expect(purpose.parse(preset)).toEqual(preset);
    expect(preset.preset).toBe(true);
    for (const sentence of [
      preset.description,
      preset.customerBenefit,
      preset.retentionWhy,
      ...preset.dataNeeded.map(({ why }) => why),
      ...preset.lawfulBases.map(({ why }) => why),
    ])
      expect(sentence).toMatch(/^[A-Z].{20,}\.$/);
    expect(preset.retentionDays).toBeGreaterThan(0);
  });
  it('asks for consent where it targets people', () => {
    if (preset.targeting) expect(preset.lawfulBases.map(({ basis }) => basis)).toContain('consent');
    else
      expect(preset.dataNeeded.every(({ types }) => !types.includes('phone_number') || preset.code === 'P6')).toBe(
        true,
      );
  });
  it('never needs sensitive data or more than an identifier to join on', () => {
    const needed = preset.dataNeeded.flatMap(({ types }) => types);
    for (const type of [
      'race_ethnicity',
      'religion',
      'political_affiliation',
      'diagnosis',
      'sexual_orientation',
      'full_name',
      'street_address',
      'national_id',
      'credit_card_number',
      'ip_address',
      'free_text',
    ])
      expect(needed).not.toContain(type);
  });
  it('names semantic types that exist', ({ skip }) => {
    skip(!existsSync(vocabulary), 'the shared column benchmark does not lie beside this checkout');
    const types = JSON.parse(readFileSync(vocabulary, 'utf8')) as Record<string, unknown>;
    expect(preset.dataNeeded.flatMap(({ types: names }) => names).filter((name) => !(name in types))).toEqual([]);
  });
});
