/** What pages say before the part of the program that answers them is loaded. */
import { ipcMain, type IpcMainEvent } from 'electron';
import { CHANNEL } from './channel.ts';

/** Hears every page of this program. */
export interface PageMessages {
  /** From now on each message is handed to `listener`, first those that came before. */
  onMessage(listener: (event: IpcMainEvent, message: unknown) => void): void;
}

/** Listens from now on. */
export function hearPages(): PageMessages {
  const held: (readonly [IpcMainEvent, unknown])[] = [];
  let hand = (event: IpcMainEvent, message: unknown): void => {
    held.push([event, message]);
  };
  ipcMain.on(CHANNEL, (event: IpcMainEvent, message: unknown) => hand(event, message));
  return {
    onMessage: (listener) => {
      hand = listener;
      for (const [event, message] of held.splice(0)) listener(event, message);
    },
  };
}
