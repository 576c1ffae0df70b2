import { z } from 'zod';

/** What became of a column in a file that is written, from what says most of a person to what says nothing. */
export const becameOf = ['kept', 'perturbed', 'generalised', 'masked', 'redacted', 'hashed', 'left-out'] as const;
export type Became = (typeof becameOf)[number];

/** A column of the source of which nobody had decided what it is, and what the file has of it. */
export const undecidedReleased = z.strictObject({ column: z.string(), became: z.enum(becameOf) });
export type UndecidedReleased = z.infer<typeof undecidedReleased>;
