import type { z } from 'zod';

/** Reads a stored JSON body; null when it no longer fits (a hand edit), so that one bad row does not close the whole workspace. */
export function readBody<T>(schema: z.ZodType<T>, body: string): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export const readBodies = <T>(schema: z.ZodType<T>, rows: { body: string }[]): T[] =>
  rows.flatMap(({ body }) => {
    const value = readBody(schema, body);
    return value === null ? [] : [value];
  });
