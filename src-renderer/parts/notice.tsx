import type { ReactNode } from 'react';
import type { Tone } from '../logic/condition.ts';
import { ToneIcon } from './badge.tsx';
import classes from './notice.module.css';

/** A message that stays in sight. `live` announces it to screen readers when it appears. */
export function Notice(props: {
  readonly tone: Tone;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly live?: boolean;
}): ReactNode {
  const { tone, title, children, action, live = false } = props;
  return (
    <div
      className={`${classes['notice'] ?? ''} tone-${tone}`}
      {...(live ? { role: tone === 'critical' ? 'alert' : 'status' } : {})}
    >
      <span className={classes['icon']}>
        <ToneIcon tone={tone} size={20} />
      </span>
      <div className={classes['body']}>
        {title === undefined ? null : <div className={classes['title']}>{title}</div>}
        {children === undefined ? null : <div>{children}</div>}
      </div>
      {action}
    </div>
  );
}
