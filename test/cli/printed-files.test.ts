// A certificate and the history as PDF, set without a window.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

const sample = resolve(import.meta.dirname, '../../resources/sample/customers.csv');
let desk: Desk;
const custos = async (...command: string[]) => {
  const done = await desk.custos(command);
  expect(done.status, done.stderr).toBe(0);
  return done;
};
const isPdf = (name: string): boolean => {
  const bytes = readFileSync(desk.path(name));
  return bytes.subarray(0, 5).toString() === '%PDF-' && bytes.subarray(-6).toString().includes('%%EOF');
};

beforeAll(async () => {
  desk = makeDesk();
  await desk.workspace('Acme.custos', 'Acme Ltd');
  await custos('recommend', sample, '--purpose', 'P1', '-o', 'recipe.json');
  await custos('apply', sample, '--recipe', 'recipe.json', '-o', 'out.csv', '--workspace', 'Acme.custos');
});
afterAll(() => desk.remove());

it('prints a certificate as PDF, the same bytes each time, and as a page', async () => {
  await custos('certificate', 'out.csv', '--out', 'certificate.pdf', '--workspace', 'Acme.custos');
  await custos('certificate', 'out.csv', '-o', 'again.pdf', '--workspace', 'Acme.custos');
  expect(isPdf('certificate.pdf')).toBe(true);
  expect(readFileSync(desk.path('again.pdf')).equals(readFileSync(desk.path('certificate.pdf')))).toBe(true);
  await custos('certificate', 'out.csv', '--out', 'certificate.html');
  expect(readFileSync(desk.path('certificate.html'), 'utf8')).toContain('<h1><bdi>Certificate of out.csv</bdi></h1>');
});

it('prints the history as PDF, and refuses an ending that says nothing', async () => {
  await custos('register', 'print', '--workspace', 'Acme.custos', '--out', 'history.pdf');
  expect(isPdf('history.pdf')).toBe(true);
  const { status, stderr } = await desk.custos(['register', 'print', '--workspace', 'Acme.custos', '--out', 'h.doc']);
  expect(status).toBe(2);
  expect(stderr).toContain('.html, .pdf or .csv');
  expect((await desk.custos(['register', 'print', '--workspace', 'Acme.custos'])).status).toBe(2);
});
