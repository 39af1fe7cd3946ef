/** Loaded into Electron before the program: tells it to quit just after its window was made, as a logout may. */
const { app } = require('electron');

app.once('browser-window-created', () => setImmediate(() => app.quit()));
