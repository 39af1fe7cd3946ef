import { Group } from '@mantine/core';
import type { ReactNode } from 'react';

/** A titled surface. `action` stands at the right of the title. */
export function Panel(props: {
  readonly title?: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}): ReactNode {
  const { title, action, children, className = '' } = props;
  return (
    <section className={`panel ${className}`} {...(title === undefined ? {} : { 'aria-label': title })}>
      {title === undefined && action === undefined ? null : (
        <Group justify="space-between" mb="sm" gap="sm" wrap="nowrap">
          {title === undefined ? null : <h2 className="panel-title">{title}</h2>}
          {action}
        </Group>
      )}
      {children}
    </section>
  );
}
