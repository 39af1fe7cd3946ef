/** Notices that HID devices come and go. */
import { type FSWatcher, watch } from 'node:fs';
import { listHidDevices } from './devices.ts';

/** Calls `run` when a HID device may have come or become usable. Returns how to stop. */
export function watchHidDevices(run: () => void): () => void {
  return process.platform === 'linux' ? watchNodes(run) : watchList(run);
}

/** Elsewhere there is no cheap notice: the list of devices is read this often while one is away. Milliseconds. */
const LOOK_MS = 1000;

/** The kernel makes the node and udev changes who may open it; either is a change in `/dev`. */
function watchNodes(run: () => void): () => void {
  let watcher: FSWatcher;
  try {
    watcher = watch('/dev', { persistent: false }, (_change, name) => {
      if (name?.startsWith('hidraw') === true) run();
    });
  } catch {
    // The system has a limit of watches.
    return watchList(run);
  }
  // Where the watch ends by itself, the next regular attempt finds the device a little later.
  watcher.on('error', () => watcher.close());
  return () => watcher.close();
}

function watchList(run: () => void): () => void {
  let before: string | undefined;
  const look = async (): Promise<void> => {
    const now = (await listHidDevices()).map(({ path, serial }) => `${path} ${serial}`).join('\n');
    if (before !== undefined && before !== now) run();
    before = now;
  };
  // A failure to list says nothing of the device; the next regular attempt will tell it.
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_MS);
  return () => clearInterval(timer);
}
