import { Button, Select, Stack, Table } from '@mantine/core';
import { useState } from 'react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { useDatasets } from '#renderer/client/queries.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { Facts } from '#renderer/design/facts.tsx';
import { Section } from '#renderer/design/section.tsx';
import { channelText, datasetsText } from '#shared/text/window/datasets.ts';
import { joinText } from '#shared/text/window/join.ts';
import { intakeText } from '#shared/text/window/intake.ts';
import { bytes, count, moment } from '#shared/text/numbers.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { InformedField } from './informed-field.tsx';
import styles from './datasets.module.css';
import { Warnings } from './warnings.tsx';

const text = datasetsText.about;

/** Where a dataset came from and how its people were informed: can be stated after the import as well. */
function Provenance({ dataset, readOnly }: { dataset: DatasetSummary; readOnly: boolean }) {
  const [channel, setChannel] = useState(dataset.channel);
  const [informedHow, setInformedHow] = useState(dataset.informedHow);
  const save = (): Promise<void> =>
    guarded(async () => {
      await engine.datasets.setProvenance({ datasetId: dataset.id, channel, informedHow });
      await refresh(keys.datasets, keys.classification(dataset.id), keys.register, keys.verification);
      notifyDone(text.saved);
    });
  const channels =
    channel === null || channelText.some(({ value }) => value === channel)
      ? channelText
      : [...channelText, { value: channel, label: channel }];
  return (
    <Section title={text.provenance}>
      <Stack gap="sm" maw={480}>
        <Select
          label={text.channel}
          placeholder={text.channelNone}
          clearable={!readOnly}
          readOnly={readOnly}
          data={channels}
          value={channel}
          onChange={setChannel}
          clearButtonProps={{ 'aria-label': text.channelNone }}
        />
        <InformedField
          label={text.informed}
          help={text.informedHelp}
          value={informedHow}
          readOnly={readOnly}
          onChange={setInformedHow}
        />
        <div>
          <Button
            variant="filled"
            disabled={readOnly || (channel === dataset.channel && informedHow === dataset.informedHow)}
            onClick={() => void save()}
          >
            {text.save}
          </Button>
        </div>
      </Stack>
    </Section>
  );
}

/** Each property of reading the file with what was found and why. */
function Reading({ detections }: { detections: DatasetSummary['detections'] }) {
  return (
    <Section title={text.reading}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text.option}</Table.Th>
            <Table.Th>{text.value}</Table.Th>
            <Table.Th>{text.reason}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {detections.map((found) => (
            <Table.Tr key={found.option}>
              <Table.Td>{intakeText.option[found.option] ?? found.option}</Table.Td>
              <Table.Td>
                <code>{found.value === '\t' ? intakeText.delimiters['\t'] : found.value}</code>
              </Table.Td>
              <Table.Td>{found.reason}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}

/** The file it came in with, or the datasets that it was joined from, as far as they are there still. */
function originOf({ fileName, join }: DatasetSummary, all: readonly DatasetSummary[]) {
  if (join === undefined) return [{ label: text.file, value: fileName }];
  const { left, right } = join;
  const called = ({ datasetId, name }: typeof left): string =>
    all.some(({ id }) => id === datasetId) ? name : joinText.sourceGone(name);
  return [
    { label: text.joined, value: `${called(left)}, ${called(right)}` },
    { label: text.joinedOn, value: `${left.column}, ${right.column}` },
  ];
}

/** Facts, how the file was read and why, and its provenance, which can be stated here. */
export function AboutTab({ dataset, readOnly }: { dataset: DatasetSummary; readOnly: boolean }) {
  const all = useDatasets().data ?? [];
  return (
    <div className={styles.about}>
      <div>
        <Section title={text.facts}>
          <Facts
            items={[
              ...originOf(dataset, all),
              { label: text.rows, value: count(dataset.rows) },
              { label: text.rejected, value: count(dataset.rejectedRows) },
              { label: text.columns, value: count(dataset.columns.length) },
              { label: dataset.join ? text.joinedSize : text.size, value: bytes(dataset.bytes) },
              { label: dataset.join ? text.made : text.imported, value: moment(dataset.importedAt) },
              {
                label: dataset.join ? text.joinedSha : text.sha,
                value: <code className={styles.hash}>{dataset.sha256}</code>,
              },
            ]}
          />
        </Section>
        <Warnings title={text.warnings} warnings={dataset.warnings} />
        <Provenance dataset={dataset} readOnly={readOnly} />
      </div>
      {dataset.detections.length > 0 && <Reading detections={dataset.detections} />}
    </div>
  );
}
