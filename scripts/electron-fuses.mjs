/**
 * Run by electron-builder before it sets Electron's fuses: whether the installed program may be run as plain Node, which
 * is how its command line and its service work without a display (ELECTRON_RUN_AS_NODE). Linux and Windows give rights
 * to accounts, so that nobody gains any by running this Node rather than another. macOS gives them to programs (Input
 * Monitoring, for USB UPSes), and whatever ran inside of ours would have them as well: there it stays off.
 */

/** @param {import('electron-builder').AfterPackContext} context */
export default function allowNode(context) {
  const fuses = context.packager.config.electronFuses;
  if (!fuses) throw new Error('electron-builder.yml names no fuses; all of them would be open.');
  fuses.runAsNode = context.electronPlatformName !== 'darwin';
}
