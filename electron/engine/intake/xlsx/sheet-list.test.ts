import { expect, test } from 'vitest';
import { sheetList } from './sheet-list.ts';

const book = (sheets: string) => `<?xml version="1.0"?><workbook xmlns="urn:x"><sheets>${sheets}</sheets></workbook>`;

test('names in the order of the tabs, whatever the prefix and the quotes, with their entities', () => {
  expect(
    sheetList(
      book(
        '<sheet name="A &amp; B" sheetId="1"/><x:sheet xmlns:x="urn:x" sheetId=\'2\' ' +
          'name=\'C&#x41;\'></x:sheet><sheets name="no"/>',
      ),
    ),
  ).toEqual([
    { name: 'A & B', hidden: false },
    { name: 'CA', hidden: false },
  ]);
});

test('a tab that is not to be seen is told, however it was hidden', () => {
  const states = ['visible', 'hidden', 'veryHidden'];
  expect(sheetList(book(states.map((state) => `<sheet name="${state}" state="${state}"/>`).join('')))).toEqual(
    states.map((name) => ({ name, hidden: name !== 'visible' })),
  );
});

test.each(['<sheet ', '<sheet name="', '<!-- ', '<![CDATA[', '&amp', '<x a=">" '])(
  'a part of nothing but %j is refused',
  (token) => {
    expect(() => sheetList(`<workbook>${token.repeat(200_000)}`)).toThrow();
  },
);

test('more sheets than anybody can choose from are refused, and entities of its own are not expanded', () => {
  expect(() => sheetList(book('<sheet name="a"/>'.repeat(10_001)))).toThrow();
  expect(() =>
    sheetList(`<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${book('<sheet name="&b;"/>')}`),
  ).toThrow();
});
