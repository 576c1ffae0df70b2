import { z } from 'zod';
import { classificationPolicy } from '#shared/domain/column-class.ts';
import { operatorRole } from '#shared/domain/operator.ts';
import { method } from './failure.ts';

export const workspaceSummary = z.object({
  id: z.string(),
  name: z.string(),
  organisation: z.string(),
  /** Who works with it. */
  operator: z.string(),
  /** Their role; null where no operator is registered, so that one person does everything. */
  role: operatorRole.nullable(),
  /** How many registered operators work in it; 0 where none is registered. */
  operators: z.number().int(),
  policy: classificationPolicy,
  /** Lives in a private directory and is wiped on close unless saved. */
  temporary: z.boolean(),
  /** Nothing may be changed: because of its place, its register, or the operator's role. */
  readOnly: z.boolean(),
  createdAt: z.string(),
});
export type WorkspaceSummary = z.infer<typeof workspaceSummary>;
const opened = workspaceSummary.extend({ notices: z.array(z.string()) });

/** A record of the workspace that another version of Custos wrote and this one cannot read. It is kept as it is. */
export const otherVersion = z.object({
  kind: z.enum([
    'dataset',
    'classification',
    'decision',
    'release',
    'purpose',
    'record_version',
    'record_draft',
    'consent_batch',
    'case_record',
  ]),
  id: z.string(),
  name: z.string(),
});
export type OtherVersion = z.infer<typeof otherVersion>;

/**
 * Where passphrases can be remembered: the system's own key store, or `none` where there is none that really encrypts.
 */
export const keyStoreStatus = z.object({
  available: z.boolean(),
  kind: z.enum(['keychain', 'dpapi', 'gnome-libsecret', 'kwallet', 'none']),
});
export type KeyStoreStatus = z.infer<typeof keyStoreStatus>;

/**
 * `true`: have the passphrase remembered by the system's key store; `false`: have it forgotten there; absent: leave it
 * as it is.
 */
const remember = z.boolean().optional();
/** A new passphrase that is easy to guess is refused, unless the person says that they know. */
const weakAccepted = z.boolean().optional();
/** `remembered` is false where the key store was asked and did not keep the passphrase. */
const made = z.object({ workspace: workspaceSummary, recoveryKey: z.string(), remembered: z.boolean() });

export const workspaces = {
  /** The open workspace of this engine, or null. */
  current: method.input(z.object({})).output(workspaceSummary.nullable()),
  /**
   * Records of the open workspace that are from another version of Custos: lists name them, nothing uses or changes
   * them.
   */
  otherVersions: method.input(z.object({})).output(z.array(otherVersion)),
  recent: method.input(z.object({})).output(
    z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        organisation: z.string(),
        openedAt: z.string(),
        missing: z.boolean(),
        rememberedKey: z.boolean(),
      }),
    ),
  ),
  keyStore: method.input(z.object({})).output(keyStoreStatus),
  /** Takes it off the list, and its passphrase out of the key store. */
  forgetRecent: method.input(z.object({ id: z.string() })).output(z.object({})),
  /** The recovery key is returned here and never again. */
  create: method
    .input(
      z.object({
        grantId: z.string(),
        organisation: z.string().max(200).default(''),
        operator: z.string().min(1).max(200),
        policy: classificationPolicy.default('customer-tracking'),
        passphrase: z.string().min(1),
        weakAccepted,
        remember,
      }),
    )
    .output(made),
  /** Opens straight away with a random passphrase in a private directory; `save` makes it lasting. */
  createTemporary: method
    .input(z.object({ name: z.string().max(100), operator: z.string().max(200).default('') }))
    .output(workspaceSummary),
  saveTemporary: method
    .input(
      z.object({
        grantId: z.string(),
        operator: z.string().min(1).max(200),
        organisation: z.string().max(200).default(''),
        passphrase: z.string().min(1),
        weakAccepted,
        remember,
      }),
    )
    .output(made),
  /** With `recentId` alone the remembered passphrase is used; a recovery key is never remembered. */
  open: method
    .input(
      z.object({
        grantId: z.string().optional(),
        recentId: z.string().optional(),
        passphrase: z.string().optional(),
        recoveryKey: z.string().optional(),
        /** Who opens it, where more than one operator works in it. */
        operator: z.string().max(200).optional(),
        /** With the recovery key, where operators are registered: the passphrase of theirs that is lost, anew. */
        newPassphrase: z.string().optional(),
        weakAccepted,
        remember,
      }),
    )
    .output(opened),
  close: method.input(z.object({})).output(z.object({})),
  /** Deletes the open workspace's folder for good, with a reason; `confirmName` must equal its name. */
  delete: method
    .input(z.object({ confirmName: z.string(), reason: z.string().max(2000).default('') }))
    .output(z.object({})),
  setOperator: method.input(z.object({ operator: z.string().min(1).max(200) })).output(workspaceSummary),
  setPolicy: method
    .input(z.object({ policy: classificationPolicy, reason: z.string().min(1).max(2000) }))
    .output(workspaceSummary),
  changePassphrase: method
    .input(z.object({ current: z.string(), next: z.string().min(1), weakAccepted }))
    .output(z.object({})),
};
