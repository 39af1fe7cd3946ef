/** All that the page sees of the program around it: a way to send a message and a way to hear one. */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { WireNotice } from '../../../../src-shared/contract/index.ts';
import { CHANNEL } from '../channel.ts';
import { removeFrame, showGlance } from './glance.ts';

contextBridge.exposeInMainWorld('mainstay', {
  send(message: unknown): void {
    ipcRenderer.send(CHANNEL, message);
  },
  /** Returns how to stop listening. */
  onMessage(listener: (message: unknown) => void): () => void {
    const receive = (_event: IpcRendererEvent, message: unknown): void => listener(message);
    ipcRenderer.on(CHANNEL, receive);
    return () => ipcRenderer.off(CHANNEL, receive);
  },
});

// Other screens than the first begin with something else.
if (/^(#\/?)?$/u.test(window.location.hash)) {
  ipcRenderer.on(CHANNEL, (_event, message: WireNotice) => {
    if (message.wire === 'glance') showGlance(message.glance);
  });
  const look: WireNotice = { wire: 'look' };
  ipcRenderer.send(CHANNEL, look);
}
// The countdown's window has no menu.
if (window.location.hash.startsWith('#/countdown')) document.addEventListener('DOMContentLoaded', removeFrame);
