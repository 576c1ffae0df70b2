import type { Row } from '../working-table.ts';
import type { CardProperty } from './parse-card.ts';

/** What the parts of a structured property are called, in their order (RFC 6350, 6.2.2, 6.3.1, 6.6.4). */
const partNames: Record<string, readonly string[]> = {
  N: ['last_name', 'first_name', 'middle_name', 'name_prefix', 'name_suffix'],
  ADR: ['po_box', 'address_line_2', 'street_address', 'city', 'state_region', 'postal_code', 'country'],
  ORG: ['company', 'department', 'unit'],
};
/** What single properties are called; others keep their own name. */
const names: Record<string, string> = {
  VERSION: 'vcard_version',
  FN: 'full_name',
  NICKNAME: 'nickname',
  EMAIL: 'email',
  TEL: 'phone',
  BDAY: 'birthday',
  TITLE: 'job_title',
  ROLE: 'role',
  NOTE: 'note',
  URL: 'url',
  PHOTO: 'photo',
  GEO: 'geo',
  TZ: 'timezone',
  UID: 'uid',
  REV: 'changed_at',
  CATEGORIES: 'categories',
};
const mostColumns = 2_000;

const columnsOf = ({ name, parts }: CardProperty): string[] => {
  const known = partNames[name];
  if (known) return parts.map((_, at) => known[at] ?? `${name.toLowerCase()}_${at + 1}`);
  return [names[name] ?? name.toLowerCase()];
};

/**
 * The columns that cards are spread over: one for each property and part, and numbered ones where a card has several of
 * the same (`email`, `email_2`).
 */
export class CardColumns {
  readonly #places = new Map<string, number>();
  /** Cells that found no column because there are too many. */
  homeless = 0;

  /** In the order in which they turn up. */
  get names(): string[] {
    return [...this.#places.keys()];
  }

  /** The cells of a card; columns that it is the first to need are added where `grow`. */
  row(properties: readonly CardProperty[], grow: boolean): Row {
    const row: Row = [];
    const seen = new Map<string, number>();
    for (const property of properties) {
      const columns = columnsOf(property);
      const time = (seen.get(property.name) ?? 0) + 1;
      seen.set(property.name, time);
      for (const [at, column] of columns.entries()) {
        const value = property.parts[at] ?? '';
        if (value === '') continue;
        const place = this.#place(time === 1 ? column : `${column}_${time}`, grow);
        if (place === undefined) this.homeless += 1;
        else row[place] = value;
      }
    }
    return Array.from({ length: this.#places.size }, (_, at) => row[at] ?? null);
  }

  #place(column: string, grow: boolean): number | undefined {
    const known = this.#places.get(column);
    if (known !== undefined || !grow || this.#places.size >= mostColumns) return known;
    this.#places.set(column, this.#places.size);
    return this.#places.size - 1;
  }
}
