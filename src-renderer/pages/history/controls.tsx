import { ActionIcon, Button, Group, MultiSelect, SegmentedControl, Select, Tooltip } from '@mantine/core';
import {
  IconArrowBarToRight,
  IconChevronLeft,
  IconChevronRight,
  IconDownload,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { label } from '../../../src-shared/nut/index.ts';
import { MOST_VARIABLES } from '../../logic/history-address.ts';
import {
  type Comparison,
  COMPARISONS,
  earlierBy,
  newest,
  panned,
  PRESET_NAMES,
  type Preset,
  type Range,
  type Span,
  upTo,
  zoomed,
} from '../../logic/range.ts';
import { DevicePicker } from '../../parts/device-picker.tsx';
import { saveText } from '../../parts/save-text.ts';
import { tellFailure } from '../../parts/use-outcome.ts';
import { useEngine } from '../../state/hooks.ts';
import { useFormats } from '../../parts/use-formats.ts';
import classes from './history.module.css';
import { Moments } from './moments.tsx';

interface ControlsProps {
  readonly device: string;
  readonly known: readonly string[];
  readonly variables: readonly string[];
  readonly onVariables: (variables: readonly string[]) => void;
  readonly range: Range;
  readonly moments: Span;
  /** The time of the engine's clock, in steps. */
  readonly now: number;
  readonly onRange: (range: Range, moved: boolean) => void;
  readonly comparison: Comparison | undefined;
  readonly onComparison: (comparison: Comparison | undefined) => void;
  readonly asTable: boolean;
  readonly onTable: (asTable: boolean) => void;
}

/** What is drawn, over which time, and in which shape. */
export function Controls(props: ControlsProps): ReactNode {
  const { locale } = useFormats();
  const { device, known, variables, onVariables, range, moments, now, onRange, asTable, onTable } = props;
  const { comparison, onComparison } = props;
  const { t } = useTranslation();
  const engine = useEngine();
  const [busy, setBusy] = useState(false);
  const [dates, setDates] = useState(false);
  const names = [...PRESET_NAMES, 'custom'] as const;
  const atEnd = moments.to >= now;
  const apply = (next: Range | undefined): void => {
    const reachable = upTo(next, Math.max(now, moments.to));
    if (reachable !== undefined) onRange(reachable, true);
  };
  const download = async (): Promise<void> => {
    setBusy(true);
    try {
      const earlier = comparison === undefined ? 0 : earlierBy(moments, comparison);
      const { name, text } = await engine.call('history.csv', {
        device,
        variables: [...variables],
        ...moments,
        ...(earlier === 0 ? {} : { earlier }),
      });
      saveText(name, text, 'text/csv');
    } catch (thrown) {
      tellFailure(t('common.failed'), thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={classes['controls']}>
      <DevicePicker />
      <MultiSelect
        aria-label={t('history.variables')}
        placeholder={variables.length === 0 ? t('history.choose') : t('history.chooseMore')}
        data={known.map((name) => ({ value: name, label: label(name, locale) }))}
        value={[...variables]}
        onChange={onVariables}
        maxValues={MOST_VARIABLES}
        searchable
        hidePickedOptions
        style={{ flex: '1 1 360px', minWidth: 260 }}
      />
      <Select
        aria-label={t('history.compare')}
        w={210}
        allowDeselect={false}
        data={[
          { value: 'none', label: t('history.comparison.none') },
          ...COMPARISONS.map((value) => ({ value, label: t(`history.comparison.${value}`) })),
        ]}
        value={comparison ?? 'none'}
        onChange={(value) => onComparison(COMPARISONS.find((each) => each === value))}
      />
      <div className={classes['break']} />
      <SegmentedControl
        aria-label={t('history.range')}
        data={names.map((name) => ({ value: name, label: t(`history.ranges.${name}`) }))}
        value={range.preset}
        onChange={(value) => {
          if (value === 'custom') setDates(true);
          else if (isPreset(value)) onRange({ preset: value }, false);
        }}
      />
      <Group gap={4}>
        <Moments {...moments} opened={dates} onOpened={setDates} onRange={onRange} />
        <Step
          label={t('history.earlier')}
          onClick={() => apply(panned(moments, -0.5))}
          icon={<IconChevronLeft size={18} />}
        />
        <Step
          label={t('history.laterLabel')}
          idle={atEnd}
          onClick={() => apply(panned(moments, 0.5))}
          icon={<IconChevronRight size={18} />}
        />
        <Step
          label={t('history.follow')}
          idle={atEnd && range.preset !== 'custom'}
          onClick={() => apply(newest(moments, now))}
          icon={<IconArrowBarToRight size={18} />}
        />
        <Step label={t('history.zoomIn')} onClick={() => apply(zoomed(moments, 0.5))} icon={<IconZoomIn size={18} />} />
        <Step label={t('history.zoomOut')} onClick={() => apply(zoomed(moments, 2))} icon={<IconZoomOut size={18} />} />
      </Group>
      <SegmentedControl
        aria-label={t('history.view')}
        data={[
          { value: 'chart', label: t('history.chart') },
          { value: 'table', label: t('history.table') },
        ]}
        value={asTable ? 'table' : 'chart'}
        onChange={(value) => onTable(value === 'table')}
      />
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        loading={busy}
        disabled={variables.length === 0}
        onClick={() => void download()}
      >
        {t('history.csv')}
      </Button>
    </div>
  );
}

function isPreset(value: string): value is Preset {
  return PRESET_NAMES.some((name) => name === value);
}

/** A step; an idle one would do nothing, and says so, but keeps the focus. */
function Step({
  label: name,
  idle = false,
  onClick,
  icon,
}: {
  readonly label: string;
  readonly idle?: boolean;
  readonly onClick: () => void;
  readonly icon: ReactNode;
}): ReactNode {
  return (
    <Tooltip label={name}>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={name}
        {...(idle ? { 'aria-disabled': true, 'data-disabled': true } : { onClick })}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
