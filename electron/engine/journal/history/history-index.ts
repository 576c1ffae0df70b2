import { fold } from '#shared/domain/fold.ts';
import { areaOf, entrySentence } from '#shared/journal/entry-sentence.ts';
import type { StoredEntry } from '#shared/journal/log-entry.ts';
import { registerText } from '#shared/text/window/register.ts';
import { payloadFacts, textsIn } from '../payload-facts.ts';
import { NamesInLog } from './names-in-log.ts';
import type { HistoryItem } from './search-history.ts';

/**
 * The sentences of a log, so that they can be searched. Made from the entries by each program that opens them and stored
 * nowhere: nobody can change them apart from the log.
 */
export class HistoryIndex {
  readonly items: HistoryItem[] = [];
  readonly names = new NamesInLog();
  #lastHash = '';

  /** Number of the newest entry in it; 0 for none. */
  get newest(): number {
    return this.items.at(-1)?.seq ?? 0;
  }

  /**
   * Whether it was made from the log that is there now: then that log still has our newest entry.
   * @param ofNewest the log's entry with the number `newest`
   */
  fits(ofNewest: StoredEntry | undefined): boolean {
    return this.items.length === 0 || ofNewest?.leaf_hash === this.#lastHash;
  }

  /** Takes in the entries that follow, in their order. */
  add(entries: readonly StoredEntry[]): void {
    for (const entry of entries) {
      const [seq, kind, actor] = [Number(entry.seq), String(entry.kind), String(entry.actor)];
      const subject = String(entry.subject_ref);
      const payload = payloadFacts(entry.payload);
      this.names.learn(entry, payload);
      const sentence = entrySentence({ kind, actor, payload }, (id) => this.names.nameAt(id, seq));
      const dataset = this.names.datasetOf(subject, payload);
      this.items.push({
        seq,
        at: String(entry.ts),
        kind,
        actor,
        area: areaOf(kind),
        dataset,
        about: dataset === null ? null : this.names.nameAt(dataset, seq),
        words: fold([sentence, registerText.kind(kind), kind, actor, subject, ...textsIn(payload)].join('\n')),
      });
      this.#lastHash = String(entry.leaf_hash);
    }
  }
}
