/** The contract over Electron's IPC: one wire at a time for each page, and nobody else is heard. */
import type { IpcMainEvent, WebContents } from 'electron';
import {
  type Glance,
  type MessageWire,
  type WireNotice,
  wireNoticeSchema,
} from '../../../src-shared/contract/index.ts';
import { isOwnPage, refuseSender } from './addresses.ts';
import { CHANNEL } from './channel.ts';

/** A page's end of the contract. */
export interface PageWire extends MessageWire {
  /** Tells the page that what it speaks to is gone. It asks for a new wire when it wants one. */
  hangUp(): void;
}

/** Put into words only for a page that looks. */
type LazyGlance = () => Glance | undefined;

const nothing: LazyGlance = () => undefined;

class ContentsWire implements PageWire {
  private readonly contents: WebContents;
  private readonly messageListeners = new Set<(message: unknown) => void>();
  private readonly closeListeners = new Set<() => void>();
  /** What arrived before anyone listened: the page may be ready before the engine is. */
  private waiting: unknown[] | undefined = [];
  private ended = false;
  private used = false;
  /** The page still loads its screens, and wants to show something until then. */
  private looking = false;

  constructor(contents: WebContents) {
    this.contents = contents;
  }

  /** Nothing was said on it, and it leads somewhere: a client that begins anew needs no other. */
  get fresh(): boolean {
    return !this.used && !this.ended;
  }

  /** The page asked for a glance, and gets each until it speaks the contract. */
  look(glance: LazyGlance): boolean {
    this.looking = true;
    return this.show(glance);
  }

  /** Whether there was a page that wanted it, and something to show. */
  show(glance: LazyGlance): boolean {
    const shown = this.looking && !this.used ? glance() : undefined;
    if (shown === undefined) return false;
    const notice: WireNotice = { wire: 'glance', glance: shown };
    this.send(notice);
    return true;
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
  /** What pages show from now on while they load their screens; undefined while there is nothing to show. */
  glance(glance: LazyGlance): void;
  /** A message of any page of this program; of those that are not connected, none is heard. */
  readonly hear: (event: IpcMainEvent, message: unknown) => void;
}

/** Each new wire is handed to `onWire`; `onGlance` is called each time that a page has something to show. */
export function exchangePages(
  onWire: (wire: PageWire) => void,
  onGlance: () => void,
  onRefused: (reason: string) => void,
): PageExchange {
  const wires = new Map<number, ContentsWire>();
  let latest: LazyGlance = nothing;

  const renew = (contents: WebContents): void => {
    wires.get(contents.id)?.end();
    const wire = new ContentsWire(contents);
    wires.set(contents.id, wire);
    onWire(wire);
  };

  const hear = (event: IpcMainEvent, message: unknown): void => {
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
    if (reason !== undefined) return onRefused(`A message was refused: ${reason}.`);
    const notice = wireNoticeSchema.safeParse(message).data?.wire;
    if (notice === 'look') {
      if (wire?.look(latest) === true) onGlance();
    } else if (notice !== 'open') wire?.receive(message);
    else if (wire?.fresh === false) renew(contents);
  };

  return {
    connect: (contents) => {
      const { id } = contents;
      contents.on('did-navigate', () => renew(contents));
      contents.on('render-process-gone', () => wires.get(id)?.end());
      contents.on('destroyed', () => {
        wires.get(id)?.end();
        wires.delete(id);
      });
      // The page may have been there before anyone listened.
      if (isOwnPage(contents.getURL())) renew(contents);
    },
    glance: (glance) => {
      latest = glance;
      for (const wire of wires.values()) if (wire.show(glance)) onGlance();
    },
    hear,
  };
}
