import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ColumnRole } from '#shared/domain/recipe-format-2.ts';
import type { SuggestedRole } from '#shared/roles/suggest-roles.ts';
import { riskText } from '#shared/text/window/risk.ts';
import styles from './risk.module.css';
import { RolesDialog, type RolesDialogProps } from './roles-dialog.tsx';

const text = riskText.roles;

/** How many columns have which role, and the way to change them. */
export function RolesLine({
  roles,
  ...dialog
}: { roles: readonly SuggestedRole[] } & Omit<RolesDialogProps, 'onClose'>) {
  const [open, setOpen] = useState(false);
  const numbers: Record<ColumnRole, number> = {
    identifying: 0,
    'could-be-known': 0,
    'to-protect': 0,
    'same-for-a-group': 0,
  };
  for (const { role } of roles) numbers[role] += 1;
  const given = roles.filter(({ why }) => why === 'given').length;
  return (
    <section aria-label={text.label} className={styles.roles}>
      <strong>{text.label}</strong>
      <span>{text.line(numbers)}</span>
      <span className={styles.aside}>{text.given(given)}</span>
      <Button size="compact-sm" onClick={() => setOpen(true)}>
        {dialog.readOnly ? text.show : text.change}
      </Button>
      {open && <RolesDialog {...dialog} onClose={() => setOpen(false)} />}
    </section>
  );
}
