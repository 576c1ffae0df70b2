import { z } from 'zod';
import { purpose as statedPurpose } from '#shared/domain/purpose.ts';
import { recipe } from '#shared/domain/recipe-file.ts';
import type { NecessityMatrix } from '#shared/register/minimisation/necessity-matrix.ts';
import type { PurposeRecord } from '#shared/domain/purpose-record.ts';
import type { RecordVersion, VersionState } from '#shared/register/register-snapshot.ts';
import type { UsesOfDataset } from '#shared/register/uses-of-dataset.ts';
import type { RuleAnswer } from '#shared/register/rules/index.ts';
import type { MissingFrom } from '#shared/register/notice/notice-facts.ts';
import type { NoticeElement } from '#shared/register/vocabulary/notice-elements.ts';
import { papers } from './control.ts';
import { method } from './failure.ts';

/** Values that the engine made and typed itself. */
const made = <T>() => z.custom<T>((value) => value !== undefined);
/** A basis as purposes state it. */
const statedBasis = statedPurpose.shape.lawfulBases.element;
const word = z.string().min(1).max(200);
const prose = z.string().trim().min(1).max(20_000);
const columnNames = z.array(z.string()).min(1).max(5000);

/** A notice that somebody keeps as a record, by one of its versions. */
export interface KeptNotice {
  id: string;
  ref: string;
  version: number;
  state: VersionState;
  text: string;
  validFrom: string | null;
  validTo: string | null;
  savedAt: string;
  savedBy: string;
}

/** What people would be told of a purpose; `missing`: what nobody stated, and where it would be stated. */
export interface GeneratedNotice {
  purpose: { id: string; ref: string; title: string };
  text: string;
  missing: { element: NoticeElement; what: string; place: MissingFrom }[];
  recipients: string[];
  /** Notices about the purpose that are kept, the newest first: what holds, and what is written beside it. */
  kept: KeptNotice[];
}

/** A written list of people to ask again. `people`: lines of it; the other counts are rows of which nobody is asked. */
export interface AskedAgain {
  fileName: string;
  sha256: string;
  people: number;
  rows: number;
  noContact: number;
  refused: number;
  underAge: number;
  ageUnknown: number;
  columns: string[];
  registerEntry: number;
}

/** Lawfulness, purpose limitation and minimisation: what register and data say, and what is done about it. */
/** A binding, and the record of the purpose that it binds to: one that was there is used, never a second begun. */
export type BoundTo = RecordVersion<'binding'> & { boundTo: PurposeRecord };

export const lawfulness = {
  /** R-LAW-01 to 10 and R-RET-01 over the whole workspace. */
  rules: method.input(z.object({})).output(z.array(made<RuleAnswer>())),
  /** `purpose`: a record's id or reference, or the id, code or slug of a purpose that the register declares. */
  notice: method.input(z.object({ purpose: word })).output(made<GeneratedNotice>()),
  takeOverNotice: method
    .input(
      z.object({
        purpose: word,
        text: prose.optional(),
        validFrom: z.iso.date(),
        toldWhere: z.string().trim().min(1).max(500).optional(),
        /** Id of a kept notice, of which this becomes the next version; absent: a notice of its own. */
        record: z.string().max(100).optional(),
      }),
    )
    .output(made<RecordVersion<'notice'>>()),
  /**
   * Writes the notice of a purpose as it is generated now, or a kept one by its record's id, to a granted place: PDF,
   * HTML or plain text by its ending. The log says that it was.
   */
  saveNotice: method
    .input(
      z.object({
        purpose: word,
        record: z.string().max(100).optional(),
        grantId: z.string(),
        paper: z.enum(papers).default('A4'),
      }),
    )
    .output(z.object({ fileName: z.string(), sha256: z.string(), registerEntry: z.number() })),
  /** `needed` false: the purpose does without the columns. */
  bindColumns: method
    .input(
      z.object({
        datasetId: z.string(),
        purpose: word,
        columns: columnNames.optional(),
        needed: z.boolean().default(true),
        why: z.string().trim().min(1).max(500).optional(),
        basis: statedBasis.shape.basis.optional(),
        justification: prose.optional(),
      }),
    )
    .output(made<BoundTo>()),
  matrix: method
    .input(z.object({ datasetId: z.string(), purposes: z.array(word).max(100).optional() }))
    .output(made<NecessityMatrix>()),
  /** What each dataset of the workspace is declared to be for, and which further purposes are being tested. */
  uses: method.input(z.object({})).output(z.array(made<UsesOfDataset>())),
  /** What a purpose says it needs, or does without, becomes a person's word; without `columns` for all of them. */
  takeOverNeeds: method
    .input(z.object({ datasetId: z.string(), purpose: word, columns: columnNames.optional() }))
    .output(made<BoundTo>()),
  /** Drops what no purpose needs, as the first step of the working recipe. */
  dropSpare: method
    .input(z.object({ datasetId: z.string() }))
    .output(z.object({ recipe: recipe.nullable(), dropped: z.array(z.string()) })),
  /** Begins the five-factor test of a further purpose, filled with what register and columns say. */
  openTest: method
    .input(z.object({ datasetId: z.string(), purpose: word, columns: columnNames.optional() }))
    .output(made<RecordVersion<'compatibility'>>()),
  /** Writes the list of people who may be asked for consent to a purpose. Abort the call to cancel. */
  askAgain: method
    .input(z.object({ datasetId: z.string(), purpose: word, grantId: z.string() }))
    .output(made<AskedAgain>()),
};
