import { noTableText } from '#shared/text/engine/no-table.ts';

type Sentence = (file: string) => string;

/** Texts that are no table, by how they begin (RFC 5545, 6350, 2849, 5322; markup; database dumps). */
const beginnings: [RegExp, Sentence][] = [
  [/^BEGIN:VCALENDAR\s/i, noTableText.isCalendar],
  [/^(?:#.*\s+)*(?:version:\s*1\s+)?dn::? \S/i, noTableText.isDirectory],
  [/^(?:From \S+ .*\d{4}\r?\n|(?:Return-Path|Received|Delivered-To|Message-ID|MIME-Version): )/i, noTableText.isMail],
  [/^(?:<!DOCTYPE html|<html|<table|<body|<div)\b/i, noTableText.isHtml],
  [/^(?:<\?xml|<[A-Za-z][\w:.-]*(?:\s[^<>]*)?>\s*<)/, noTableText.isXml],
  [/^%YAML|^---\s*\r?\n(?:\s*#.*\r?\n)*\s*(?:- )?[\w"' .-]+:(?:\s|$)/, noTableText.isKeysAndValues],
  [/^@[a-z]+\s*\{|^TY {2}- /i, noTableText.isKeysAndValues],
  [/^\{\\rtf/, noTableText.isDocument],
  // SWIFT statements, Quicken, OFX; family trees; subtitles; translations.
  [/^(?:\{1:F01[^\n]*\s+)?:20:[^\n]*\s+(?::21:[^\n]*\s+)?:25:/, noTableText.isStatement],
  [/^!(?:Type|Account|Option):/i, noTableText.isStatement],
  [/^(?:OFXHEADER:\d|<\?OFX |<OFX>)/, noTableText.isStatement],
  [/^0 HEAD\s+1 /, noTableText.isKeysAndValues],
  [/^(?:WEBVTT|1\s*\n\d{2}:\d{2}:\d{2}[,.]\d{3} --> )/, noTableText.isKeysAndValues],
  [/^(?:#[^\n]*\s+)*msgid "/, noTableText.isKeysAndValues],
];

const looked = 400;
const mailHeads = /^(?:from|to|cc|bcc|subject|date|reply-to|sender|x-[\w-]+|content-type|return-path|message-id): /i;
const statement = /^\s*(?:CREATE (?:TABLE|DATABASE|TEMP)|INSERT INTO|DROP TABLE|COPY \S+ .*FROM stdin|LOCK TABLES)\b/i;
/** `Name: value`, `name = value`, also as an item of a list; the key is a word or a few. */
const pair = /^\s*(?:- )?(["']?)([\p{L}_][\p{L}\p{N}_ .-]{0,40})\1\s*(?::(?=\s|$)|=)/u;

/** Whether the lines are keys and values in blocks, one entry below the other: the same keys again and again. */
function isKeysAndValues(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => !/^\s*(?:[#;].*)?$/.test(line));
  const sections = filled.filter((line) => /^\s*\[{1,2}[^\]]+\]{1,2}\s*$/.test(line)).length;
  // No table is parted by an equals sign: settings, one a line.
  const settings = filled.filter((line) => /^\s*(?:export )?[\w.-]+ ?= ?[^,;\t|]*$/.test(line)).length;
  if (settings >= 3 && settings + sections === filled.length) return true;
  const all = filled.flatMap((line) => pair.exec(line)?.[2]?.trim().toLowerCase() ?? []);
  // A word above it all that holds the list of entries.
  const keys = /^\s*[\w"' .-]+:\s*$/.test(filled[0] ?? '') && /^\s*- /.test(filled[1] ?? '') ? all.slice(1) : all;
  if (keys.length < 4 || all.length + sections < 0.85 * filled.length) return false;
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  // An entry begins where the first key comes again; within one, hardly a key comes twice, and it has two at least.
  const entries = counts.get(keys[0]!)!;
  const within = keys.reduce(
    ({ seen, twice }, key, at) =>
      at > 0 && key === keys[0]
        ? { seen: new Set([key]), twice }
        : { twice: twice + Number(seen.has(key)), seen: seen.add(key) },
    { seen: new Set<string>(), twice: 0 },
  );
  return sections >= 2 || (entries >= 2 && keys.length >= 2 * entries && within.twice <= 0.1 * keys.length);
}

/** What a text is that holds no table, as a sentence; null where it may be one. @param text decoded head of a file */
export function noTable(text: string): Sentence | null {
  const start = text.trimStart();
  for (const [mark, sentence] of beginnings) if (mark.test(start)) return sentence;
  const lines = start.split(/\r\n|\n|\r/, looked);
  const heads = lines.slice(0, 12).filter((line) => mailHeads.test(line)).length;
  if (heads >= 3 && mailHeads.test(lines[0]!)) return noTableText.isMail;
  const code = lines.filter((line) => !/^\s*(?:--.*|\/\*.*|#.*)?$/.test(line));
  if (code[0] !== undefined && statement.test(code[0]) && /[;(]/.test(start)) return noTableText.isDump;
  return isKeysAndValues(lines) ? noTableText.isKeysAndValues : null;
}
