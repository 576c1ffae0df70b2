/**
 * How a page to print is set: black on white, readable without colour; grey is only for rules and for what stands
 * aside.
 */
export const pageStyle = [
  'body { font: 9.5pt/1.45 system-ui,Arial,sans-serif; color: #000; background: #fff; margin: 0 auto; max-width: ' +
    '186mm; overflow-wrap: anywhere; }',
  'h1 { font-size: 15pt; line-height: 1.25; margin: 0 0 2mm; }',
  'h2 { font-size: 11pt; margin: 6mm 0 2mm; break-after: avoid; }',
  'h3 { font-size: 9.5pt; margin: 4mm 0 1mm; break-after: avoid; }',
  'svg { break-inside: avoid; }',
  'p { margin: 0 0 2mm; }',
  '.label { border: 1.5pt solid #000; padding: 3mm 4mm; margin: 4mm 0; break-inside: avoid; }',
  '.label strong { font-size: 13pt; }',
  '.broken { border: 3pt double #000; padding: 3mm 4mm; font-weight: 700; }',
  'dl { margin: 0; }',
  'dl div { display: grid; grid-template-columns: 42mm 1fr; gap: 4mm; padding: 0.6mm 0; break-inside: avoid; }',
  'dt { color: #333; }',
  'dd { margin: 0; }',
  'table { width: 100%; border-collapse: collapse; font-size: 8.5pt; }',
  'thead { display: table-header-group; }',
  'tr { break-inside: avoid; }',
  'th { overflow-wrap: normal; text-align: left; border-bottom: 1pt solid #000; padding: 1mm 2mm 1mm 0; }',
  'td { vertical-align: top; border-bottom: 0.4pt solid #999; padding: 1mm 2mm 1mm 0; }',
  'pre { font-size: 8pt; white-space: pre-wrap; overflow-wrap: anywhere; margin: 2mm 0; }',
  '.at { white-space: nowrap; color: #333; }',
  'footer { margin-top: 8mm; border-top: 0.4pt solid #999; padding-top: 2mm; font-size: 8pt; color: #333; }',
  '@media screen { body { padding: 12mm; } }',
].join('\n');
