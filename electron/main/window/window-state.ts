import { readFileSync } from 'node:fs';
import { writeWhole } from '#main/files/write-whole.ts';

export interface Bounds {
  width: number;
  height: number;
  x?: number;
  y?: number;
}

export interface WindowState {
  bounds: Bounds;
  maximized: boolean;
}

export const firstWindowState: WindowState = { bounds: { width: 1440, height: 900 }, maximized: false };

const isLength = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 200 && value <= 20_000;
const isPlace = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 50_000;

/**
 * Reads where the window was, leniently: anything that cannot be used gives the first start's size, and a place that no
 * display shows any more is forgotten while the size is kept.
 *
 * @param isVisible whether a rectangle lies on a display that is connected now
 */
export function readWindowState(file: string, isVisible: (bounds: Required<Bounds>) => boolean): WindowState {
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return firstWindowState;
  }
  const { bounds, maximized } = (raw ?? {}) as { bounds?: Partial<Bounds>; maximized?: unknown };
  if (!isLength(bounds?.width) || !isLength(bounds.height)) return firstWindowState;
  const size = { width: bounds.width, height: bounds.height };
  const placed = isPlace(bounds.x) && isPlace(bounds.y) ? { ...size, x: bounds.x, y: bounds.y } : null;
  return { bounds: placed && isVisible(placed) ? placed : size, maximized: maximized === true };
}

/** Whole or not at all; a disk that takes nothing costs only the memory of the window's size. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    writeWhole(file, JSON.stringify(state));
  } catch {
    // The app goes on; the next start uses the last size that could be written.
  }
}
