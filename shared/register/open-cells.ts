import { isAnswered, legalMinimum, type FoundRecord } from './minimum.ts';
import type { RecordKind } from './record-kinds/index.ts';
import type { WholeSnapshot } from './register-snapshot.ts';
import { indexRegister } from './sheets/register-index.ts';

/** Cells of the legal minimum that each activity of a register leaves without an answer: `30(1)(f)`. */
export function openCells(snapshot: WholeSnapshot): { ref: string; cells: string[] }[] {
  const register = indexRegister(snapshot);
  const unreadable = new Set(snapshot.unreadable.map(({ kind, id }) => `${kind}/${id}`));
  const find = (kind: RecordKind, id: string): FoundRecord => {
    if (unreadable.has(`${kind}/${id}`)) return { unreadable: true };
    const record = register.find(kind, id);
    return record === undefined ? null : { body: record.body, retired: record.state === 'retired' };
  };
  const organisation = register.of('organisation')[0];
  return register.of('activity').flatMap(({ id, ref, body }) => {
    const { cells } = legalMinimum({
      activity: { id, body },
      organisation: organisation === undefined ? null : { body: organisation.body, retired: false },
      find,
    });
    const open = cells.filter((cell) => !isAnswered(cell)).map((cell) => cell.id);
    return open.length === 0 ? [] : [{ ref, cells: open }];
  });
}
