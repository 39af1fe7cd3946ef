/** The one IPC channel, used both ways; preload and main must agree on it. */
export const CHANNEL = 'mainstay';
