/** The contract over Electron's IPC: one wire at a time for each page, and nobody else is heard. */
import { ipcMain, type IpcMainEvent, type WebContents } from 'electron';
import { type MessageWire, type WireNotice, wireNoticeSchema } from '../../../src-shared/contract/index.ts';
import { refuseSender } from './addresses.ts';
import { CHANNEL } from './channel.ts';

/** A page's end of the contract. */
export interface PageWire extends MessageWire {
  /** Tells the page that what it speaks to is gone. It asks for a new wire when it wants one. */
  hangUp(): void;
}

class ContentsWire implements PageWire {
  private readonly contents: WebContents;
  private readonly messageListeners = new Set<(message: unknown) => void>();
  private readonly closeListeners = new Set<() => void>();
  /** What arrived before anyone listened: the page may be ready before the engine is. */
  private waiting: unknown[] | undefined = [];
  private ended = false;
  private used = false;

  constructor(contents: WebContents) {
    this.contents = contents;
  }

  /** Nothing was said on it, and it leads somewhere: a client that begins anew needs no other. */
  get fresh(): boolean {
    return !this.used && !this.ended;
  }

  send(message: unknown): void {
    if (!this.ended && !this.contents.isDestroyed()) this.contents.send(CHANNEL, message);
  }

  onMessage(listener: (message: unknown) => void): () => void {
    this.messageListeners.add(listener);
    const waiting = this.waiting ?? [];
    this.waiting = undefined;
    for (const message of waiting) listener(message);
    return () => this.messageListeners.delete(listener);
  }

  onClose(listener: () => void): () => void {
    if (this.ended) listener();
    else this.closeListeners.add(listener);
    return () => this.closeListeners.delete(listener);
  }

  receive(message: unknown): void {
    if (this.ended) return;
    this.used = true;
    this.waiting?.push(message);
    for (const listener of this.messageListeners) listener(message);
  }

  hangUp(): void {
    const closed: WireNotice = { wire: 'closed' };
    this.send(closed);
    this.end();
  }

  /** Without a word: the page is gone, or has asked for another wire. */
  end(): void {
    if (this.ended) return;
    this.ended = true;
    for (const listener of this.closeListeners) listener();
    this.closeListeners.clear();
    this.messageListeners.clear();
    this.waiting = undefined;
  }
}

/** What the pages of this program say, handed to the wire of the page that said it. */
export interface PageExchange {
  /**
   * Gives each page that `contents` loads a wire of its own, ended when the page goes: a page that was loaded anew
   * numbers its calls anew and must not hear the answers to the old ones.
   */
  connect(contents: WebContents): void;
}

/** Hears every page. Each new wire is handed to `onWire`. */
export function exchangePages(onWire: (wire: PageWire) => void, onRefused: (reason: string) => void): PageExchange {
  const wires = new Map<number, ContentsWire>();

  const renew = (contents: WebContents): void => {
    wires.get(contents.id)?.end();
    const wire = new ContentsWire(contents);
    wires.set(contents.id, wire);
    onWire(wire);
  };

  ipcMain.on(CHANNEL, (event: IpcMainEvent, message: unknown) => {
    const frame = event.senderFrame;
    const contents = event.sender;
    const wire = wires.get(contents.id);
    const reason = refuseSender(
      {
        contents: contents.id,
        ...(frame === null ? {} : { frame: { url: frame.url, isTop: frame === contents.mainFrame } }),
      },
      wire === undefined ? undefined : contents.id,
    );
    if (reason !== undefined) onRefused(`A message was refused: ${reason}.`);
    else if (wireNoticeSchema.safeParse(message).data?.wire !== 'open') wire?.receive(message);
    else if (wire?.fresh === false) renew(contents);
  });

  return {
    connect: (contents) => {
      const { id } = contents;
      contents.on('did-navigate', () => renew(contents));
      contents.on('render-process-gone', () => wires.get(id)?.end());
      contents.on('destroyed', () => {
        wires.get(id)?.end();
        wires.delete(id);
      });
    },
  };
}
