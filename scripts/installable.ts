// What a phone needs to install Pulso and to say something without a network: public/sw.js and public/icons. Both are
// committed; run this after a change of app/icon.svg, of scripts/installable or of the messages `offline`.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findChromium } from './find-chromium.mjs';
import { drawIcons } from './installable/draw-icons';
import { offlineWorker } from './installable/offline-worker';

const root = path.join(import.meta.dirname, '..');
await writeFile(path.join(root, 'public/sw.js'), await offlineWorker());
const chromium = await findChromium();
if (chromium) await drawIcons(root, chromium);
