import { expect, type Locator, type Page } from '@playwright/test';
import { historySummarySchema } from '@/lib/domain/history-summary';
import { addDays, dayOf } from '@/lib/domain/time-zone';
import type { ApiClient } from './api-client';

// Days that are over: nothing that other stories measure changes them.
export const YESTERDAY = 'period=yesterday';
const today = dayOf(new Date(), 'America/Bogota');
export const LAST_WEEK = `from=${addDays(today, -7)}&to=${addDays(today, -1)}`;

/** What the API says of the same filter. */
export async function summaryOf(api: ApiClient, query: string) {
  return historySummarySchema.parse((await api.get(`/api/v1/history/summary/?${query}`)).envelope.data);
}

const WHOLE = /^\d+$/;

/** The supervisor's history as one person sees it in one tab. */
export class HistoryPage {
  readonly filter: Locator;
  readonly text: Locator;
  readonly totals: Locator;
  readonly list: Locator;
  readonly rows: Locator;
  readonly end: Locator;
  readonly empty: Locator;
  readonly zones: Locator;
  readonly worst: Locator;

  constructor(readonly page: Page) {
    this.filter = page.getByTestId('history-filter');
    this.text = page.getByTestId('history-text');
    this.totals = page.getByTestId('history-totals');
    this.list = page.getByTestId('history-list');
    this.rows = this.list.locator('[data-task-id]');
    this.end = page.getByTestId('history-end');
    this.empty = page.getByTestId('history-empty');
    this.zones = page.locator('[data-chart=zones]');
    this.worst = page.locator('[data-chart=worst]');
  }

  /** Opens the history, or what an address names of it, and waits for its numbers. */
  async open(search = ''): Promise<void> {
    await this.page.goto(`/history${search}`);
    await this.isSettled();
  }

  /** Numbers and rows are those of the filter in the address. */
  async isSettled(): Promise<void> {
    await expect(this.totals).toHaveAttribute('aria-busy', 'false');
    await expect(this.empty.or(this.list)).toHaveCount(1);
    if ((await this.list.count()) > 0) await expect(this.list).toHaveAttribute('aria-busy', 'false');
  }

  /** One word of the sentence, such as the zone or the period. */
  chip(name: string): Locator {
    return this.filter.getByRole('button', { name: new RegExp(`^${name}: `) });
  }

  remove(word: string): Locator {
    return this.filter.getByRole('button', { name: `Quitar: ${word}` });
  }

  /** A total of the whole filter by its name, such as `stable`. */
  async total(name: string): Promise<number> {
    const figure = (await this.page.locator(`[data-total=${name}]`).innerText()).replaceAll(/[.\s]/g, '');
    expect(figure).toMatch(WHOLE);
    return Number(figure);
  }

  /** Every total as it stands on the page. */
  allTotals(): Promise<string[]> {
    return this.page.locator('[data-total]').allInnerTexts();
  }

  /** The row that has the focus, from 0. */
  focusedRow(): Promise<string | null> {
    return this.page.evaluate(
      () => document.activeElement?.closest('[data-index]')?.getAttribute('data-index') ?? null,
    );
  }
}
