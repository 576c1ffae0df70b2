import { Textarea } from '@mantine/core';

interface Props {
  label: string;
  help: string;
  value: string;
  readOnly?: boolean;
  onChange(informedHow: string): void;
}

/** How people were informed that their data are collected: asked before an import, and kept with the dataset. */
export function InformedField({ label, help, value, readOnly = false, onChange }: Props) {
  return (
    <Textarea
      label={label}
      description={help}
      autosize
      minRows={2}
      maxLength={2000}
      readOnly={readOnly}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
