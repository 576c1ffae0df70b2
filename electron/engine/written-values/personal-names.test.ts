import { expect, it } from 'vitest';
import { semanticTypes } from '#shared/semantic-types/index.ts';
import { isPersonalName, personalNames } from './personal-names.ts';

it('knows names of columns that are values of people', () => {
  const names = [
    'ada@example.com',
    'ada%40example.com.orders',
    '+49 30 1234567',
    '(212) 555-0123',
    'DE02120300000000202051',
    'DE02 1203 0000 0000 2020 51',
    '4111 1111 1111 1111',
    '12345678Z',
    'Anna Schmidt',
    'Rossi, Maria',
    'users.Anna Schmidt.city',
    '203.0.113.77',
    '00:1b:44:11:3a:b7',
    '123-45-6789',
    'per.+49 171 5558812.points',
    'per.203.0.113.77.points',
    'sum_4111 1111 1111 1111',
    'x.123-45-6789.y',
    'a.b.DE02120300000000202051.c',
    'Anna_Schmidt',
    'Anna Schmidt (Köln)',
    'Anna Schmidt total',
    'Umsatz Anna Schmidt',
    'Anna Schmidt - calls',
  ];
  expect(names.filter((name) => !isPersonalName(name))).toEqual([]);
});

it('takes no ordinary name for one', () => {
  const ordinary = [
    '2019',
    '2020-2021',
    'Q1 2024',
    '18–25',
    'Max Price',
    'Total Orders',
    'Order Date',
    'First Name',
    'New York',
    'c1',
    'unnamed_3',
    'H1N1 vaccine',
    'utm_source',
    'What made you choose us over the other shops in your town?',
    'sales 2023-01-01',
    'revenue (EUR)',
    '1234567890',
    'Product Page Views',
    'Net Sales',
    'a@b',
    'v1.2.3.4',
    'q1.2024.12.31',
    'Max Price Range',
    'Rose Gold Ring',
    'Virginia Beach',
    'Kelly Services Inc',
  ];
  expect([...ordinary, ...semanticTypes.flatMap(({ headers }) => headers)].filter(isPersonalName)).toEqual([]);
});

it('takes half-known names for people where several columns are called by people', () => {
  const people = ['Wojciech Nowakowski', 'Zuzanna Kowalska', 'Anna Schmidt', 'Piotr Wyspianski'];
  expect(people.filter(isPersonalName)).toEqual(['Anna Schmidt']);
  expect([...personalNames(['region', ...people, 'Order Date', 'Net Sales'])].sort()).toEqual([...people].sort());
  expect(personalNames(['ada@example.com', '+49 30 1234567', 'Wojciech Nowakowski']).size).toBe(3);
  expect([...personalNames(['New York', 'San Jose', 'Los Angeles', 'Jordan Sales', 'Net Sales'])]).toEqual([]);
});
