import { Checkbox, Select } from '@mantine/core';
import { delimiters, outputFormats, type OutputFormat } from '#shared/domain/output-formats.ts';
import { releaseText as text } from '#shared/text/window/release.ts';

/** A format, and whether the file is to be as it came: all text, or delimited text in the source's own form. */
export interface FormatWish {
  format: OutputFormat;
  asItCame: boolean;
}

const isText = ({ format }: FormatWish): boolean => delimiters[format] !== undefined;

/** The wish as the engine is asked for it. */
export const askedForm = (wish: FormatWish): { format: OutputFormat; asText: boolean; asSource: boolean } => ({
  format: wish.format,
  asText: wish.asItCame && !isText(wish),
  asSource: wish.asItCame && isText(wish),
});

/** @param hasForm whether the source is delimited text, so that there is a form to take from it */
export function FormatFields({
  wish,
  hasForm,
  onChange,
}: {
  wish: FormatWish;
  hasForm: boolean;
  onChange: (wish: FormatWish) => void;
}) {
  return (
    <>
      <Select
        label={text.format}
        allowDeselect={false}
        value={wish.format}
        onChange={(value) => onChange({ format: value ?? 'csv', asItCame: false })}
        data={outputFormats.map(({ id, called }) => ({ value: id, label: called }))}
      />
      {(!isText(wish) || hasForm) && (
        <Checkbox
          label={isText(wish) ? text.asSource : text.asText}
          description={isText(wish) ? text.asSourceHelp : text.asTextHelp}
          checked={wish.asItCame}
          onChange={(event) => onChange({ ...wish, asItCame: event.currentTarget.checked })}
        />
      )}
    </>
  );
}
