/** The contract over Electron's IPC: one wire for each page load, and nobody else is heard. */
import { ipcMain, type IpcMainEvent, type WebContents } from 'electron';
import type { MessageWire } from '../../../src-shared/contract/index.ts';
import { refuseSender } from './addresses.ts';
import { CHANNEL } from './channel.ts';

class PageWire implements MessageWire {
  private readonly contents: WebContents;
  private readonly messageListeners = new Set<(message: unknown) => void>();
  private readonly closeListeners = new Set<() => void>();
  /** What arrived before anyone listened: the page may be ready before the engine is. */
  private waiting: unknown[] | undefined = [];

  constructor(contents: WebContents) {
    this.contents = contents;
  }

  send(message: unknown): void {
    if (!this.contents.isDestroyed()) this.contents.send(CHANNEL, message);
  }

  onMessage(listener: (message: unknown) => void): () => void {
    this.messageListeners.add(listener);
    const waiting = this.waiting ?? [];
    this.waiting = undefined;
    for (const message of waiting) listener(message);
    return () => this.messageListeners.delete(listener);
  }

  onClose(listener: () => void): () => void {
    this.closeListeners.add(listener);
    return () => this.closeListeners.delete(listener);
  }

  receive(message: unknown): void {
    this.waiting?.push(message);
    for (const listener of this.messageListeners) listener(message);
  }

  close(): void {
    for (const listener of this.closeListeners) listener();
    this.closeListeners.clear();
    this.messageListeners.clear();
    this.waiting = undefined;
  }
}

/**
 * Gives each page that `contents` loads a wire of its own, closed when the page goes: a reloaded page numbers its
 * calls anew and must not hear the answers to the old ones.
 */
export function connectPages(
  contents: WebContents,
  onWire: (wire: MessageWire) => void,
  onRefused: (reason: string) => void,
): void {
  let wire: PageWire | undefined;
  const receive = (event: IpcMainEvent, message: unknown): void => {
    const frame = event.senderFrame;
    const reason = refuseSender(
      {
        contents: event.sender.id,
        ...(frame === null ? {} : { frame: { url: frame.url, isTop: frame === event.sender.mainFrame } }),
      },
      contents.id,
    );
    if (reason === undefined) wire?.receive(message);
    else onRefused(`A message was refused: ${reason}.`);
  };
  const end = (): void => {
    wire?.close();
    wire = undefined;
  };
  ipcMain.on(CHANNEL, receive);
  contents.on('did-navigate', () => {
    end();
    wire = new PageWire(contents);
    onWire(wire);
  });
  contents.on('render-process-gone', end);
  contents.on('destroyed', () => {
    ipcMain.off(CHANNEL, receive);
    end();
  });
}
