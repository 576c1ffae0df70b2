import { Button, Group, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Finding } from '#shared/domain/finding.ts';
import { columnRole, type ColumnRole, type RecipeFormat2 } from '#shared/domain/recipe-format-2.ts';
import { mostProtected } from '#shared/domain/recipe-parts.ts';
import { giveRole, rolesInForce, suggestRoles, type SuggestedRole } from '#shared/roles/suggest-roles.ts';
import { roleReasons } from '#shared/text/roles.ts';
import { appText } from '#shared/text/window/app.ts';
import { riskText } from '#shared/text/window/risk.ts';
import styles from './risk.module.css';

const text = riskText.roles;
/** Columns that are listed at a time. */
const listedAtOnce = 100;

export interface RolesDialogProps {
  findings: readonly Finding[];
  /** What the recipe gives now. */
  given: RecipeFormat2['roles'];
  readOnly: boolean;
  onSave(roles: NonNullable<RecipeFormat2['roles']>): Promise<void>;
  onClose(): void;
}

interface RowProps {
  row: SuggestedRole;
  suggested: SuggestedRole;
  readOnly: boolean;
  onRole(role: ColumnRole): void;
}

function RoleRow({ row, suggested, readOnly, onRole }: RowProps) {
  return (
    <tr>
      <th scope="row">{row.column}</th>
      <td>
        <NativeSelect
          aria-label={text.of(row.column)}
          size="xs"
          value={row.role}
          disabled={readOnly}
          data={columnRole.options.map((role) => ({ value: role, label: text.name(role, role === suggested.role) }))}
          onChange={({ currentTarget }) => onRole(columnRole.parse(currentTarget.value))}
        />
      </td>
      <td className={styles.aside}>{roleReasons[row.why]}</td>
    </tr>
  );
}

/** Every column with its role, and why it has it; what is chosen otherwise is kept in the recipe. */
export function RolesDialog({ findings, given, readOnly, onSave, onClose }: RolesDialogProps) {
  const [roles, setRoles] = useState(given);
  const [find, setFind] = useState('');
  const [busy, setBusy] = useState(false);
  const suggested = new Map(suggestRoles(findings).map((one) => [one.column, one]));
  const rows = rolesInForce(findings, roles === undefined ? null : { roles });
  const found = rows.filter(({ column }) => column.toLowerCase().includes(find.trim().toLowerCase()));
  const guarded = rows.filter(({ role }) => role === 'to-protect').length;
  const save = async (): Promise<void> => {
    setBusy(true);
    await onSave(roles ?? []);
    setBusy(false);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={text.title} size={820}>
      <p className={styles.soft}>{text.why}</p>
      <TextInput
        aria-label={text.find}
        placeholder={text.find}
        value={find}
        data-autofocus
        onChange={({ currentTarget }) => setFind(currentTarget.value)}
      />
      <div className={styles.list} tabIndex={0} role="group" aria-label={text.title}>
        <table className={styles.roleList}>
          <thead>
            <tr>
              {text.columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.slice(0, listedAtOnce).map((row) => (
              <RoleRow
                key={row.column}
                row={row}
                suggested={suggested.get(row.column)!}
                readOnly={readOnly}
                onRole={(role) => setRoles(giveRole(roles, suggested.get(row.column)!, role))}
              />
            ))}
          </tbody>
        </table>
        {found.length === 0 && <p className={styles.soft}>{text.none}</p>}
        {found.length > listedAtOnce && <p className={styles.soft}>{text.more(found.length - listedAtOnce)}</p>}
      </div>
      {guarded > mostProtected && (
        <p role="alert" className={styles.wrong}>
          {text.tooMany(guarded, mostProtected)}
        </p>
      )}
      <Group justify="flex-end" gap="sm" mt="md">
        <Button onClick={onClose}>{readOnly ? appText.close : appText.cancel}</Button>
        {!readOnly && (
          <Button variant="filled" loading={busy} disabled={guarded > mostProtected} onClick={() => void save()}>
            {text.save}
          </Button>
        )}
      </Group>
    </Modal>
  );
}
