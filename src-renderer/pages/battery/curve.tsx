import { ActionIcon, Text, VisuallyHidden } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type PointerEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatteryRanges, Measured } from '../../../src-shared/contract/index.ts';
import { loadText, measuredText, shortRangeText } from '../../logic/battery.ts';
import { durationTicks, nearest } from '../../logic/battery-chart.ts';
import { percentText, shortDuration } from '../../logic/formats.ts';
import { useFormats } from '../../parts/use-formats.ts';
import classes from './curve.module.css';

const HEIGHT = 260;
const LEFT = 64;
const RIGHT = 14;
const TOP = 10;
const BOTTOM = HEIGHT - 26;
const CHARGES = [0, 25, 50, 75, 100];
/** Pixels of a drawing on which not every mark of charge has its place. */
const NARROW = 340;
/** Pixels between two marks of time, about. */
const APART = 45;

interface CurveProps {
  readonly load: NonNullable<BatteryRanges['load']>;
  readonly curve: BatteryRanges['curve'];
  readonly measured: BatteryRanges['measured'];
}

/** How long the battery lasts from each charge: the likely line, its range, and what was measured. */
export function RuntimeCurve({ load, curve, measured }: CurveProps): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const [chosen, setChosen] = useState<number>();
  const at = Math.max(
    0,
    measured.findIndex(({ begin }) => begin === chosen),
  );
  const loadNow = loadText(load.value, load.unit, formats);
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {t('battery.byChargeText', { load: loadNow })}
      </Text>
      <Drawing curve={curve} measured={measured} chosen={measured[at]} onChoose={setChosen} load={loadNow} />
      <Key measured={measured} />
      <Readout measured={measured} at={at} unit={load.unit} onChoose={setChosen} />
      <Text size="sm" c="dimmed">
        {t('battery.measuredText')}
      </Text>
      <VisuallyHidden>
        <table>
          <caption>{t('battery.byCharge')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('battery.chargeColumn')}</th>
              <th scope="col">{t('battery.likely')}</th>
              <th scope="col">{t('battery.band')}</th>
            </tr>
          </thead>
          <tbody>
            {curve
              .filter(({ charge }) => charge > 0 && CHARGES.includes(charge))
              .map((point) => (
                <tr key={point.charge}>
                  <td>{percentText(point.charge, formats)}</td>
                  <td>{shortDuration(point.likely, formats)}</td>
                  <td>{shortRangeText(point, formats, t)}</td>
                </tr>
              ))}
          </tbody>
        </table>
        <ul>
          {measured.map((each) => (
            <li key={each.begin}>{measuredText(each, load.unit, formats, t)}</li>
          ))}
        </ul>
      </VisuallyHidden>
    </>
  );
}

interface DrawingProps extends Pick<CurveProps, 'curve' | 'measured'> {
  readonly chosen: Measured | undefined;
  readonly onChoose: (begin: number) => void;
  readonly load: string;
}

