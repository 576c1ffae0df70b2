import { expect, it } from 'vitest';
import { maskText } from './mask-text.ts';

it.each([
  ['aaa•••.aaa•••@aaa•••.aaa•••', '•.•@•.•'],
  ['Aaa••• Aaa•••', '• •'],
  ['aaa•••999•••', '•99…'],
  ['99.99.999•••', '99.99.99…'],
  ['9', '9'],
  ['', ''],
])('draws %j as %j', (shape, drawn) => expect(maskText(shape)).toBe(drawn));
