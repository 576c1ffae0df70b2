import type { z } from 'zod';
import type { Catalog } from '#engine/catalog/catalog.ts';
import type { RegisterWriter } from '#engine/journal/journal-writer.ts';
import type { Contradiction } from '#engine/journal/held/hold-catalogue.ts';
import type { Problem } from '#shared/journal/verify-log.ts';
import type { Cases } from './sealed-cases.ts';
import type { WorkspaceOperators } from './workspace-operators.ts';
import type { WorkspaceSummary } from '#shared/contract/workspaces.ts';
import type { ClassificationPolicy } from '#shared/domain/column-class.ts';

export interface Holding {
  /** What is wrong with the register itself, in a sentence. */
  damage: string | null;
  contradictions: Contradiction[];
  recipes: (Problem & { datasetId: string })[];
  /** Sealed files of datasets that are not those of their entries. */
  files: (Problem & { datasetId: string })[];
  /** Entries with which datasets came in, by id. */
  imports: ReadonlyMap<string, number>;
}

/** Ed25519, base64; `keyId` is the first 16 hex digits of SHA-256 over the raw public key. */
export interface Signed {
  signature: string;
  publicKey: string;
  keyId: string;
}

export interface WorkspaceKeys {
  /**
   * 32 bytes for keyed pseudonyms: the same person gets the same pseudonym within one purpose, and another in every
   * other. @param epoch which of its keys, 0 being the first; absent: the one that is in force
   */
  pseudonymKey(purposeId: string, epoch?: number): Uint8Array;
  /** How often that key was changed, by the log. */
  pseudonymEpoch(purposeId: string): number;
  /** 32 bytes for the pseudonyms of people in the consent ledger, and for nothing else. */
  ledgerKey(): Uint8Array;
  /** 32 bytes for the keyed hashes of the suppression list, and for nothing else. */
  suppressionKey(): Uint8Array;
  /** 32 bytes for the keyed order of rows. */
  orderKey(): Uint8Array;
  /** By the operator's own key; by the workspace's where no operator is registered. */
  sign(bytes: Uint8Array): Signed;
  /** The same by the key of the workspace, whoever works with it: what its checkpoints and certificates are signed with. */
  signForWorkspace(bytes: Uint8Array): Signed;
}

/**
 * Sealed files that take the place of others only when the register says so: prepared first, flushed, then put in place
 * by renames, each whole or not at all.
 */
export interface NextSealed {
  /** Encrypts a file of the working directory to take the place of `name`. @returns SHA-256 (hex) of what was sealed */
  seal(name: string, sourceFile: string, options?: { signal?: AbortSignal }): Promise<string>;
  /** Names that something waits to take the place of. */
  names(): string[];
  /** SHA-256 (hex) of what waits; null where nothing does. */
  hashOf(name: string): Promise<string | null>;
  /** The names of all that waits last through a power cut. */
  flush(): void;
  /** Puts what waits in place; what lay there, and its copy in the working directory, is gone. */
  promote(name: string): void;
  drop(name: string): void;
  /** From here on what waits is read in the place of `name`: for a folder in which nothing can be put in place. */
  readInstead(name: string): void;
}

/**
 * An open workspace. One writer at a time; what is sealed is in the clear only inside `workDirectory`, until `close`.
 */
export interface Workspace {
  readonly id: string;
  /** Absolute path of the folder; changes when a temporary workspace is saved. */
  readonly directory: string;
  /** Private to this process, wiped on close. */
  readonly workDirectory: string;
  /** Repositories; read them through the workspace each time, saving a temporary workspace replaces them. */
  readonly catalog: Catalog;
  readonly register: Pick<RegisterWriter, 'append' | 'appendMany' | 'checkpoint'>;
  readonly keys: WorkspaceKeys;
  /** Who works in it. */
  readonly operators: WorkspaceOperators;
  /** What the operator should know about how the workspace was found, in sentences. */
  readonly notices: readonly string[];
  /** Opened for reading only because of its place or its register, whoever opened it. */
  readonly readOnlyPlace: boolean;
  summary(): WorkspaceSummary;
  /** Catalogue rows and register entries together or not at all; synchronous work only. */
  transaction<T>(work: () => T): T;
  /** The `.tlog-proof` of an entry under the newest head. @throws Failure ENTRY_UNKNOWN, WORKSPACE_DAMAGED */
  prove(seq: number): string;
  /** The Merkle root (hex) of the first `size` entries; null where there are fewer. @throws Failure WORKSPACE_DAMAGED */
  rootAt(size: number): string | null;
  /** The register verified, and catalogue and recipes held against it. */
  hold(): Holding;
  /** One dataset and its suggestions held against the register. */
  holdDataset(datasetId: string): Contradiction[];
  /** The versions and the draft of one record held against the register. */
  holdRecord(kind: string, id: string): Contradiction[];
  /** Sealed records about people and incidents: requests, breaches. @param kind of letters, the same for good */
  cases<T>(kind: string, schema: z.ZodType<T>): Cases<T>;
  /** SHA-256 (hex) of a sealed file as it lies there; null where there is none. */
  hashSealed(name: string): Promise<string | null>;
  /**
   * Encrypts a file of the working directory into `data/<name>.sealed`, whole or not at all.
   * @returns SHA-256 (hex) of what was sealed
   */
  seal(name: string, sourceFile: string, options?: { signal?: AbortSignal }): Promise<string>;
  /**
   * Path of the decrypted copy in the working directory. @throws Failure FILE_MISSING, FILE_DAMAGED: import the source
   * again
   */
  unseal(name: string, options?: { signal?: AbortSignal }): Promise<string>;
  hasSealed(name: string): boolean;
  removeSealed(name: string): void;
  /** What is sealed beside a file to take its place later. */
  readonly next: NextSealed;
  /** Names whoever works here, while no operator is registered. @throws Failure WRONG_USAGE afterwards */
  setOperator(operator: string): WorkspaceSummary;
  setPolicy(policy: ClassificationPolicy, reason: string): WorkspaceSummary;
  /** @throws Failure PASSPHRASE_WRONG when `current` is not the passphrase */
  changePassphrase(current: string, next: string): Promise<void>;
  /** Makes a temporary workspace lasting, in a new folder; the object stays the same. */
  saveAs(
    directory: string,
    options: { organisation: string; operator: string; passphrase: string },
  ): Promise<{ recoveryKey: string }>;
  /** Wipes the working directory and frees the workspace for others; a temporary workspace is gone after it. */
  close(): Promise<void>;
  /** Closes it and deletes its folder for good. */
  destroy(): Promise<void>;
}
