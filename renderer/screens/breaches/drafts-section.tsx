import { Button } from '@mantine/core';
import type { BreachExportKind, BreachShown } from '#shared/contract/breaches.ts';
import { breachForm } from '#shared/cases/breach/forms/index.ts';
import { count } from '#shared/text/numbers.ts';
import { breachesWindowText } from '#shared/text/window/breaches.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { ColumnHeads } from '#renderer/design/column-heads.tsx';
import { Pill } from '#renderer/design/pill.tsx';
import { Section } from '#renderer/design/section.tsx';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { refreshBreaches } from './use-change.ts';
import styles from './breaches.module.css';

const text = breachesWindowText.drafts;

/** Asks where, and writes it there. @param breach null: the register of all */
export const writeBreach = (breach: string | null, what: BreachExportKind, suggestedName: string): Promise<void> =>
  guarded(async () => {
    const grant = await window.custos.requestSave({ kind: 'breach', suggestedName });
    if (!grant) return;
    const { fileName, filled, fields } = await engine.breaches.export({ breach, what, grantId: grant.grantId });
    notifyDone(text.written(fileName, filled, fields));
    await refreshBreaches();
  });

/** What can be handed over: drafts for authorities with how far they are filled, and the letter to the people. */
export function DraftsSection({ breach: { id, body, forms }, readOnly }: { breach: BreachShown; readOnly: boolean }) {
  return (
    <Section title={text.title}>
      <p className={styles.soft}>{text.note}</p>
      <table className={styles.table} aria-label={text.title}>
        <ColumnHeads names={text.columns} />
        <tbody>
          {forms.map((form, at) => (
            <tr key={form.id}>
              <th scope="row">
                {text.name(form.id)} {breachForm(form.id).status === 'consultation' && <Pill>{text.consultation}</Pill>}
              </th>
              <td>{text.filled(form.filled, form.fields)}</td>
              <td>{count(form.byWorkspace)}</td>
              <td>
                <Button
                  variant={at === 0 ? 'filled' : 'default'}
                  disabled={readOnly}
                  onClick={() => void writeBreach(id, form.id, text.file(body.ref, form.id))}
                >
                  {text.draft(form.id)}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.buttons}>
        <Button disabled={readOnly} onClick={() => void writeBreach(id, 'letter', text.file(body.ref, 'letter'))}>
          {text.letter}
        </Button>
      </div>
    </Section>
  );
}
