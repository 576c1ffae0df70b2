/**
 * How the page is set: black on white, readable without colour, for A4 and Letter. Heads of tables repeat on every
 * page, a section begins where its heading does, and a draft says so in words on every page.
 */
export const registerPageStyle = [
  '@page { margin: 18mm 16mm; }',
  'body { font: 9.5pt/1.45 system-ui,Arial,sans-serif; color: #000; background: #fff; margin: 0 auto; max-width: ' +
    '178mm; overflow-wrap: anywhere; }',
  'h1 { font-size: 16pt; line-height: 1.25; margin: 0 0 2mm; }',
  'h2 { font-size: 12.5pt; margin: 9mm 0 2mm; border-bottom: 1.5pt solid #000; padding-bottom: 1mm; break-after: ' +
    'avoid; }',
  'h3 { font-size: 10.5pt; margin: 6mm 0 1mm; break-after: avoid; }',
  'p { margin: 0 0 1.5mm; }',
  '.draft { border: 1.5pt solid #000; padding: 0 1.5mm; font-weight: 700; letter-spacing: 0.08em; }',
  '.running { display: none; }',
  '@media print { .running { display: block; position: fixed; top: -11mm; right: 0; } }',
  '.standing, .law, .at { color: #333; font-size: 8.5pt; }',
  'table { width: 100%; border-collapse: collapse; font-size: 9pt; margin: 1mm 0 2mm; }',
  'thead { display: table-header-group; }',
  'tr { break-inside: avoid; }',
  'th { text-align: left; border-bottom: 1pt solid #000; padding: 1mm 2mm 1mm 0; vertical-align: bottom; }',
  'td { vertical-align: top; border-bottom: 0.4pt solid #999; padding: 1mm 2mm 1mm 0; }',
  '.field { width: 44mm; }',
  '.at { white-space: nowrap; width: 14mm; }',
  '.absent { font-style: italic; }',
  'td ul { margin: 0; padding-left: 4mm; }',
  'pre, .lines { white-space: pre-line; }',
  'footer { margin-top: 10mm; border-top: 0.4pt solid #999; padding-top: 2mm; font-size: 8pt; color: #333; }',
  '@media screen { body { padding: 12mm; } }',
].join('\n');
