import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './setting-line.module.css';

/** One thing that can be set: its name, what it means, and the control at the right. */
export function SettingLine(props: {
  readonly name: ReactNode;
  readonly help?: ReactNode;
  readonly children?: ReactNode;
}): ReactNode {
  const { name, help, children } = props;
  return (
    <div className={classes['line']}>
      <div className={classes['what']}>
        <div>{name}</div>
        {help === undefined ? null : (
          <Text component="div" size="sm" c="dimmed">
            {help}
          </Text>
        )}
      </div>
      {children}
    </div>
  );
}
