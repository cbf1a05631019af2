import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { z } from 'zod';

/** What the API answered each screen, by method and address, and the moment at which it did. */
const answersSchema = z.object({
  moment: z.iso.datetime(),
  screens: z.record(
    z.string(),
    z.record(z.string(), z.object({ status: z.number().int(), body: z.unknown() })),
  ),
});

export type Answers = z.infer<typeof answersSchema>;

export const ANSWERS_FILE = 'e2e/visual/answers.json';

export const API = /\/api\/v1\//;

/** The long request of a tab: answered by nobody in a picture, because it would bring news. */
export const NEWS = /\/api\/v1\/changes\//;

export const keyOf = (method: string, address: string) => {
  const { pathname, search } = new URL(address);
  return `${method} ${pathname}${search}`;
};

export const readAnswers = (): Answers => answersSchema.parse(JSON.parse(readFileSync(ANSWERS_FILE, 'utf8')));

/** The title is set when the page has become interactive: no server is quicker than that. */
const isAlive = () => document.title.endsWith(' · Pulso');

/** Answers this page as the demo once did, so that neither its data nor the hour changes a picture. */
export async function answerAsRecorded(page: Page, answers: Answers, screen: string): Promise<void> {
  const known = answers.screens[screen] ?? {};
  await page.route(API, async (route) => {
    if (NEWS.test(route.request().url())) return;
    await page.waitForFunction(isAlive);
    const key = keyOf(route.request().method(), route.request().url());
    const answer = known[key];
    if (answer === undefined) {
      const sentence = `The screen "${screen}" asks ${key}, which was not recorded: npm run screenshots -- --answers`;
      return route.fulfill({ status: 404, json: { ok: false, message: sentence } });
    }
    await route.fulfill({ status: answer.status, json: answer.body });
  });
}
