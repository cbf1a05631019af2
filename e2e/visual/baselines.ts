import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from '@playwright/test';

const FOLDER = path.join(import.meta.dirname, '__screenshots__');

/** Letters in the fonts of the machine, without anything of ours: what changes them is no change of the product. */
const LETTERS =
  '<body style="margin:0;background:#fff"><p style="margin:8px;font:14px sans-serif">Pulso ñ ã 0123</p>' +
  '<p style="margin:8px;font:12px monospace">10.20.30.40 ⌘</p><p style="margin:8px;font:600 20px serif">¿Quién?</p>';

/** How this browser on this machine draws letters, as a hash. */
async function drawnLetters(browser: Browser): Promise<string> {
  const page = await browser.newPage({ viewport: { width: 240, height: 120 }, deviceScaleFactor: 1 });
  try {
    await page.setContent(LETTERS);
    return createHash('sha256')
      .update(await page.screenshot())
      .digest('hex');
  } finally {
    await page.close();
  }
}

export type Baselines = {
  /** The folder of the pictures that this browser is compared with. */
  name: string;
  /** Why nothing can be compared; null when it can. */
  missing: string | null;
};

const HOW = 'Make them with: npm run e2e -- --project visual --update-snapshots';

/**
 * The pictures made by the same major version of the browser, on a machine that draws letters in the same way. With
 * `mayMake` a missing set begins here.
 */
export async function findBaselines(browser: Browser, mayMake: boolean): Promise<Baselines> {
  const name = `chromium-${browser.version().split('.')[0]}`;
  const letters = path.join(FOLDER, name, 'letters.txt');
  const drawn = await drawnLetters(browser);
  if (mayMake) {
    mkdirSync(path.dirname(letters), { recursive: true });
    writeFileSync(letters, `${drawn}\n`);
    return { name, missing: null };
  }
  if (!existsSync(letters))
    return { name, missing: `There are no pictures of ${name} to compare with. ${HOW}` };
  if (readFileSync(letters, 'utf8').trim() === drawn) return { name, missing: null };
  return { name, missing: `This machine draws letters otherwise than the pictures of ${name}. ${HOW}` };
}