function Drawing({ curve, measured, chosen, onChoose, load }: DrawingProps): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const { ref, width } = useElementSize();
  const most = Math.max(
    1,
    ...curve.map(({ high }) => high),
    ...measured.flatMap(({ points }) => points.map(({ seconds }) => seconds)),
  );
  const ticks = durationTicks(most, Math.floor((BOTTOM - TOP) / APART));
  const top = ticks.at(-1) ?? most;
  const x = (charge: number): number => LEFT + (charge / 100) * Math.max(1, width - LEFT - RIGHT);
  const y = (seconds: number): number => BOTTOM - (seconds / top) * (BOTTOM - TOP);
  const place = (charge: number, seconds: number): string => `${x(charge).toFixed(1)} ${y(seconds).toFixed(1)}`;
  const likely = curve.map((point) => place(point.charge, point.likely)).join('L');
  const range = [
    ...curve.map((point) => place(point.charge, point.high)),
    ...curve.toReversed().map((point) => place(point.charge, point.low)),
  ].join('L');
  const point = (pointer: PointerEvent<SVGSVGElement>): void => {
    const box = pointer.currentTarget.getBoundingClientRect();
    const found = nearest(measured, { x: pointer.clientX - box.left, y: pointer.clientY - box.top }, (each) => ({
      x: x(each.charge),
      y: y(each.seconds),
    }));
    if (found !== undefined) onChoose(found.begin);
  };
  const from = (charge: number): string => {
    const found = curve.find((each) => each.charge === charge);
    return found === undefined ? t('common.notReported') : shortRangeText(found, formats, t);
  };
  return (
    <div ref={ref} className={classes['chart']}>
      <svg
        width={width}
        height={HEIGHT}
        role="img"
        aria-label={t('battery.byChargeChart', { load, half: from(50), full: from(100) })}
        onPointerMove={point}
        onPointerDown={point}
      >
        <g className={classes['axis']}>
          {ticks.map((seconds) => (
            <g key={seconds}>
              <line x1={LEFT} x2={width - RIGHT} y1={y(seconds)} y2={y(seconds)} />
              <text x={LEFT - 8} y={y(seconds)} dy="0.35em" textAnchor="end">
                {seconds === 0 ? '0' : shortDuration(seconds, formats)}
              </text>
            </g>
          ))}
          {CHARGES.filter((charge) => width > NARROW || charge % 50 === 0).map((charge) => (
            <text key={charge} x={x(charge)} y={HEIGHT - 6} textAnchor={charge === 100 ? 'end' : 'middle'}>
              {percentText(charge, formats)}
            </text>
          ))}
        </g>
        <path d={`M${range}Z`} className={classes['range']} />
        <path d={`M${likely}`} className={classes['likely']} />
        {/* The chosen one last, above all others. */}
        {[...measured.filter((each) => each !== chosen).toReversed(), ...(chosen === undefined ? [] : [chosen])].map(
          (each) => (
            <g key={each.begin} className={classes[each === chosen ? 'chosen' : each.kind]}>
              {each === chosen ? (
                <path d={`M${each.points.map(({ charge, seconds }) => place(charge, seconds)).join('L')}`} />
              ) : null}
              {each.points.map(({ charge, seconds }) => (
                <Point key={charge} kind={each.kind} x={x(charge)} y={y(seconds)} />
              ))}
            </g>
          ),
        )}
      </svg>
    </div>
  );
}

/** Outages are round and tests are square: not by colour alone. */
function Point({ kind, x, y }: { readonly kind: Measured['kind']; readonly x: number; readonly y: number }): ReactNode {
  return kind === 'outage' ? <circle cx={x} cy={y} r={4.5} /> : <rect x={x - 4} y={y - 4} width={8} height={8} />;
}

function Key({ measured }: Pick<CurveProps, 'measured'>): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={classes['key']} aria-hidden>
      <span>
        <i className={classes['keyLikely']} />
        {t('battery.likely')}
      </span>
      <span>
        <i className={classes['keyRange']} />
        {t('battery.band')}
      </span>
      {(['outage', 'test'] as const)
        .filter((kind) => measured.some((each) => each.kind === kind))
        .map((kind) => (
          <span key={kind}>
            <svg width={10} height={10} className={classes[kind]}>
              <Point kind={kind} x={5} y={5} />
            </svg>
            {t(`battery.dischargeKind.${kind}`)}
          </span>
        ))}
    </div>
  );
}

interface ReadoutProps extends Pick<CurveProps, 'measured'> {
  readonly at: number;
  readonly unit: 'W' | '%';
  readonly onChoose: (begin: number) => void;
}

/** Where the chosen points come from; who has no pointer steps through them. */
function Readout({ measured, at, unit, onChoose }: ReadoutProps): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const chosen = measured[at];
  if (chosen === undefined) return null;
  const step = (by: 1 | -1, name: string, icon: ReactNode): ReactNode => {
    const next = measured[at + by];
    return (
      <ActionIcon
        variant="default"
        size={36}
        aria-label={name}
        // Not `disabled`: the last step must not throw the focus away.
        {...(next === undefined
          ? { 'aria-disabled': true, 'data-disabled': true }
          : { onClick: () => onChoose(next.begin) })}
      >
        {icon}
      </ActionIcon>
    );
  };
  return (
    <div className={classes['readout']}>
      {measured.length < 2 ? null : step(1, t('battery.measuredEarlier'), <IconChevronLeft size={18} />)}
      <div role="status">
        <Text size="sm">{measuredText(chosen, unit, formats, t)}</Text>
        {measured.length < 2 ? null : (
          <Text size="sm" c="dimmed">
            {t('battery.measuredPlace', { number: measured.length - at, count: measured.length })}
          </Text>
        )}
      </div>
      {measured.length < 2 ? null : step(-1, t('battery.measuredLater'), <IconChevronRight size={18} />)}
    </div>
  );
}
