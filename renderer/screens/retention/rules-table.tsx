import { Button } from '@mantine/core';
import type { RetentionRuleView } from '#shared/contract/retention.ts';
import { retentionText } from '#shared/text/retention.ts';
import { retentionWindowText } from '#shared/text/window/retention.ts';
import { ColumnHeads } from '#renderer/design/column-heads.tsx';
import { Section } from '#renderer/design/section.tsx';
import styles from './retention.module.css';

const { rules: text, own } = retentionWindowText;

/** How long each kind of data is kept, what is done then, and by whose word. */
export function RulesTable({
  rules,
  mayApprove,
  onChange,
  onAdd,
  onRemove,
}: {
  rules: readonly RetentionRuleView[];
  mayApprove: boolean;
  onChange(rule: RetentionRuleView): void;
  onAdd(): void;
  onRemove(rule: RetentionRuleView): void;
}) {
  return (
    <Section
      title={text.title}
      aside={
        <Button size="compact-sm" disabled={!mayApprove} onClick={onAdd}>
          {own.add}
        </Button>
      }
    >
      <table className={styles.table} aria-label={text.label}>
        <ColumnHeads names={Object.values(text.heads)} deeds />
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.id}>
              <th scope="row">{rule.title}</th>
              <td className={rule.duration === null ? styles.openPeriod : styles.period}>
                {retentionText.period(rule.duration, rule.grace)}
              </td>
              <td className={styles.period}>{retentionText.actions[rule.action]}</td>
              <td>
                {rule.legalReason}. {rule.checkedOn !== null && text.checked(rule.checkedOn)}
                {rule.own !== null && own.told(rule.own)}
                {rule.decided !== null && <div className={styles.soft}>{text.decided(rule.decided)}</div>}
              </td>
              <td className={styles.deed}>
                <Button
                  size="compact-sm"
                  disabled={!mayApprove}
                  aria-label={text.changeOf(rule.title)}
                  onClick={() => onChange(rule)}
                >
                  {text.change}
                </Button>
                {rule.own !== null && (
                  <Button
                    size="compact-sm"
                    ml={4}
                    disabled={!mayApprove}
                    aria-label={own.removeOf(rule.title)}
                    onClick={() => onRemove(rule)}
                  >
                    {own.remove}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
