import { Button } from '@mantine/core';
import { useDifferences } from '#renderer/client/differences.ts';
import { useRecords } from '#renderer/client/records.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { showRecord } from '#renderer/state/register-place.ts';
import { recordsText } from '#shared/text/window/records.ts';
import { RecordList } from '../list/record-list.tsx';
import { SampleRegister } from './sample-register.tsx';

const text = recordsText.drafted;

/** The processing activities; what an import drafted and nobody has read is offered above them. */
export function ActivitiesTab() {
  const { data } = useRecords();
  const { data: comparison } = useDifferences();
  const drafted = data?.find(
    ({ kind, state, version, generated }) => kind === 'activity' && state === 'draft' && version === 1 && generated > 0,
  );
  return (
    <>
      {drafted !== undefined && (
        <Notice
          title={text.title(drafted.ref, drafted.title)}
          action={<Button onClick={() => showRecord({ kind: drafted.kind, id: drafted.id })}>{text.read}</Button>}
        >
          {text.sentence(drafted.generated)}
        </Notice>
      )}
      <SampleRegister />
      <RecordList tab="activities" comparison={comparison} />
    </>
  );
}
