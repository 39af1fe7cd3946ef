import { Anchor } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

/** The way back to the screen that this one lies below. */
export function BackLink({ href, children }: { readonly href: string; readonly children: string }): ReactNode {
  return (
    <Anchor
      component={Link}
      href={href}
      size="sm"
      w="fit-content"
      style={{ display: 'inline-flex', alignItems: 'center', gap: 6 }}
    >
      <IconArrowLeft size={16} aria-hidden />
      {children}
    </Anchor>
  );
}
