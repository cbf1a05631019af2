import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { QUIET_BROWSER } from '@/e2e/quiet-browser';

/**
 * `isWhole` fills the square, because the system cuts a shape of its own out of it; the mark then keeps to the middle
 * four fifths, which no shape cuts.
 */
const ICONS = [
  { file: 'icon-192.png', size: 192, isWhole: false },
  { file: 'icon-512.png', size: 512, isWhole: false },
  { file: 'maskable-512.png', size: 512, isWhole: true },
  { file: 'apple-touch-icon.png', size: 180, isWhole: true },
] as const;

const wholeSquare = (svg: string) =>
  svg
    .replace(/ rx="\d+"/, '')
    .replace('<path ', '<g transform="translate(12 12) scale(0.8) translate(-12 -12)"><path ')
    .replace('</svg>', '</g></svg>');

/** Draws the icons of the installed product from app/icon.svg. */
export async function drawIcons(root: string, executablePath: string): Promise<void> {
  const svg = await readFile(`${root}/app/icon.svg`, 'utf8');
  const browser = await chromium.launch({ executablePath, args: QUIET_BROWSER });
  try {
    for (const { file, size, isWhole } of ICONS) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      const drawing = (isWhole ? wholeSquare(svg) : svg).replace('<svg ', `<svg width="${size}" `);
      await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawing}`);
      await writeFile(`${root}/public/icons/${file}`, await page.screenshot({ omitBackground: true }));
      await page.close();
    }
  } finally {
    await browser.close();
  }
}
