import { chromium } from '@playwright/test';
import { QUIET_BROWSER } from '@/e2e/quiet-browser';
import { freePort } from '@/lib/db/free-port';
import { requireBuild } from '../run-next';
import { withScope, type Scope } from '../shutdown';
import { startSimulatedProduct } from '../simulated-product';
import { temporaryFolder } from '../temporary-folder';
import { recordAnswers } from './record-answers';
import { takePictures } from './take-pictures';

const HELP = `npm run screenshots               the pictures of the README, light and dark, into public/screenshots
npm run screenshots -- --answers  what the screens of the visual stories are answered, into e2e/visual/answers.json`;

/** Photographs a demo that was made a moment ago, in a browser of this machine. */
async function run(scope: Scope): Promise<number> {
  const options = process.argv.slice(2);
  const unknown = options.find((option) => option !== '--answers');
  if (unknown !== undefined) {
    console.log(HELP);
    return unknown === '--help' ? 0 : 1;
  }
  requireBuild();
  const dataDir = temporaryFolder(scope, 'screenshots');
  const port = await freePort();
  const product = { mode: 'start', dataDir, port, hostName: '127.0.0.1', speed: 4, durable: false } as const;
  const { server } = await startSimulatedProduct(scope, product);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: QUIET_BROWSER,
  });
  scope.defer(() => browser.close());
  await (options.length > 0 ? recordAnswers(browser, server.url) : takePictures(browser, server.url));
  return 0;
}

process.exit(await withScope(run));
