import type { LawfulBasis } from '#shared/domain/lawful-basis.ts';
import type { ConsentStanding } from '#shared/domain/consent.ts';

/** One event of the consent ledger. */
interface CopiedConsent {
  purpose: string;
  state: string;
  at: string | null;
  until: string | null;
  recordedAt: string;
  source: string;
}

/** The rows that are about somebody in one dataset, as they came in. */
export interface CopiedRows {
  dataset: string;
  fileName: string;
  importedAt: string;
  /** How the people in it were told, as whoever imported it said. */
  informedHow: string;
  /** Columns by which the rows were found. */
  foundBy: string[];
  columns: { name: string; meaning: string }[];
  /** A value per column; null where there is none. */
  rows: (string | null)[][];
  /** Purposes that the register declares for it. */
  purposes: { title: string; basis: LawfulBasis | null }[];
}

/** Texts of other people's rows that have the person in them: not copied, since they are about both. */
export interface Mention {
  dataset: string;
  column: string;
  rows: number;
}

/** A released file that holds the person, or may: the file was not looked through. */
export interface HandedOver {
  fileName: string;
  purpose: string;
  recipient: string | null;
  writtenAt: string;
  holds: 'yes' | 'not-known';
}

export interface CopyOfData {
  tables: CopiedRows[];
  mentions: Mention[];
  consent: {
    events: readonly CopiedConsent[];
    standings: readonly {
      purpose: string;
      title: string;
      standing: { standing: ConsentStanding; at: string | null; until: string | null };
    }[];
  };
  releases: HandedOver[];
  notSearched: { what: string; why: string }[];
}
