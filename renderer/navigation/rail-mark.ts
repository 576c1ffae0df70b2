/** State of a step in the rail. `count` stands beside the name; `words` is read out after it ("7 need you"). */
export interface RailMark {
  state: 'none' | 'done' | 'needs' | 'blocked';
  count?: number;
  words?: string;
}
