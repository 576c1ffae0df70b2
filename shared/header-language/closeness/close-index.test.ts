import { expect, test } from 'vitest';
import type { HeaderLanguage } from '../header-language.ts';
import { buildCloseIndex, closePhrase } from './close-index.ts';
import { piecesOf } from './pieces.ts';

const language = (phrases: Record<string, string[]>): HeaderLanguage => ({ code: 'xx', gluesNouns: false, phrases });
const small = buildCloseIndex(
  [
    language({
      vital_sign: ['blood pressure'],
      age: ['=years old'],
      product_name: ['product title'],
      gender: ['~sex'],
    }),
  ],
  ['vital_sign', 'age', 'product_name', 'gender'],
);

test('a token falls into the pieces of three and four letters that it and its bounds are made of', () => {
  expect([...piecesOf(['age'])].toSorted()).toEqual(['<ag', '<age', '<age>', 'age', 'age>', 'ge>'].toSorted());
  expect([...piecesOf(['氏名'])].toSorted()).toEqual(['<', '<氏', '<氏名>', '>', '名', '名>', '氏', '氏名'].toSorted());
});

test('a name is nearest to the phrase it is written most like, which is told without its marks', () => {
  expect(closePhrase(small, ['bloodpressures'])).toMatchObject({ type: 'vital_sign', phrase: 'blood pressure' });
  expect(closePhrase(small, ['yers', 'old'])).toMatchObject({ type: 'age', phrase: 'years old' });
  expect(closePhrase(small, ['qqq'])).toBeNull();
});

test('closeness is the cosine of both by their pieces: 1 for the same, symmetric, between 0 and 1 for others', () => {
  expect(closePhrase(small, ['blood', 'pressure'])?.closeness).toBeCloseTo(1, 10);
  const near = closePhrase(small, ['blood', 'presure'])!;
  expect(near.closeness).toBeGreaterThan(0.5);
  expect(near.closeness).toBeLessThan(1);
});

test('the rival is the nearest phrase on the other side of personal and non-PII', () => {
  const both = closePhrase(small, ['product', 'pressure'])!;
  expect(both.rival).toBeGreaterThan(0);
  expect(both.rival).toBeLessThanOrEqual(both.closeness);
  expect(closePhrase(small, ['sex'])?.rival).toBe(0);
});
