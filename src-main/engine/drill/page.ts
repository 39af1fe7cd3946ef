/** A drill's card as a page of its own, to keep or to print. */
import type { Drill, DrillStep } from '../../../src-shared/contract/index.ts';

const STEP_NAMES: Readonly<Record<DrillStep['id'], string>> = {
  checks: 'Checks before',
  unplug: 'Plug pulled',
  detection: 'Outage detected',
  countdown: 'Countdown',
  command: 'Own command',
  replug: 'Plug put back',
  'all-clear': 'All clear',
};

const VERDICTS: Readonly<Record<Drill['verdict'] | DrillStep['verdict'], string>> = {
  passed: 'passed',
  failed: 'failed',
  abandoned: 'ended before its end',
  running: 'not over yet',
  waiting: 'not reached',
  skipped: 'left out',
};

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:3rem auto;padding:0 1rem;color:#1a1c1e;background:#fff}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid #d5d9dd}
td:nth-child(3){font-variant-numeric:tabular-nums;white-space:nowrap}h1{font-size:1.5rem;margin-bottom:0}`;

/** The file's name and its HTML, which needs nothing from outside. */
export function cardPage(card: Drill): { readonly name: string; readonly text: string } {
  const day = new Date(card.startedAt);
  const rows = card.steps.map(
    ({ id, verdict, seconds, message }) =>
      `<tr><td>${STEP_NAMES[id]}</td><td>${VERDICTS[verdict]}</td><td>${seconds === undefined ? '' : `${seconds} s`}</td><td>${escape(message ?? '')}</td></tr>`,
  );
  const text = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Blackout drill of ${escape(card.deviceName)}</title><style>${STYLE}</style></head>
<body><h1>Blackout drill: ${VERDICTS[card.verdict]}</h1>
<p>${escape(card.deviceName)}, ${escape(day.toLocaleString('en', { dateStyle: 'long', timeStyle: 'short' }))}. Everything ran except the last step.</p>
<table><thead><tr><th>Step</th><th>Verdict</th><th>Took</th><th>What was seen</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table></body></html>
`;
  const stamp = `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  return { name: `mainstay-drill-${stamp}.html`, text };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
