import type { Certificate } from '#shared/certificate/certificate.ts';
import type { JobProgress } from '#shared/contract/job.ts';
import type { ReleaseResult } from '#shared/contract/releases.ts';
import type { ConsentCounts } from '#shared/domain/consent.ts';
import type { AudienceMade } from '#shared/domain/audience.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import type { PolicyOverride } from '#shared/domain/policy-override.ts';
import type { TextForm } from '#shared/domain/text-form.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import type { ReleasedName } from '#shared/guardrails/guard-input.ts';
import type { ReleaseKeys } from '#engine/keys/keys-from-file.ts';
import type { Signer } from '#engine/keys/signing-key.ts';
import type { LedgerInHand } from '../facts/ledger-lookup.ts';
import type { AskRegister } from './guard-release.ts';
import type { FileLayout } from './formats/laid-out.ts';
import type { Overriding } from './override-blocks.ts';
import type { FileBorder } from './place/file-border.ts';
import type { TokenPairs } from './token-pairs.ts';
import type { EarlierRelease } from './join-earlier.ts';
import type { RunElsewhere } from './run-elsewhere.ts';
import type { PopulationTable } from './population-counter.ts';
import type { Placing } from './place/placing-note.ts';
import type { ReleaseSource } from '../run-recipe/recipe-source.ts';

/** All that one release is made from. */
export interface ReleaseInput {
  source: ReleaseSource;
  recipe: Recipe;
  /** Effective findings: suggestions with people's decisions laid over them. */
  findings: readonly Finding[];
  /** Columns whose classification nobody has confirmed; recorded, never a block. */
  unconfirmed: readonly string[];
  purpose: Purpose | null;
  /** The register of processing says that the purpose rests on consent. */
  onConsent?: boolean;
  /** The consent ledger, where it has events for the purpose. */
  ledger?: LedgerInHand | null;
  declared: AskRegister;
  /** Names that go with the release, besides its segment's. */
  names?: readonly ReleasedName[];
  /** What the workspace sets in place of policy rows. */
  overrides: readonly PolicyOverride[];
  /** Who releases in spite of which blocks; null: nobody does. */
  overriding: Overriding | null;
  keys: ReleaseKeys | null;
  /** Earlier releases of the same source; null where no register tells of any. */
  earlier: readonly EarlierRelease[] | null;
  /** A table of everybody that the source was drawn from, where the target asks for one. */
  population?: PopulationTable | null | undefined;
  signer: Signer | null;
  /** Whose release it is; null without a workspace. */
  workspace: { id: string; organisation: string } | null;
  operator: string | null;
  /** To whom the file goes; absent where nobody said. */
  recipient?: string | undefined;
  outputPath: string;
  keepOrder: boolean;
  /** How the columns of the file stand, where not as the recipe leaves them. */
  layout?: FileLayout | undefined;
  /** Every column is text, also where the format has numbers, truth values and days. */
  asText?: boolean | undefined;
  /** The form that its bytes have as the source's have it; absent: UTF-8 with commas or tabs, and LF. */
  form?: TextForm | undefined;
  /** Where another engine ran the recipe and `source` is what came out of it. */
  elsewhere?: RunElsewhere | undefined;
  /** How it was made for the platform that it goes to. */
  audience?: AudienceMade | undefined;
  force: boolean;
  /** YYYY-MM-DD, outranks the recipe's reference date. */
  today?: string | undefined;
  now: Date;
  /** Private directory inside the one the source's data engine may use. */
  workDirectory: string;
  appVersion: string;
  signal?: AbortSignal | undefined;
  /**
   * Called when everything has been judged and checked, right before the files get their names; throws where it is too
   * late.
   */
  commit?: (() => void) | undefined;
  /** Names the files it puts beside its target; what a killed process left is found by it. */
  releaseId?: string | undefined;
  placing?: Placing | undefined;
  /**
   * Called when the files lie whole beside their places, before anything bears its name. Answers with the proof that a
   * register knows of them, which is placed with them; null where there is no register.
   */
  announce?: ((outcome: ReleaseOutcome) => Promise<string | null>) | undefined;
  /**
   * Called when the files bear their names: a release that cannot be registered is taken back, and what it replaced
   * comes back. Answers with the proof that it is registered as written, which replaces the one before.
   */
  register?: ((outcome: ReleaseOutcome) => Promise<string | null>) | undefined;
  /**
   * Keeps what the tokens of the release stand for, before anything bears its name; absent where nobody can, and then no
   * recipe with tokens is run.
   */
  keepTokens?: ((pairs: TokenPairs) => Promise<void>) | undefined;
  onProgress?: ((report: Omit<JobProgress, 'type'>) => void) | undefined;
  files?: FileBorder;
}

/** A release that was written. */
export interface ReleaseOutcome {
  /** `output` and `certificate` are paths. */
  result: Omit<ReleaseResult, 'registerEntry' | 'purposeRecord' | 'drift' | 'rejectedRows' | 'recipientAsBefore'>;
  certificate: Certificate;
  /** The certificate file's exact text. */
  certificateText: string;
  /** The descriptor's; null where none is written. */
  descriptorText: string | null;
  findings: GuardFinding[];
  /** Rows left out because consent does not hold, by why; null where it was not asked. */
  consent: ConsentCounts | null;
}
