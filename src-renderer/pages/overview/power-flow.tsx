import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceState } from '../../../src-shared/contract/index.ts';
import { type Flow, flowOf } from '../../logic/flow.ts';
import { useFormats } from '../../parts/use-formats.ts';
import { useScreens } from '../../state/hooks.ts';
import classes from './power-flow.module.css';

/** Centres of the nodes and half their width. Units of the drawing. Words below a node are up to twice as wide. */
const MAINS = [62, 46] as const;
const UPS = [190, 46] as const;
const LOAD = [318, 46] as const;
const BATTERY = [190, 186] as const;
const HALF = 30;
/** Room between a node and the end of a line. */
const GAP = 8;

/** Mains, UPS, battery and load, and which way the power goes. */
export const PowerFlow = memo(function PowerFlow({ device }: { readonly device: DeviceState }): ReactNode {
  const { t } = useTranslation();
  const meter = useScreens((screens) => screens.settings?.energy.meters[device.id]);
  const flow = flowOf(device, useFormats(), t, meter);
  const bypass = flow.source === 'bypass';
  return (
    <svg
      viewBox="0 0 380 240"
      className={`${classes['flow'] ?? ''} ${flow.old ? 'old' : ''}`}
      role="img"
      aria-label={t('flow.label', { description: flow.description })}
    >
      <Line
        from={[MAINS[0] + HALF + GAP, MAINS[1]]}
        to={[UPS[0] - HALF - GAP, UPS[1]]}
        live={flow.mainsLive && !bypass}
        cut={flow.source === 'battery'}
      />
      <Line
        from={[UPS[0] + HALF + GAP, UPS[1]]}
        to={[LOAD[0] - HALF - GAP, LOAD[1]]}
        live={flow.loadLive && !bypass}
        tone={flow.source === 'battery' ? 'warning' : 'plain'}
      />
      {bypass ? (
        <path
          d={`M${MAINS[0] + HALF} 26C130 -6 250 -6 ${LOAD[0] - HALF - 6} 24`}
          className={`${classes['line'] ?? ''} ${classes['live'] ?? ''}`}
          markerEnd="url(#flow-head)"
        />
      ) : null}
      <BatteryLine flow={flow} />
      <Node at={MAINS} name={t('flow.mains')} lines={flow.texts.mains} live={flow.mainsLive} below>
        <path d="M-7 -12v7M7 -12v7M-11 -5h22v4a11 11 0 0 1-22 0zM0 10v6" />
      </Node>
      <Node at={UPS} name={t('flow.ups')} lines={flow.texts.ups} live={flow.loadLive}>
        <path d="M2 -14-9 3h8l-3 11L9 -4H1z" />
      </Node>
      <Node at={LOAD} name={t('flow.load')} lines={flow.texts.load} live={flow.loadLive} below>
        <path d="M-15 -12h30v19h-30zM-6 13h12M0 7v6" />
      </Node>
      <Node
        at={BATTERY}
        name={t('flow.battery')}
        lines={flow.texts.battery}
        live={flow.battery !== 'none'}
        tone={flow.battery === 'out' ? 'warning' : 'plain'}
      >
        <path d="M-15 -8h27v16h-27zM15 -3v6M-9 -3v6M-3 -3v6M3 -3v6" />
      </Node>
      <defs>
        <Head id="flow-head" className={classes['head']} />
        <Head id="flow-head-warning" className={classes['headWarning']} />
      </defs>
    </svg>
  );
});

function Head({ id, className }: { readonly id: string; readonly className: string | undefined }): ReactNode {
  return (
    <marker
      id={id}
      viewBox="0 0 10 10"
      refX="6"
      refY="5"
      markerWidth="13"
      markerHeight="13"
      markerUnits="userSpaceOnUse"
      orient="auto"
    >
      <path
        d="M1 1 8 5 1 9"
        fill="none"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        className={className}
      />
    </marker>
  );
}

type Point = readonly [number, number];

function Line(props: {
  readonly from: Point;
  readonly to: Point;
  readonly live: boolean;
  readonly tone?: 'plain' | 'warning';
  readonly cut?: boolean;
}): ReactNode {
  const { from, to, live, tone = 'plain', cut = false } = props;
  const names = [classes['line'], live ? classes['live'] : '', tone === 'warning' ? classes['warning'] : ''];
  const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] as const;
  return (
    <>
      <line
        x1={from[0]}
        y1={from[1]}
        x2={to[0]}
        y2={to[1]}
        className={names.join(' ')}
        {...(live ? { markerEnd: tone === 'warning' ? 'url(#flow-head-warning)' : 'url(#flow-head)' } : {})}
      />
      {cut ? <path d={`M${middle[0] - 7} ${middle[1] - 7}l14 14m0 -14l-14 14`} className={classes['cut']} /> : null}
    </>
  );
}

function BatteryLine({ flow }: { readonly flow: Flow }): ReactNode {
  const top: Point = [UPS[0], UPS[1] + HALF + GAP];
  const bottom: Point = [BATTERY[0], BATTERY[1] - HALF - GAP];
  const out = flow.battery === 'out';
  return (
    <Line
      from={out ? bottom : top}
      to={out ? top : bottom}
      live={flow.battery !== 'none'}
      tone={out ? 'warning' : 'plain'}
    />
  );
}

function Node(props: {
  readonly at: Point;
  readonly name: string;
  readonly lines: readonly string[];
  readonly live: boolean;
  readonly below?: boolean;
  readonly tone?: 'plain' | 'warning';
  readonly children: ReactNode;
}): ReactNode {
  const { at, name, lines, live, below = false, tone = 'plain', children } = props;
  const [x, y] = at;
  const words = below
    ? { x: 0, y: HALF + 20, anchor: 'middle' as const }
    : { x: HALF + 12, y: -6, anchor: 'start' as const };
  const names = [classes['node'], live ? classes['on'] : '', tone === 'warning' ? classes['warning'] : ''];
  // Beside the UPS runs the line to the load, so its words stand lower, beside the line to the battery.
  const top = !below && y < 100 ? HALF + 20 : words.y;
  const left = !below && y < 100 ? 14 : words.x;
  return (
    <g transform={`translate(${x} ${y})`} className={names.join(' ')}>
      <rect x={-HALF} y={-HALF} width={HALF * 2} height={HALF * 2} rx={16} />
      <g className={classes['icon']}>{children}</g>
      <text x={left} y={top} textAnchor={words.anchor} className={classes['name']}>
        {name}
      </text>
      {lines.map((line, index) => (
        <text
          key={line}
          x={left}
          y={top + 18 * (index + 1)}
          textAnchor={words.anchor}
          className={index === 0 ? classes['first'] : classes['figure']}
        >
          {line}
        </text>
      ))}
    </g>
  );
}
