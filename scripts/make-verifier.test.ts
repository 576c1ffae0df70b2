import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pageAround } from './make-verifier.mjs';

it('the page that checks what was handed out holds the very program that runs without a page', () => {
  const program = readFileSync('resources/verifier/verify.mjs', 'utf8').replace('#!/usr/bin/env node\n', '');
  expect(readFileSync('resources/verifier/verify.html', 'utf8')).toBe(pageAround(program));
  expect(pageAround(program)).not.toMatch(/src=|href=|https?:|@import/);
});
