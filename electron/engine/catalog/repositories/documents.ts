import type { z } from 'zod';
import { Failure } from '#shared/contract/failure.ts';
import { catalogText } from '#shared/text/engine/catalog.ts';

/** A stored JSON body; without `body_version` it is of the first one. */
export interface StoredBody {
  body: string;
  body_version?: number;
}

/** The newest version of bodies that this program writes and reads. */
const knownVersion = 1;

/**
 * Reads a stored JSON body; null where another version of Custos, or a hand edit, made it into something this one
 * cannot read: it stays as it is.
 */
export function readBody<T>(
  schema: z.ZodType<T>,
  { body, body_version: version = knownVersion }: StoredBody,
): T | null {
  if (version > knownVersion) return null;
  try {
    const parsed = schema.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export const readBodies = <T>(schema: z.ZodType<T>, rows: StoredBody[]): T[] =>
  rows.flatMap((row) => {
    const value = readBody(schema, row);
    return value === null ? [] : [value];
  });

/**
 * Before a record is written over. @throws Failure WORKSPACE_FROM_FUTURE where what lies there cannot be read, and
 * would be lost
 */
export function refuseUnreadable(schema: z.ZodType, found: StoredBody | undefined, name: string): void {
  if (found !== undefined && readBody(schema, found) === null)
    throw new Failure('WORKSPACE_FROM_FUTURE', catalogText.fromAnotherVersion(name));
}
