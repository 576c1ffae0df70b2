import { useRecords } from '#renderer/client/records.ts';
import { RecordList } from '../list/record-list.tsx';
import { RecordPage } from '../record/record-page.tsx';

/** Who keeps the register: one record, open at once. */
export function OrganisationTab() {
  const { data } = useRecords();
  const profile = data?.find(({ kind }) => kind === 'organisation');
  return profile === undefined ? (
    <RecordList tab="organisation" />
  ) : (
    <RecordPage record={{ kind: profile.kind, id: profile.id }} />
  );
}
