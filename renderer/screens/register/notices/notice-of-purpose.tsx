import { Button, Menu } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { Copy, Printer } from 'lucide-react';
import { useState } from 'react';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { useWorkspace } from '#renderer/client/queries.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { useRecords } from '#renderer/client/records.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { Pill } from '#renderer/design/pill.tsx';
import { Section } from '#renderer/design/section.tsx';
import { showRecord } from '#renderer/state/register-place.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import type { GeneratedNotice } from '#shared/contract/lawfulness.ts';
import type { RecordSummary } from '#shared/contract/records.ts';
import type { MissingFrom } from '#shared/register/notice/notice-facts.ts';
import type { Paper } from '#shared/contract/control.ts';
import { noticeParagraphs } from '#shared/register/notice/notice-page.ts';
import { noticesText as text } from '#shared/text/window/notices.ts';
import { fieldWords, kindWords } from '../form/field-words.ts';
import { goToMissing } from './begin-record.ts';
import styles from './notices.module.css';
import { TakeOverPanel } from './take-over-panel.tsx';

/** The file of a notice, where the person says. */
const save = (purpose: GeneratedNotice['purpose'], ending: 'pdf' | 'html' | 'txt', paper: Paper): Promise<void> =>
  guarded(async () => {
    const suggestedName = text.save.name(purpose.title, ending);
    const grant = await window.custos.requestSave({ kind: 'notice', suggestedName });
    if (!grant) return;
    const { fileName } = await engine.lawfulness.saveNotice({ purpose: purpose.id, grantId: grant.grantId, paper });
    await refresh(keys.register, keys.verification);
    notifyDone(text.save.done(fileName));
  });

function SaveMenu({ purpose }: { purpose: GeneratedNotice['purpose'] }) {
  const ways = [
    [text.save.a4, 'pdf', 'A4'],
    [text.save.letter, 'pdf', 'Letter'],
    [text.save.html, 'html', 'A4'],
    [text.save.txt, 'txt', 'A4'],
  ] as const;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={<Printer size={14} aria-hidden="true" />}>{text.save.button}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {ways.map(([label, ending, paper]) => (
          <Menu.Item key={label} onClick={() => void save(purpose, ending, paper)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** No activity serves the purpose yet: where there is one at all, it may be the one that does. */
const whereSaid = (place: MissingFrom, activities: readonly RecordSummary[]): MissingFrom =>
  place.kind === 'activity' && place.id === null && activities.length === 1
    ? { kind: 'activity', id: activities[0]!.id, field: 'purposes' }
    : place;

function wordsOf({ kind, id, field }: MissingFrom, ref: string | undefined, activities: number): string {
  if (id === null && kind === 'activity' && activities > 0) return text.missing.chooseActivity;
  if (id === null) return text.missing.begin(kindWords(kind).one);
  return text.missing.open(kind === 'organisation' ? kindWords(kind).one : (ref ?? ''), fieldWords(kind, field).label);
}

/** What the law asks a notice to tell and nobody has stated, each with the field that would say it. */
function Missing({ notice, readOnly }: { notice: GeneratedNotice; readOnly: boolean }) {
  const { data: records } = useRecords();
  const { data: workspace } = useWorkspace();
  const { missing, purpose } = notice;
  const activities = (records ?? []).filter(({ kind, state }) => kind === 'activity' && state !== 'retired');
  if (missing.length === 0) return <Notice tone="pass">{text.missing.none}</Notice>;
  return (
    <Section title={text.missing.title(missing.length)}>
      <ul className={styles.missing}>
        {missing.map(({ element, what, place: named }) => {
          const place = whereSaid(named, activities);
          const ref = records?.find(({ id, kind }) => id === place.id && kind === place.kind)?.ref;
          const label = wordsOf(place, ref, activities.length);
          return (
            <li key={element} className={styles.lack}>
              <span>{what}</span>
              <Button
                size="compact-sm"
                disabled={readOnly && place.id === null}
                aria-label={`${label}. ${text.missing.label(what)}`}
                onClick={() =>
                  void guarded(() =>
                    goToMissing(place, purpose, { by: workspace?.operator ?? '', activities: activities.length }),
                  )
                }
              >
                {label}
              </Button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Kept({ notice }: { notice: GeneratedNotice }) {
  const { kept, purpose } = notice;
  const words = text.keptOnes;
  return (
    <Section title={words.title(purpose.title)}>
      {kept.length === 0 ? (
        <Notice tone="warn">{words.none}</Notice>
      ) : (
        <ul className={styles.missing}>
          {kept.map(({ id, ref, version, state, validFrom, validTo, savedAt, savedBy, text: said }) => (
            <li key={`${id} ${version}`} className={styles.lack}>
              <span className={styles.keptWords}>
                {words.version(ref, version)}
                <Pill tone={state === 'approved' ? 'quiet' : 'warn'}>{words.state(state)}</Pill>
                <Pill tone={said === notice.text ? 'quiet' : 'warn'}>
                  {said === notice.text ? words.same : words.other}
                </Pill>
                <span className={styles.soft}>
                  {words.valid(validFrom, validTo)} · {words.saved(savedBy, savedAt)}
                </span>
              </span>
              <Button size="compact-sm" onClick={() => showRecord({ kind: 'notice', id })}>
                {words.open(ref)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** The notice of one purpose: to read, to complete, to take over, to hand out. */
export function NoticeOfPurpose({ notice, readOnly }: { notice: GeneratedNotice; readOnly: boolean }) {
  const [taking, setTaking] = useState(false);
  const clipboard = useClipboard({ timeout: 3000 });
  const [heading, ...paragraphs] = noticeParagraphs(notice.text);
  return (
    <div className={styles.work} tabIndex={0} role="group" aria-label={text.text}>
      <div className={styles.column}>
        <div className={styles.buttons}>
          <Button variant="filled" disabled={readOnly || taking} onClick={() => setTaking(true)}>
            {text.take.open}
          </Button>
          <Button leftSection={<Copy size={14} aria-hidden="true" />} onClick={() => clipboard.copy(notice.text)}>
            {clipboard.copied ? text.copied : text.copy}
          </Button>
          <SaveMenu purpose={notice.purpose} />
        </div>
        {taking && <TakeOverPanel notice={notice} onClose={() => setTaking(false)} />}
        <article className={styles.notice}>
          <p className={styles.soft}>◇ {text.generated}</p>
          <h2 className={styles.heading}>{heading}</h2>
          {paragraphs
            .filter((paragraph) => !paragraph.startsWith('['))
            .map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
        </article>
      </div>
      <div className={styles.aside}>
        <Missing notice={notice} readOnly={readOnly} />
        <Kept notice={notice} />
      </div>
    </div>
  );
}
