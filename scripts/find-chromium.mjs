import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { refuse } from './prepare.mjs';
import { runBin, runStep } from './run-step.mjs';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC_APPS = ['Google Chrome.app/Contents/MacOS/Google Chrome', 'Chromium.app/Contents/MacOS/Chromium'];

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function systemChromium() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const onPath = COMMANDS.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  const apps = ['/Applications', path.join(homedir(), 'Applications')];
  const onMac =
    process.platform === 'darwin' ? apps.flatMap((at) => MAC_APPS.map((app) => path.join(at, app))) : [];
  return [...onPath, ...onMac].find(isExecutable);
}

async function playwrightChromium() {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return isExecutable(file) ? file : undefined;
}

/** A download may lack system libraries, so it counts only when it starts. */
async function startingPlaywrightChromium() {
  const file = await playwrightChromium();
  if (file === undefined) return undefined;
  const { code } = await runStep(file, ['--version'], { quiet: true });
  return code === 0 ? file : undefined;
}

async function installFromDebian() {
  if (process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get')) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runStep('apt-get', ['update'], { env });
  await runStep('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env });
  return systemChromium();
}

/** Resolves to a Chromium of this machine, installed now when there is none. Ends the program when that fails. */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isExecutable(named)) return named;
    refuse('CHROMIUM_PATH: expected the path of a Chromium that this user may run.');
  }
  const found = systemChromium() ?? (await startingPlaywrightChromium());
  if (found !== undefined) return found;
  console.log('Installing a Chromium for the browser tests …');
  await runBin('playwright', ['install', 'chromium']);
  const installed = (await startingPlaywrightChromium()) ?? (await installFromDebian());
  if (installed !== undefined) return installed;
  return refuse('There is no Chromium and none could be installed: install one and set CHROMIUM_PATH to it.');
}
