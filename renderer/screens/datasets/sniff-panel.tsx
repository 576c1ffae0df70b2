import { Button, Table } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { IntakeOptions, OtherReading, Sniffed } from '#shared/domain/intake.ts';
import { engine } from '#renderer/client/connection.ts';
import { readFailure } from '#renderer/client/failure.ts';
import { notifyFailure } from '#renderer/client/notify.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Pill } from '#renderer/design/pill.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { Section } from '#renderer/design/section.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { importFile } from '#renderer/workspace/open-dataset.ts';
import { leaveIntake, useIsImporting } from '#renderer/workspace/pending-intake.ts';
import { datasetsText } from '#shared/text/window/datasets.ts';
import { intakeText as text } from '#shared/text/window/intake.ts';
import { InformedField } from './informed-field.tsx';
import styles from './datasets.module.css';
import { FirstRows } from './first-rows.tsx';
import { optionsOf, type Option } from './intake-choices.ts';
import { OptionControl } from './option-control.tsx';
import { OtherReadings } from './other-readings.tsx';
import { Warnings } from './warnings.tsx';

/** Each property with what was detected and why, or that a person chose it. */
function Detected({
  sniffed: { options, detections, tables, members },
  changed,
  onChange,
}: {
  sniffed: Sniffed;
  changed: Partial<IntakeOptions>;
  onChange(option: Option, value: IntakeOptions[Option]): void;
}) {
  const named = (option: Option): string[] => (option === 'member' ? members : tables);
  const shown = optionsOf(options.format).filter(
    (option) =>
      ((option !== 'table' && option !== 'member') || named(option).length > 0) &&
      // Few files have what these are about.
      ((option !== 'form' && option !== 'rowNames') || options[option] !== undefined || changed[option] !== undefined),
  );
  return (
    <Section title={text.detected}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{datasetsText.about.option}</Table.Th>
            <Table.Th>{datasetsText.about.value}</Table.Th>
            <Table.Th>{datasetsText.about.reason}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((option) => (
            <Table.Tr key={option}>
              <Table.Th scope="row" fw={500}>
                {text.option[option]}
              </Table.Th>
              <Table.Td className={styles.control}>
                <OptionControl
                  option={option}
                  value={options[option]}
                  named={named(option)}
                  onChange={(value) => onChange(option, value)}
                />
              </Table.Td>
              <Table.Td className={styles.reason}>
                {changed[option] === undefined ? (
                  (detections.find((detection) => detection.option === option)?.reason ?? '')
                ) : (
                  <Pill tone="accent">{text.changed}</Pill>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}

/** Options whose change makes those chosen before it meaningless: another format, another file of an archive. */
const startsAnew = (option: Option): boolean => option === 'format' || option === 'member';

/** What was found in a file, read with the options a person has changed so far. */
function useSniffed(grantId: string) {
  const [changed, setChanged] = useState<Partial<IntakeOptions>>({});
  const sniff = useQuery({
    queryKey: ['sniff', grantId, changed],
    queryFn: () => engine.datasets.sniff({ grantId, options: changed }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const change = (option: Option, value: IntakeOptions[Option]): void =>
    setChanged((now) => (startsAnew(option) ? { member: now.member, [option]: value } : { ...now, [option]: value }));
  const { member: _file, ...reading } = changed;
  // What is offered beside the first reading stays where it is when one of it is looked at.
  const [offered, setOffered] = useState<OtherReading[]>([]);
  if (
    sniff.data &&
    Object.keys(reading).length === 0 &&
    !sniff.isPlaceholderData &&
    offered !== sniff.data.alternatives
  )
    setOffered(sniff.data.alternatives);
  // Another reading is one of the same file in the archive.
  const choose = (other: Partial<IntakeOptions>): void =>
    setChanged(({ member }) => ({ ...(member !== undefined && { member }), ...other }));
  return { sniff, changed, reading, offered, change, choose };
}

async function importOrTell(request: Parameters<typeof importFile>[0]): Promise<void> {
  try {
    await importFile(request);
  } catch (error) {
    notifyFailure(error);
  }
}

/**
 * How a file would be read: each property with what was detected and why; all of it can be changed before anything is
 * imported.
 */
export function SniffPanel({ file }: { file: { grantId: string; fileName: string } }) {
  const { sniff, changed, reading, offered, change, choose } = useSniffed(file.grantId);
  const [informedHow, setInformedHow] = useState('');
  const importing = useIsImporting();
  const actions = (
    <>
      <Button onClick={() => leaveIntake(file.grantId)} disabled={importing}>
        {text.cancel}
      </Button>
      <Button
        variant="filled"
        loading={importing}
        disabled={!sniff.data || sniff.isError}
        onClick={() => void importOrTell({ ...file, options: changed, informedHow })}
      >
        {text.import}
      </Button>
    </>
  );
  if (sniff.isPending)
    return (
      <Screen title={text.title} of={datasetsText.title} actions={actions}>
        <SkeletonRows label={text.reading} />
      </Screen>
    );
  if (sniff.isError) {
    const canReset = Object.keys(changed).length > 0 && readFailure(sniff.error).code !== 'GRANT_UNKNOWN';
    return (
      <Screen title={text.title} of={datasetsText.title} actions={actions} note={file.fileName}>
        <FailureNotice error={sniff.error} {...(canReset ? { onRetry: () => choose({}) } : {})} />
      </Screen>
    );
  }
  const { options, columns, warnings, fileName, bytes } = sniff.data;
  return (
    <Screen title={text.title} of={datasetsText.title} actions={actions} note={text.note(fileName, bytes)}>
      <Warnings title={text.warnings} warnings={warnings} />
      <OtherReadings offered={offered} changed={reading} onChoose={choose} />
      <FirstRows grantId={file.grantId} options={options} columns={columns} />
      <div className={styles.sniff}>
        <Detected sniffed={sniff.data} changed={changed} onChange={change} />
        <InformedField label={text.informed} help={text.informedHelp} value={informedHow} onChange={setInformedHow} />
      </div>
    </Screen>
  );
}
