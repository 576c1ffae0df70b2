import { InvalidArgumentError } from 'commander';

/** Option parser: a finite number, else wrong usage. */
export function asNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('Give a number.');
  return value;
}
