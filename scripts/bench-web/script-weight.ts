import type { Page } from '@playwright/test';

/** Bytes of script that a first visit to this address fetches, as they come over the wire. */
export async function scriptWeight(page: Page, address: string): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  const scripts = new Set<string>();
  let bytes = 0;
  await devtools.send('Network.enable');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  devtools.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: false });
  await devtools.detach();
  return bytes;
}
