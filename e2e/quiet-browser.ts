/** A Chromium of this machine that may run as root, and asks nobody for anything by itself. */
export const QUIET_BROWSER = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
];
