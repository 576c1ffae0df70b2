import { SegmentedControl } from '@mantine/core';
import type { WorkspaceSummary } from '#shared/contract/workspaces.ts';
import { changeSettings } from '#renderer/design/use-theme.ts';
import { useConnection } from '#renderer/client/connection.ts';
import { useSettings, useWorkspace } from '#renderer/client/queries.ts';
import { Facts } from '#renderer/design/facts.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { Section } from '#renderer/design/section.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { moment } from '#shared/text/numbers.ts';
import { settingsText as text } from '#shared/text/window/settings.ts';
import { PolicySwitch } from '#renderer/workspace/policy-switch.tsx';
import { BackupSection } from './backups.tsx';
import { DeleteWorkspace } from './delete-workspace.tsx';
import { KeySection } from './key-register.tsx';
import { OperatorForm } from './operator-form.tsx';
import { Operators } from './operators.tsx';
import { PassphraseForm } from './passphrase-form.tsx';
import styles from './settings.module.css';
import { Holidays } from './holidays.tsx';
import { PolicyRows } from './policy-rows.tsx';
import { ThirdPartyNotices } from './third-party-notices.tsx';

function About() {
  const { versions } = useConnection();
  const { runtime } = window.custos;
  return (
    <Section title={text.about}>
      {runtime.evaluationRuntime && <Notice tone="warn">{text.evaluation}</Notice>}
      <Facts
        items={[
          { label: text.aboutFacts.version, value: versions?.appVersion ?? null },
          { label: text.aboutFacts.electron, value: runtime.electron },
          { label: text.aboutFacts.chromium, value: runtime.chrome },
          { label: text.aboutFacts.node, value: versions?.node ?? null },
          { label: text.aboutFacts.duckdb, value: versions?.duckdb ?? null },
          { label: text.aboutFacts.sqlite, value: versions?.sqlite ?? null },
          { label: text.aboutFacts.sandbox, value: runtime.sandboxed ? text.sandboxed : text.notSandboxed },
        ]}
      />
      <ThirdPartyNotices />
    </Section>
  );
}

/** What the workspace is called, whose it is, and how it is kept. */
function WorkspaceFacts({ workspace }: { workspace: WorkspaceSummary }) {
  return (
    <Facts
      items={[
        { label: text.facts.name, value: workspace.name },
        { label: text.facts.organisation, value: workspace.organisation || text.none },
        { label: text.facts.made, value: moment(workspace.createdAt) },
        {
          label: text.facts.kind,
          value: workspace.readOnly
            ? text.facts.readOnly
            : workspace.temporary
              ? text.facts.temporary
              : text.facts.lasting,
        },
      ]}
    />
  );
}

/** Appearance, the workspace's own settings, and what the product is and promises. */
export function SettingsScreen() {
  const settings = useSettings();
  const workspace = useWorkspace();
  if (settings.isError || workspace.isError)
    return (
      <Screen title={text.title}>
        <FailureNotice
          error={settings.error ?? workspace.error}
          onRetry={() => void (settings.isError ? settings.refetch() : workspace.refetch())}
        />
      </Screen>
    );
  if (settings.isPending || workspace.isPending) return <SkeletonRows rows={8} />;
  const open = workspace.data;
  return (
    <Screen title={text.title}>
      <div className={styles.page}>
        <Section title={text.appearance}>
          <SegmentedControl
            aria-label={text.theme}
            value={settings.data.theme}
            onChange={(theme) => void changeSettings({ theme: theme })}
            data={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: text.themes[value] }))}
          />
        </Section>
        {open === null ? (
          <>
            <Section title={text.workspace}>
              <p className={styles.help}>{text.noWorkspace}</p>
            </Section>
            <BackupSection workspace={null} />
          </>
        ) : (
          <>
            <Section title={text.workspace}>
              <WorkspaceFacts workspace={open} />
              <div className={styles.gap} />
              {open.operators === 0 && <OperatorForm key={open.operator} workspace={open} />}
            </Section>
            <Operators workspace={open} />
            <Section title={text.policy}>
              <p className={styles.help}>{text.policyHelp}</p>
              <PolicySwitch workspace={open} />
            </Section>
            <PolicyRows workspace={open} />
            <Holidays readOnly={open.readOnly} />
            <Section title={text.passphrase}>
              {open.temporary ? (
                <p className={styles.help}>{text.passphraseTemporary}</p>
              ) : (
                <PassphraseForm readOnly={open.readOnly && open.role !== 'reader'} />
              )}
            </Section>
            <KeySection readOnly={open.readOnly} />
            <BackupSection workspace={open} />
            <Section title={text.danger}>
              <p className={styles.help}>{text.dangerHelp}</p>
              <DeleteWorkspace workspace={open} />
            </Section>
          </>
        )}
        <About />
        <Section title={text.promises}>
          <ul className={styles.list}>
            {[...text.promise, ...text.notPromise].map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Section>
      </div>
    </Screen>
  );
}
