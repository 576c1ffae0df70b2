import { expect, it } from 'vitest';
import { recordKinds } from '#shared/register/record-kinds/index.ts';
import { requireCountries } from './check-body.ts';

const origin = { from: 'person', by: 'Ada', at: '2026-11-29T09:00:00.000Z' } as const;
const said = <T>(value: T) => ({ state: 'stated' as const, value, origin });
const saidAll = (...values: string[]) => ({
  state: 'stated' as const,
  items: values.map((value, at) => ({ id: `i${at}`, value, origin })),
});

it('a withdrawn code of a country is refused where it is new, and stays where it stood', () => {
  const recipient = { name: said('Host'), country: said('SU') };
  expect(() => requireCountries('recipient', recipient, {})).toThrow('names “SU”, which is no country');
  expect(() => requireCountries('recipient', recipient, { country: said('FX') })).toThrow('SU');
  expect(() => requireCountries('recipient', recipient, { country: said('SU') })).not.toThrow();
  expect(recordKinds.recipient.schema.safeParse(recipient).success).toBe(true);
  const organisation = { countries: saidAll('FR', 'YU') };
  expect(() => requireCountries('organisation', organisation, {})).toThrow('YU');
  expect(() => requireCountries('organisation', organisation, { countries: saidAll('YU') })).not.toThrow();
});
