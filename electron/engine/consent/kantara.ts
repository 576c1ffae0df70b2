import { z } from 'zod';
import { momentOf, type ReadEvent, type ReadPlace } from './read-event.ts';

const text = z.string().max(2000);

/** A consent receipt of the Kantara Initiative, v1.1.0, as far as a ledger needs it; other fields are passed over. */
const receipt = z.looseObject({
  version: text.refine((value) => /1\.[01]/.test(value)),
  consentTimestamp: z.union([z.number(), text]),
  consentReceiptID: text,
  piiPrincipalId: text.min(1),
  services: z
    .array(
      z.looseObject({
        purposes: z
          .array(
            z.looseObject({
              purpose: text.optional(),
              purposeCategory: z.union([text, z.array(text).max(100)]).optional(),
              consentType: text.optional(),
              termination: text.optional(),
            }),
          )
          .max(200),
      }),
    )
    .max(200),
});

/** What is implied by somebody's silence is no consent (GDPR Art. 4(11)). */
const isExplicit = (type: string | undefined): boolean => type !== undefined && /^explicit/i.test(type.trim());

/** A receipt says that consent was given at its time, for each of its purposes. */
export function readReceipt(value: unknown, row: number): ReadPlace {
  const parsed = receipt.safeParse(value);
  if (!parsed.success) return { row, events: [], unread: 'no-receipt' };
  const { piiPrincipalId: key, consentTimestamp, services } = parsed.data;
  const at = momentOf(consentTimestamp);
  const events = services.flatMap(({ purposes }) =>
    purposes.map(({ purpose, purposeCategory, consentType, termination }): ReadEvent => {
      const explicit = isExplicit(consentType);
      const category = Array.isArray(purposeCategory) ? purposeCategory[0] : purposeCategory;
      return {
        key,
        purpose: purpose ?? category ?? null,
        state: explicit ? 'given' : 'unknown',
        at,
        until: momentOf(termination)?.slice(0, 10) ?? null,
        doubt: explicit ? null : 'unreadable',
      };
    }),
  );
  return { row, events, unread: events.length === 0 ? 'no-receipt' : null };
}
