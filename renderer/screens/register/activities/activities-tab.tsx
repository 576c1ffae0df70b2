import { ClipboardList } from 'lucide-react';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { activitiesText as text } from '#shared/text/window/activities.ts';

/** The processing activities of the workspace. */
export function ActivitiesTab() {
  return (
    <EmptyState icon={ClipboardList} title={text.empty.title}>
      {text.empty.sentence}
    </EmptyState>
  );
}
