import type { Sitting } from './sitting.ts';

/**
 * Sittings by record: those whose form is shown, and those whose form was left before everything was kept. Such a one
 * is found again with all that was typed by whoever opens its record.
 */
export function openSittings() {
  const open = new Map<string, Sitting>();
  const shown = new Set<Sitting>();
  const leave = async (record: string, sitting: Sitting): Promise<void> => {
    await sitting.leave();
    if (!shown.has(sitting) && open.get(record) === sitting) open.delete(record);
  };
  return {
    /** The sitting at a record that is under way, else a new one. */
    at(record: string, start: () => Sitting): Sitting {
      const sitting = open.get(record) ?? start();
      open.set(record, sitting);
      return sitting;
    },
    show(record: string, sitting: Sitting): void {
      open.set(record, sitting);
      shown.add(sitting);
    },
    /** Its form is left. @throws what kept it from ending */
    hide(record: string, sitting: Sitting): Promise<void> {
      shown.delete(sitting);
      return leave(record, sitting);
    },
    /** @throws what kept one of them from ending; the others have ended */
    async leaveAll(): Promise<void> {
      const left = await Promise.allSettled([...open].map(([record, sitting]) => leave(record, sitting)));
      for (const one of left) if (one.status === 'rejected') throw one.reason;
    },
    /** Their workspace is not open any more. */
    forget(): void {
      for (const sitting of open.values()) sitting.forget();
      open.clear();
    },
  };
}
