import { Button, Table, Textarea } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { IntakeOptions } from '#shared/domain/intake.ts';
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
import styles from './datasets.module.css';
import { FirstRows } from './first-rows.tsx';
import { OptionControl, optionsOf, type Option } from './option-control.tsx';

/**
 * How a file would be read: each property with what was detected and why; all of it can be changed before anything is
 * imported.
 */
export function SniffPanel({ file }: { file: { grantId: string; fileName: string } }) {
  const [changed, setChanged] = useState<Partial<IntakeOptions>>({});
  const [informedHow, setInformedHow] = useState('');
  const importing = useIsImporting();
  const sniff = useQuery({
    queryKey: ['sniff', file.grantId, changed],
    queryFn: () => engine.datasets.sniff({ grantId: file.grantId, options: changed }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const change = (option: Option, value: IntakeOptions[Option]): void =>
    setChanged((now) =>
      option === 'format' ? { format: value as IntakeOptions['format'] } : { ...now, [option]: value },
    );
  const start = async (): Promise<void> => {
    try {
      await importFile({ ...file, options: changed, informedHow });
    } catch (error) {
      notifyFailure(error);
    }
  };
  const leave = (): void => leaveIntake(file.grantId);
  const found = sniff.data;
  const actions = (
    <>
      <Button onClick={leave} disabled={importing}>
        {text.cancel}
      </Button>
      <Button variant="filled" loading={importing} disabled={!found || sniff.isError} onClick={() => void start()}>
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
        <FailureNotice error={sniff.error} {...(canReset ? { onRetry: () => setChanged({}) } : {})} />
      </Screen>
    );
  }
  const { options, detections, columns, tables, warnings, fileName, bytes } = sniff.data;
  return (
    <Screen title={text.title} of={datasetsText.title} actions={actions} note={text.note(fileName, bytes)}>
      {warnings.length > 0 && (
        <Section title={text.warnings}>
          <ul className={styles.warnings}>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Section>
      )}
      <FirstRows grantId={file.grantId} options={options} columns={columns} />
      <div className={styles.sniff}>
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
              {optionsOf(options.format)
                .filter((option) => option !== 'table' || tables.length > 0)
                .map((option) => (
                  <Table.Tr key={option}>
                    <Table.Th scope="row" fw={500}>
                      {text.option[option]}
                    </Table.Th>
                    <Table.Td className={styles.control}>
                      <OptionControl
                        option={option}
                        value={options[option]}
                        tables={tables}
                        onChange={(value) => change(option, value)}
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
        <Textarea
          label={text.informed}
          description={text.informedHelp}
          autosize
          minRows={2}
          maxLength={2000}
          value={informedHow}
          onChange={(event) => setInformedHow(event.currentTarget.value)}
        />
      </div>
    </Screen>
  );
}
