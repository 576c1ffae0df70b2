import { expect, it } from 'vitest';
import { basisOf } from './basis-words.ts';

it.each([
  ['Art. 6 Abs. 1 S. 1 lit. f DSGVO', 'legitimate-interests'],
  ['Art. 6 Abs. 1 lit. b) DS-GVO', 'contract'],
  ['Article 6(1)(c) GDPR', 'legal-obligation'],
  ['art. 6.1.a) RGPD', 'consent'],
  ['Einwilligung (Art. 6 Abs. 1 lit. a DSGVO)', 'consent'],
  ['Art. 6 Abs. 1 lit. b DSGVO – Vertrag', 'contract'],
  ['Consent', 'consent'],
])('“%s” is one basis', (text, code) => {
  expect(basisOf(text, 'en')).toBe(code);
});

it.each([
  'Art. 6 Abs. 1 lit. b, c DSGVO',
  'Art. 6 DSGVO',
  '§ 26 BDSG',
  'Consent (Art. 6(1)(b))',
  'Art. 9 Abs. 2 lit. a',
])('“%s” is not one basis', (text) => {
  expect(basisOf(text, 'en')).toBeNull();
});
