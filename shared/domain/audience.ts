import { z } from 'zod';

const readFrom = {
  /** Day the source was read, YYYY-MM-DD. */
  checkedOn: z.string(),
  source: z.string(),
  /** False where it is known at second hand. */
  confirmed: z.boolean(),
};

/** How a customer list is made for a platform; what the platform itself says of it. */
export const audienceMade = z.strictObject({
  platform: z.string(),
  label: z.string(),
  /** Columns that the platform matches by. */
  identifiers: z.array(z.strictObject({ column: z.string(), field: z.enum(['email', 'phone', 'maid']) })),
  profile: z.strictObject({ version: z.int(), ...readFrom }),
  layout: z.strictObject({ headers: z.array(z.string()), headed: z.boolean(), ...readFrom }),
  /** The platform's smallest audience; null where no row says. */
  smallest: z.strictObject({ people: z.int(), source: z.string(), checkedOn: z.string() }).nullable(),
  /** Days that people may stay in it at the platform; null where the platform asks for no number. */
  retention: z.strictObject({ days: z.int(), source: z.string(), checkedOn: z.string(), note: z.string() }).nullable(),
});
export type AudienceMade = z.infer<typeof audienceMade>;
