/** All that the page sees of the program around it: a way to send a message and a way to hear one. */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { CHANNEL } from './channel.ts';

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
