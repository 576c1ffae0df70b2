import { useStore } from '#renderer/state/create-store.ts';
import { workspaceDialog } from './dialog-state.ts';
import { EvidenceDialog } from './evidence-dialog.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { OpenDialog } from './open-dialog.tsx';
import { OperatorDialog } from './operator-dialog.tsx';
import { RecoveryKeyDialog } from './recovery-key-dialog.tsx';
import { RegisterExportDialog } from './register-files/register-export-dialog.tsx';
import { RegisterImportDialog } from './register-files/register-import-dialog.tsx';
import { SealDialog } from './seal-dialog.tsx';

/** Whichever workspace dialog is called for; at most one at a time. */
export function WorkspaceDialogs() {
  const dialog = useStore(workspaceDialog, (now) => now.dialog);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'create':
      return <SealDialog kind="create" />;
    case 'save':
      return <SealDialog kind="save" />;
    case 'open':
      return <OpenDialog target={dialog} />;
    case 'recovery-key':
      return <RecoveryKeyDialog recoveryKey={dialog.key} />;
    case 'leave':
      return <LeaveDialog stake={dialog.stake} then={dialog.then} />;
    case 'evidence':
      return <EvidenceDialog />;
    case 'register-import':
      return <RegisterImportDialog />;
    case 'register-export':
      return <RegisterExportDialog />;
    case 'operator':
      return <OperatorDialog {...(dialog.then ? { then: dialog.then } : {})} />;
  }
}
