import type { ReactNode } from 'react';
import { useMayAct } from '../state/hooks.ts';

/**
 * Around everything that changes or commands something: where this window may only watch, it is in sight and switched
 * off. The engine refuses it besides. A fieldset switches off all that is in it, whatever it is made of; it draws nothing.
 */
export function ActOnly({ children }: { readonly children: ReactNode }): ReactNode {
  return useMayAct() ? (
    children
  ) : (
    <fieldset className="act-only" disabled>
      {children}
    </fieldset>
  );
}
