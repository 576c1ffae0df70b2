import { registerCheckText as text } from '#shared/text/journal.ts';
import { checkpointText } from './checkpoint.ts';
import { cosignedText } from './cosignature.ts';
import { journalEntries } from './entry-kinds/journal.ts';
import type { RegisterCrypto } from './register-crypto.ts';

/** Kinds of entries that say something of a head that the log had. */
export const headStatementKinds = ['head.countersigned', 'head.stamped'] as const;

type Kind = (typeof headStatementKinds)[number];
type Said = { [K in Kind]: { kind: K } & ReturnType<(typeof journalEntries)[K]['parse']> }[Kind];
type Statement = Said & { seq: number };

interface Finding {
  seq: number;
  kind: string;
  detail: string;
}

/**
 * What an entry says of a head that somebody countersigned or stamped; null for any other, and for one that cannot be
 * read.
 */
export function headStatement(entry: { kind: string; payload: string }): Said | null {
  const kind = headStatementKinds.find((one) => one === entry.kind);
  if (kind === undefined) return null;
  try {
    const said = journalEntries[kind].safeParse(JSON.parse(entry.payload)).data;
    return said === undefined ? null : ({ kind, ...said } as Said);
  } catch {
    return null;
  }
}

/** Sizes of the heads that entries are about: their roots have to be known when the log was gone through. */
export const statedSizes = (entries: Iterable<{ kind: unknown; payload: unknown }>): number[] =>
  [...entries].flatMap(({ kind, payload }) =>
    typeof kind === 'string' && typeof payload === 'string' ? (headStatement({ kind, payload })?.size ?? []) : [],
  );

/** Goes from entry to entry and keeps what people said of heads, to hold it against the log when all were read. */
export class HeadStatements {
  readonly #crypto: RegisterCrypto;
  readonly #origin: string;
  readonly #found: Statement[] = [];

  constructor(crypto: RegisterCrypto, origin: string) {
    this.#crypto = crypto;
    this.#origin = origin;
  }

  /** The next entry, whose content matches its hash. */
  next(entry: { seq: number; kind: string; payload: string }): void {
    const statement = headStatement(entry);
    if (statement !== null) this.#found.push({ ...statement, seq: entry.seq });
  }

  /** @param rootOf the root that the log had at a size; null where damage already explains another, undefined for none */
  problems(rootOf: (size: number) => string | null | undefined): Finding[] {
    return this.#found.flatMap((said) => {
      const { seq, size, root } = said;
      const expected = rootOf(size);
      const problems: Finding[] = [];
      if (expected !== null && expected !== root)
        problems.push({ seq, kind: 'head-contradicted', detail: text.head.contradicted(seq, size) });
      // Whether a stamp fits is told from its file.
      if (said.kind === 'head.stamped') return problems;
      const { name, publicKey, at, signature } = said;
      const head = checkpointText({ origin: this.#origin, size, root }, this.#crypto);
      if (!this.#crypto.verifySignature(publicKey, cosignedText(head, Date.parse(at) / 1000), signature))
        problems.push({ seq, kind: 'countersignature-wrong', detail: text.head.countersignatureWrong(seq, name) });
      return problems;
    });
  }
}
