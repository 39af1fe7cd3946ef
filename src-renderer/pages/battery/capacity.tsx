import { Text, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Capacity as CapacityReport } from '../../../src-shared/contract/index.ts';
import { changeText, shareText } from '../../logic/battery.ts';
import { momentText } from '../../logic/formats.ts';
import { useFormats } from '../../parts/use-formats.ts';
import classes from './battery.module.css';

/** Shares at the foot and the head of the drawing, and where a battery counts as worn out. */
const AXIS = { low: 0.4, high: 1.2 } as const;
const LINES = [1, 0.8, 0.6];

/** How far down a share lies. */
const y = (share: number): string =>
  `${(((AXIS.high - Math.min(Math.max(share, AXIS.low), AXIS.high)) / (AXIS.high - AXIS.low)) * 100).toFixed(1)}%`;

/** How the capacity went, drawn and as a table. */
export function Capacity({ capacity: { points, perYear } }: { readonly capacity: CapacityReport }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return <Text c="dimmed">{t('battery.capacityNone')}</Text>;
  const width = Math.max(last.at - first.at, 1);
  const x = (at: number): string =>
    points.length === 1 ? '50%' : `${(10 + ((at - first.at) / width) * 88).toFixed(1)}%`;
  const [from, to] = [momentText(first.at, 'day', formats), momentText(last.at, 'day', formats)];
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {t('battery.capacityText')}
      </Text>
      <svg
        className={classes['capacity']}
        role="img"
        aria-label={t('battery.capacityChart', { count: points.length, from, to })}
      >
        {LINES.map((share) => (
          <g key={share}>
            <line x1="0" x2="100%" y1={y(share)} y2={y(share)} data-worn={share === 0.8} />
            <text x="0" y={y(share)} dy={-4}>
              {shareText(share, formats)}
            </text>
          </g>
        ))}
        {points.map(({ at, share, low, high }) => (
          <g key={at} className={classes['point']}>
            <title>{`${momentText(at, 'day', formats)}: ${shareText(share, formats)}`}</title>
            <line x1={x(at)} x2={x(at)} y1={y(low)} y2={y(high)} />
            <circle cx={x(at)} cy={y(share)} r={4} />
          </g>
        ))}
      </svg>
      <div className={classes['ends']} aria-hidden>
        <span>{from}</span>
        {points.length === 1 ? null : <span>{to}</span>}
      </div>
      <VisuallyHidden>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('battery.when')}</th>
              <th scope="col">{t('battery.share')}</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ at, share, low, high }) => (
              <tr key={at}>
                <td>{momentText(at, 'minute', formats)}</td>
                <td>
                  {shareText(share, formats)} (
                  {t('battery.range', { low: shareText(low, formats), high: shareText(high, formats) })})
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
      <Text mt="xs">
        {perYear === undefined
          ? t('battery.capacityUnsure')
          : t('battery.capacityChange', {
              low: changeText(perYear.low, formats),
              high: changeText(perYear.high, formats),
            })}
      </Text>
    </>
  );
}
