import { Modal } from '@mantine/core';
import {
  createContext,
  Fragment,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useLocation } from 'wouter';

/** What is to be shown in a dialog. */
export interface DialogWish {
  /**
   * Its title and its body. What may change while it is open they have to watch themselves: whatever opened them may be
   * gone by then.
   */
  readonly content: (close: () => void) => ReactNode;
  readonly size?: 'md' | 'lg';
  /** The person turned away without an answer: Escape, or a press beside it. */
  readonly onDismiss?: () => void;
}

const Opener = createContext<((wish: DialogWish) => void) | undefined>(undefined);

/** Opens a dialog that stays until the person closes it or goes to another screen. */
export function useDialog(): (wish: DialogWish) => void {
  const open = useContext(Opener);
  if (open === undefined) throw new Error('A component that opens dialogs stands outside of Dialogs.');
  return open;
}

/**
 * Where dialogs live: above the screens. In the row or panel that opens it a dialog would go with that, in the middle
 * of a press, when the UPS stops offering a command or goes out of the list.
 */
export function Dialogs({ children }: { readonly children: ReactNode }): ReactNode {
  const [path] = useLocation();
  const [shown, setShown] = useState<{ readonly number: number; readonly wish: DialogWish }>();
  const [openNumber, setOpenNumber] = useState<number>();
  const count = useRef(0);
  const before = useRef(path);
  const open = useCallback((wish: DialogWish): void => {
    count.current += 1;
    setShown({ number: count.current, wish });
    setOpenNumber(count.current);
  }, []);
  useEffect(() => {
    // Back leaves it behind, with the screen that it is about.
    if (before.current !== path) setOpenNumber(undefined);
    before.current = path;
  }, [path]);
  // Its own alone: what one that was turned away from still does may end when the next one is open.
  const close = useCallback((number: number) => setOpenNumber((now) => (now === number ? undefined : now)), []);
  const body = useMemo(() => shown?.wish.content(() => close(shown.number)), [shown, close]);
  return (
    <Opener value={open}>
      {children}
      <Modal
        opened={openNumber !== undefined}
        onClose={() => {
          setOpenNumber(undefined);
          shown?.wish.onDismiss?.();
        }}
        // Its head would be a second banner of the page; the title stands in the body.
        withCloseButton={false}
        centered
        size={shown?.wish.size ?? 'md'}
      >
        <Fragment key={shown?.number}>{body}</Fragment>
      </Modal>
    </Opener>
  );
}
