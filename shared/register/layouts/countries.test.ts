import { describe, expect, it } from 'vitest';
import { alpha2 } from '#shared/domain/country-codes.ts';
import { countryName, countryOf } from './countries.ts';

describe('countries of a register', () => {
  it.each(['en', 'fr'] as const)('every one comes back by its name in %s, and by its code', (language) => {
    expect(alpha2.filter((code) => countryOf(countryName(language, code)) !== code)).toEqual([]);
    expect(alpha2.filter((code) => countryOf(code) !== code)).toEqual([]);
  });

  it('names no country by a code that was withdrawn or never given', () => {
    expect(['FX', 'SU', 'YU', 'DD', 'BU', 'TP', 'EU', 'AA'].map(countryOf)).toEqual(Array(8).fill(null));
    expect(['France', 'Royaume-Uni', 'Russia', 'Serbie', 'Germany', 'UK'].map(countryOf)).toEqual([
      'FR',
      'GB',
      'RU',
      'RS',
      'DE',
      'GB',
    ]);
  });
});
