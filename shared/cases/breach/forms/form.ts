import type { BreachCell } from '../cells.ts';

/** A form of an authority as a list of what it asks. Dated: forms change, and a draft says which one it follows. */
export interface BreachForm<Id extends string = string> {
  id: Id;
  /** `consultation`: the authority may still change it. */
  status: 'in-force' | 'consultation';
  /** YYYY-MM-DD of the version; null where the page names none. */
  adoptedOn: string | null;
  source: string;
  /** YYYY-MM-DD on which somebody looked it up. */
  checkedOn: string;
  /**
   * What of the form was read: its fields as published, or only what it covers, so that the fields below are ours in
   * its order.
   */
  read: 'fields' | 'coverage';
  /** Questions that the published form has; null where nobody counted them. */
  questions: number | null;
  sections: readonly { id: string; cells: readonly BreachCell[] }[];
}
