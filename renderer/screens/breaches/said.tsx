import { Facts } from '#renderer/design/facts.tsx';

export type SaidItem = readonly [label: string, value: string | null];

/** What people stated, to be read: what nobody stated is left out. */
export function Said({ items }: { items: readonly SaidItem[] }) {
  const shown = items.flatMap(([label, value]) =>
    value === null || value === '' ? [] : [{ label, value: <bdi>{value}</bdi> }],
  );
  return shown.length === 0 ? null : <Facts items={shown} />;
}
