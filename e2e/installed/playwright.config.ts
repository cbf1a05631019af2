import { defineConfig } from '@playwright/test';
import base from '../../playwright.config';

/** Against a Pulso that others use: one story at a time, once, and patient as real lines need it. */
export default defineConfig({
  ...base,
  testDir: '.',
  projects: [{ name: 'installed' }],
  workers: 1,
  retries: 0,
  expect: { timeout: 150_000 },
  timeout: 180_000,
});
