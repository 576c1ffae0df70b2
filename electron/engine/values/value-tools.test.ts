import { expect, test } from 'vitest';
import { valueTools } from './value-tools.ts';

const tools = valueTools();

test('phone numbers are not dates, addresses, decimals or short codes', () => {
  expect(
    ['+49 30 1234567', '(212) 555-0123', '06 12 34 56 78', '212-555-0199 x12'].filter((text) => !tools.isPhone(text)),
  ).toEqual([]);
  expect(
    ['2017-06-21', '10.0.0.1', '31.12.1990', '12.345', '12345', 'n/a', ''].filter((text) => tools.isPhone(text)),
  ).toEqual([]);
});

test('places are known by their own names too', () => {
  expect(
    ['München', 'Munich', 'Milano', 'Den Haag', 'São Paulo', 'New York', 'Sevilla', 'Maglie (LE)'].filter(
      (text) => !tools.isCity(text),
    ),
  ).toEqual([]);
  expect(['Xqztvw', 'Total amount', '2024', ''].filter((text) => tools.isCity(text))).toEqual([]);
});

test('countries are known in seven languages and by their aliases; codes apart', () => {
  expect(
    ['Germany', 'Deutschland', 'Allemagne', 'Alemania', 'Germania', 'Alemanha', 'Duitsland', 'USA', 'UK'].filter(
      (text) => !tools.isCountry(text),
    ),
  ).toEqual([]);
  expect(tools.isCountry('DE')).toBe(false);
  expect(tools.isCountryCode('DE')).toBe(true);
});

test('national numbers are told by their check digits and name their country', () => {
  expect([
    tools.nationalId('12345678Z'),
    tools.nationalId('RSSMRA85T10A562S'),
    tools.nationalId('529.982.247-25'),
    tools.nationalId('123-45-6789'),
  ]).toEqual(['ES', 'IT', 'BR', 'US']);
  expect(
    ['12345678A', '000-12-3456', '2024-01-01', 'Anna', '1'.repeat(400)].map((text) => tools.nationalId(text)),
  ).toEqual([null, null, null, null, null]);
});

test('addresses of machines and banks', () => {
  expect([tools.isIp('203.0.113.7'), tools.isIp('2001:db8::1'), tools.isIp('1.2.3'), tools.isIp('12:30')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect([tools.isIban('GB29 NWBK 6016 1331 9268 19'), tools.isIban('GB00NWBK60161331926819')]).toEqual([true, false]);
  expect([
    tools.isPublicHost('shop.example.co.uk'),
    tools.isPublicHost('localhost'),
    tools.isPublicHost('report.pdfx'),
  ]).toEqual([true, false, false]);
});
