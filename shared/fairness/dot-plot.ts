import { safe } from '#shared/pages/page-parts.ts';

/** A value with its limits; null where there is nothing to draw. */
export interface Dot {
  label: string;
  value: number | null;
  low: number | null;
  /** Null: without limit. */
  high: number | null;
  /** Drawn hollow: too few people to judge. */
  isWeak: boolean;
}

export interface Scale {
  from: number;
  to: number;
  isLog: boolean;
  ticks: readonly number[];
  written(value: number): string;
}

const width = 560;
const left = 170;
const right = 20;
const line = 20;

/** Where a value lies between both ends of a scale, 0…1, kept within them. */
export function alongScale({ from, to, isLog }: Scale, value: number): number {
  const within = Math.min(to, Math.max(from, value));
  return isLog ? Math.log(within / from) / Math.log(to / from) : (within - from) / (to - from);
}

/** Where it lies on the paper. */
const placeOf = (scale: Scale, value: number): number => left + alongScale(scale, value) * (width - left - right);

function dotLine(scale: Scale, { label, value, low, high, isWeak }: Dot, at: number): string {
  const y = 12 + at * line;
  const name = `<text x="${left - 8}" y="${y + 4}" text-anchor="end">${safe(label).replace(/<\/?bdi>/g, '')}</text>`;
  if (value === null || low === null) return name;
  const [start, end] = [placeOf(scale, Math.max(low, scale.from)), placeOf(scale, high ?? scale.to)];
  return (
    `${name}<line x1="${start}" x2="${end}" y1="${y}" y2="${y}" stroke="#000"/>` +
    `<circle cx="${placeOf(scale, Math.max(value, scale.from))}" cy="${y}" r="3.5" stroke="#000" ` +
    `fill="${isWeak ? '#fff' : '#000'}"/>`
  );
}

/**
 * Values of groups with their intervals, a line each, as a picture that prints: black on white, no script. `marks` are
 * drawn through all lines, `band` lies behind them.
 */
export function dotPlot(
  dots: readonly Dot[],
  scale: Scale,
  { title, marks = [], band }: { title: string; marks?: readonly number[]; band?: { low: number; high: number } },
): string {
  const foot = 12 + dots.length * line;
  const x = (value: number): number => placeOf(scale, value);
  const through = (value: number, dash: string): string =>
    `<line x1="${x(value)}" x2="${x(value)}" y1="0" y2="${foot - 4}" stroke="#555" stroke-dasharray="${dash}"/>`;
  return (
    `<svg role="img" viewBox="0 0 ${width} ${foot + 16}" width="100%" font-size="10" font-family="system-ui,sans-serif">` +
    `<title>${safe(title).replace(/<\/?bdi>/g, '')}</title>` +
    (band
      ? `<rect x="${x(band.low)}" width="${x(band.high) - x(band.low)}" y="0" height="${foot - 4}" fill="#eee"/>`
      : '') +
    marks.map((mark) => through(mark, '3 3')).join('') +
    dots.map((dot, at) => dotLine(scale, dot, at)).join('') +
    `<line x1="${left}" x2="${width - right}" y1="${foot - 4}" y2="${foot - 4}" stroke="#000"/>` +
    scale.ticks
      .map((tick) => `<text x="${x(tick)}" y="${foot + 10}" text-anchor="middle">${scale.written(tick)}</text>`)
      .join('') +
    '</svg>'
  );
}

const percentTicks = [0.05, 0.1, 0.2, 0.25, 0.5, 1];

/** From nothing to a round number above every limit. */
export function rateScale(dots: readonly Dot[]): Scale {
  const highest = Math.max(...dots.map(({ high, value }) => high ?? value ?? 0), 0.01);
  const to = percentTicks.find((one) => one >= highest) ?? 1;
  const ticks = [0, 1, 2, 3, 4, 5].map((step) => (to * step) / 5);
  return { from: 0, to, isLog: false, ticks, written: (value) => `${Math.round(value * 1000) / 10} %` };
}

/** Doubles and halves alike: from a quarter to four times. */
export const ratioScale: Scale = {
  from: 0.25,
  to: 4,
  isLog: true,
  ticks: [0.25, 0.5, 0.8, 1, 1.25, 2, 4],
  written: String,
};
