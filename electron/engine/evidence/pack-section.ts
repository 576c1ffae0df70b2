import { arrivalKinds } from '#shared/journal/entry-kinds/dataset.ts';
import { z } from 'zod';
import type { BreachBody } from '#shared/cases/breach.ts';
import { purposes } from '#shared/purposes/index.ts';
import { payloadFacts } from '#engine/journal/payload-facts.ts';
import type { Certificate } from '#shared/certificate/certificate.ts';
import type { PrinciplesShown } from '#shared/contract/principles.ts';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { RetentionHoldView, RetentionRuleView } from '#shared/contract/retention.ts';
import type { Decision, Finding } from '#shared/domain/finding.ts';
import type { SignedEntry } from '#engine/journal/all-entries.ts';
import type { PackProfile } from '#shared/domain/pack-profile.ts';
import type { ImpactContents } from '#shared/register/impact/impact-document.ts';
import type { WholeSnapshot } from '#shared/register/register-snapshot.ts';
import type { ConsentStatistics } from '#shared/domain/consent.ts';
import type { PackedFile } from './write-zip.ts';

/** A release whose certificate the workspace keeps. */
export interface PackedRelease {
  id: string;
  /** Its entry in the log. */
  entry: number;
  certificate: Certificate;
  /** The certificate as it was written. */
  text: string;
}

/** A certificate as it was written, of what no more is packed of: related tables, figures that another engine told. */
export type PackedCertificate = Pick<PackedRelease, 'id' | 'entry' | 'text'>;

export interface PackedStamp {
  /** Entries that the stamped head covers. */
  size: number;
  /** SHA-256 of the stamp. */
  sha256: string;
  /** The checkpoint that was stamped. */
  text: string;
  bytes: Buffer;
}

export interface PackedDataset {
  summary: DatasetSummary;
  /** What each column is held to be, and what a person said of it; null: this program cannot read all of it. */
  columns: readonly { effective: Finding; decision: Decision | null }[] | null;
}

/** How the keeping of data stands: rules, what they are about, holds, and what is due next. */
export interface PackedRetention {
  rules: readonly RetentionRuleView[];
  /** A line for each rule on each dataset, by what was counted last. */
  bindings: readonly {
    dataset: string;
    rule: string;
    title: string;
    /** Empty where it is about rows. */
    column: string;
    /** From which dates it counts, in a sentence. */
    told: string;
    counted: { entry: number; day: string; over: number; undated: number } | null;
    /** YYYY-MM-DD: the first day on which something is due; null where nothing is known to end. */
    next: string | null;
  }[];
  holds: readonly RetentionHoldView[];
  due: readonly { what: string; at: string }[];
}

/** Everything that an evidence pack is made of, as it was at `asOf`. */
export interface PackContents {
  workspaceId: string;
  organisation: string;
  /** ISO 8601. */
  asOf: string;
  profile: PackProfile;
  /** Ed25519 of the workspace, base64. */
  publicKey: string;
  /** Signature (base64) over the UTF-8 bytes of a text, and the key's id. */
  sign(text: string): { signature: string; keyId: string };
  /** Signed note of the log's head after its last entry here. */
  checkpoint: string;
  /** Whether the log verifies; else head and entries are packed as they lie there. */
  sound: boolean;
  /** What the pack does not show, in sentences. */
  gaps: readonly string[];
  entries: readonly SignedEntry[];
  /** The register of processing, as it was then. */
  register: WholeSnapshot;
  /** How the principles stand; null of a past moment, and for the public. */
  principles: PrinciplesShown | null;
  /** Assessments that were begun, as they stand; empty of a past moment, and for all but an authority. */
  impacts: readonly ImpactContents[];
  /** Where people stood by purpose; empty for the public. */
  consent: readonly ConsentStatistics[];
  /** The register of breaches, the newest first; null where it is not for whom the pack is made, or of a past day. */
  breaches: { bodies: readonly BreachBody[]; unreadable: number } | null;
  /** Null of a past day, and for the public. */
  retention: PackedRetention | null;
  releases: readonly PackedRelease[];
  /** Of related tables that were released together. */
  relatedTables: readonly PackedCertificate[];
  /** What other engines told of a run: figures, and no file. */
  told: readonly PackedCertificate[];
  datasets: readonly PackedDataset[];
  /** Time stamps of heads of the log, as authorities wrote them. */
  stamps: readonly PackedStamp[];
  /** The stand-alone verifier, as it is shipped: for Node and for a browser. */
  verifier: { script: string; page: string };
  /** Fonts that a PDF is set in lie there. */
  resources: string;
  /** Version of the program. */
  program: string;
}

/** One numbered part of the pack: what lies in it, in the order of its paths. */
export type PackSection = (contents: PackContents) => PackedFile[] | Promise<PackedFile[]>;

export const packedText = (path: string, text: string): PackedFile => ({ path, content: Buffer.from(text, 'utf8') });
export const packedBytes = (path: string, bytes: Uint8Array): PackedFile => ({ path, content: Buffer.from(bytes) });
export const packedJson = (path: string, value: unknown): PackedFile =>
  packedText(path, `${JSON.stringify(value, null, 2)}\n`);

const imported = z.object({ datasetId: z.string(), name: z.string() });

/** What people call datasets, deleted ones among them, and presets of purposes, by their ids. */
export const namesIn = ({ entries }: PackContents): ReadonlyMap<string, string> =>
  new Map([
    ...purposes.map(({ id, title }) => [id, title] as const),
    ...entries
      .filter(({ kind }) => arrivalKinds.some((arrival) => arrival === kind))
      .flatMap(({ payload }) => {
        const { success, data } = imported.safeParse(payloadFacts(payload));
        return success ? [[data.datasetId, data.name] as const] : [];
      }),
  ]);

/** Leaf hashes by entry: what a generated statement names is proven by one. */
export const entryHashes = ({ entries }: PackContents): ReadonlyMap<number, string> =>
  new Map(entries.map(({ seq, leaf_hash: hash }) => [seq, hash]));
