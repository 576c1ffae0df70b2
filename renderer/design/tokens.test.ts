import { describe, expect, it } from 'vitest';
import { textPairs, tokens } from './tokens.ts';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
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
    it(`keeps control borders and focus rings visible in ${scheme}`, () => {
      for (const mark of ['line-strong', 'focus'] as const) expect(contrast(tokens[mark][scheme], tokens['ground-work'][scheme]), mark).toBeGreaterThanOrEqual(3);
    });
  }
});
