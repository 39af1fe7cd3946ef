/** A drill's card as a page of its own, to keep or to print. */
import type { Drill } from '../../../../src-shared/contract/index.ts';
import { saidIn, say } from '../../../../src-shared/texts/say.ts';

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:3rem auto;padding:0 1rem;color:#1a1c1e;background:#fff}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid #d5d9dd}
td:nth-child(3){font-variant-numeric:tabular-nums;white-space:nowrap}h1{font-size:1.5rem;margin-bottom:0}`;

/** The file's name and its HTML, which needs nothing from outside. */
export function cardPage(card: Drill): { readonly name: string; readonly text: string } {
  const day = new Date(card.startedAt);
  const rows = card.steps.map(
    ({ id, verdict, seconds, message }) =>
      `<tr><td>${escape(say(`drilled.step.${id}`))}</td><td>${escape(say(`drilled.verdict.${verdict}`))}</td><td>${seconds === undefined ? '' : escape(say('drilled.seconds', { seconds }))}</td><td>${escape(message ?? '')}</td></tr>`,
  );
  const when = day.toLocaleString(saidIn(), { dateStyle: 'long', timeStyle: 'short' });
  const heads = (['step', 'verdict', 'took', 'seen'] as const).map(
    (head) => `<th>${escape(say(`drilled.page.${head}`))}</th>`,
  );
  const text = `<!doctype html>
<html lang="${saidIn()}"><head><meta charset="utf-8"><title>${escape(say('drilled.page.title', { name: card.deviceName }))}</title><style>${STYLE}</style></head>
<body><h1>${escape(say('drilled.page.heading', { verdict: say(`drilled.verdict.${card.verdict}`) }))}</h1>
<p>${escape(say('drilled.page.what', { name: card.deviceName, when }))}</p>
<table><thead><tr>${heads.join('')}</tr></thead><tbody>
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
