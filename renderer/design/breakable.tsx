import { Fragment } from 'react';

/** Text whose long names may be broken after an underscore, and nowhere inside a word. */
export function Breakable({ text }: { text: string }) {
  return (
    <span>
      {text.split(/(?<=_)/).map((part, at) => (
        <Fragment key={at}>
          {at > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
