import { expect, it } from 'vitest';
import { recordKinds } from '#shared/register/record-kinds/index.ts';
import { checkedBody, requireCountries } from './check-body.ts';

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

it.each([
  [
    'activity',
    { role: said('bystander') },
    '“Role” cannot be taken as it is: give one of “controller” and “processor”.',
  ],
  ['activity', { nextReviewOn: said('soon') }, 'give a day of the calendar as YYYY-MM-DD'],
  ['activity', { dataItems: saidAll('email') }, ', value 1 cannot be taken as it is: give an object with “category”'],
  ['retention', { duration: said('two years') }, 'give a period such as P90D, P6M or P3Y'],
  ['activity', { transfers: { state: 'not-applicable', origin } }, 'give a “reason”'],
  ['activity', { shoeSize: said('44') }, '“shoeSize” is no field of this kind of record'],
] as const)('what a %s cannot hold is refused by the field, and by what may stand there', (kind, body, sentence) => {
  expect(() => checkedBody(kind, body)).toThrow(sentence);
});
