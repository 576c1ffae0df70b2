import { describe, expect, it } from 'vitest';
import { graphicPairs, textPairs, tokens, type TokenName } from './tokens.ts';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const channels = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * channels[0]! + 0.7152 * channels[1]! + 0.0722 * channels[2]!;
}
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe('tokens', () => {
  it('knows the contrast of black on white', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  });
  for (const scheme of ['light', 'dark'] as const) {
    it(`keeps every text readable in ${scheme}`, () => {
      const weak = textPairs.filter(([text, ground]) => contrast(tokens[text][scheme], tokens[ground][scheme]) < 4.5);
      expect(weak).toEqual([]);
    });
    it(`keeps every line and mark that says something visible on every ground in ${scheme}`, () => {
      const weak = graphicPairs.filter(([mark, ground]) => contrast(tokens[mark][scheme], tokens[ground][scheme]) < 3);
      expect(weak).toEqual([]);
    });
  }

  it('leaves no colour out: each is a ground, carries text, says something, or only parts', () => {
    const judged = new Set([...textPairs, ...graphicPairs].flat());
    expect(Object.keys(tokens).filter((name) => !judged.has(name as TokenName))).toEqual([]);
  });
});
