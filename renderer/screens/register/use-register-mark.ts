import type { RailMark } from '#renderer/navigation/rail-mark.ts';
import { useRegisterSize, useVerification } from '#renderer/client/queries.ts';
import { appText } from '#shared/text/window/app.ts';

/** The number of entries; blocked when the register does not verify. */
export function useRegisterMark(): RailMark {
  const size = useRegisterSize();
  const { data } = useVerification();
  if (data && !data.ok) return { state: 'blocked', words: appText.status.broken };
  return size === null ? { state: 'none' } : { state: 'none', count: size };
}
