import { Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconHelpCircle,
  IconInfoCircle,
  IconUrgent,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Tone } from '../logic/condition.ts';

const ICONS: Readonly<Record<Tone, TablerIcon>> = {
  good: IconCircleCheck,
  info: IconInfoCircle,
  warning: IconAlertTriangle,
  critical: IconUrgent,
  unknown: IconHelpCircle,
};

/** The icon of a tone: severity is told by shape before colour. */
export function ToneIcon({ tone, size = 16 }: { readonly tone: Tone; readonly size?: number }): ReactNode {
  const Icon = ICONS[tone];
  return <Icon size={size} stroke={2} aria-hidden />;
}

/** A word with its tone. `why` is told on hovering and on focus. */
export function Badge(props: {
  readonly tone: Tone;
  readonly children: string;
  readonly icon?: ReactNode;
  readonly why?: string;
}): ReactNode {
  const { tone, children, icon, why } = props;
  const badge = (
    // Only a badge that has more to tell takes part in the tab order.
    <span className={`badge tone-${tone}`} {...(why === undefined ? {} : { tabIndex: 0, role: 'note' })}>
      {icon ?? <ToneIcon tone={tone} size={15} />}
      {children}
    </span>
  );
  return why === undefined ? (
    badge
  ) : (
    <Tooltip label={why} multiline maw={300} events={{ hover: true, focus: true, touch: true }}>
      {badge}
    </Tooltip>
  );
}
