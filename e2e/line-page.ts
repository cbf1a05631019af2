import { randomUUID } from 'node:crypto';
import { expect, type Locator, type Page } from '@playwright/test';
import { openDatabase } from '@/lib/db/client';
import { storePing } from '@/lib/db/test-store';
import { judgeCertainty } from '@/lib/domain/certainty';
import { defaultRules } from '@/lib/domain/rules';
import { packetsOf, reply, testIp } from '@/lib/domain/test-ping';
import { environment } from './environment';

/** The page of one line, and the permalink of one of its pings. */
export class LinePage {
  readonly card: Locator;
  readonly strip: Locator;
  readonly marks: Locator;
  readonly readout: Locator;
  readonly trend: Locator;
  readonly rows: Locator;
  readonly notes: Locator;
  readonly note: Locator;
  readonly place: Locator;
  readonly heading: Locator;

  constructor(readonly page: Page) {
    this.card = page.getByTestId('service-card');
    this.strip = page.getByTestId('line-strip');
    this.marks = this.strip.getByRole('link');
    this.readout = page.getByTestId('strip-readout');
    this.trend = page.locator('[data-chart=line-trend]');
    this.rows = page.getByTestId('line-table').locator('tbody tr');
    this.notes = page.getByTestId('notes').getByRole('article');
    this.note = page.getByLabel('Escribir una nota');
    this.place = page.getByTestId('ping-place');
    this.heading = page.getByRole('heading', { level: 1 });
  }

  async open(serviceId: number): Promise<void> {
    await this.page.goto(`/services/${serviceId}`);
    await this.shows(serviceId);
  }

  async shows(serviceId: number): Promise<void> {
    await expect(this.page).toHaveURL(new RegExp(`/services/${serviceId}$`));
    await expect(this.card).toHaveAttribute('data-service-id', String(serviceId));
    await expect(this.card.locator('[data-reading=pending]')).toHaveCount(0);
  }

  async opensPing(taskId: string): Promise<void> {
    await this.page.goto(`/pings/${taskId}`);
    await this.showsPing(taskId);
  }

  async showsPing(taskId: string): Promise<void> {
    await expect(this.page).toHaveURL(new RegExp(`/pings/${taskId}$`));
    await expect(this.page.getByTestId('ping-result')).toHaveAttribute('data-task-id', taskId);
    // The title is set when the page has become interactive.
    await expect(this.page).toHaveTitle(/ · Pulso$/);
  }

  /** The number behind one outcome over the chart. */
  counted(face: string): Locator {
    return this.trend.getByTestId('line-summary').locator(`[data-face=${face}]`);
  }
}

const ACTIVE = { ip: testIp, ipShared: false, status: 'Activo' };

/**
 * Gives a line a past: one finished ping of four answered packets for each of the moments, written straight into the
 * database. Answers their ids in that order.
 */
export async function withPast(serviceId: number, minutesAgo: readonly number[]): Promise<string[]> {
  const db = openDatabase(environment().DATABASE_URL, { max: 1 });
  const packets = [...packetsOf(3, 3), reply({ rttMs: 14 })];
  try {
    const ids: string[] = [];
    for (const minutes of minutesAgo) {
      const createdAt = new Date(Date.now() - minutes * 60_000);
      const id = randomUUID();
      await storePing(db, {
        id,
        serviceId,
        state: 'finished',
        verdict: 'stable',
        certainty: judgeCertainty('stable', packets, ACTIVE, defaultRules),
        packets,
        createdAt,
        finishedAt: new Date(createdAt.getTime() + 5000),
      });
      ids.push(id);
    }
    return ids;
  } finally {
    await db.$client.end();
  }
}
