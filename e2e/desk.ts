import { expect, type Locator, type Page } from '@playwright/test';
import { z } from 'zod';
import type { Certainty } from '@/lib/domain/certainty';
import type { ExplanationKey } from '@/lib/domain/explanation';
import type { FailureCode } from '@/lib/domain/failure';
import type { Verdict } from '@/lib/domain/verdict';
import type { Account } from './accounts';

const startedSchema = z.object({ data: z.object({ task_id: z.uuid() }) });

export type Sight = {
  /** A ping that could not be measured has a failure instead of a verdict. */
  verdict?: Verdict;
  failure?: FailureCode;
  certainty?: Certainty['level'];
  meaning?: ExplanationKey;
  /** What stands in the badge, the note after the word included. */
  badge?: string | RegExp;
  task?: string;
};

/** The desk as one person sees it in one tab. */
export class Desk {
  readonly search: Locator;
  readonly results: Locator;
  readonly card: Locator;
  readonly launchButton: Locator;
  readonly launchAnyway: Locator;
  readonly packets: Locator;
  readonly progress: Locator;
  readonly result: Locator;
  readonly badge: Locator;
  readonly ready: Locator;
  readonly banner: Locator;
  readonly shortcutSheet: Locator;

  constructor(
    readonly page: Page,
    readonly account: Account,
  ) {
    this.search = page.getByTestId('service-search').getByRole('combobox');
    this.results = page.getByTestId('service-search').getByRole('option');
    this.card = page.getByTestId('service-card');
    this.launchButton = page.getByTestId('launch');
    this.launchAnyway = page.getByTestId('launch-anyway');
    this.packets = page.getByTestId('packets');
    this.progress = page.getByTestId('ping-progress');
    this.result = page.getByTestId('ping-result');
    this.badge = this.result.getByTestId('ping-badge');
    this.ready = page.getByTestId('ready-to-measure');
    this.banner = page.locator('[data-connection]');
    this.shortcutSheet = page.getByRole('dialog');
  }

  /** Opens the desk, or what `path` names of it, and waits until it takes keys. */
  async open(path = '/'): Promise<void> {
    await this.page.goto(path);
    await this.isAlive();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.isAlive();
  }

  /** The title is set when the page has become interactive. */
  async isAlive(): Promise<void> {
    await expect(this.page).toHaveTitle(/ · Pulso$/);
  }

  /** The same person's second tab. */
  async inAnotherTab(): Promise<Desk> {
    return new Desk(await this.page.context().newPage(), this.account);
  }

  option(serviceId: number): Locator {
    return this.page.locator(`[role=option][data-service-id="${serviceId}"]`);
  }

  /** The search shows this service first, and it may be chosen: a list that is older than what is typed may not. */
  async finds(serviceId: number): Promise<void> {
    await expect(this.results.first()).toHaveAttribute('data-service-id', String(serviceId));
    await expect(this.results.first()).toBeEnabled();
  }

  /** Types an id and picks the service of that id, then waits for its record. */
  async choose(serviceId: number): Promise<void> {
    await this.search.fill(String(serviceId));
    await this.option(serviceId).click();
    await this.shows(serviceId);
  }

  async shows(serviceId: number): Promise<void> {
    await expect(this.card).toHaveAttribute('data-service-id', String(serviceId));
    await expect(this.card.locator('[data-reading=pending]')).toHaveCount(0);
  }

  /** The hand may press Enter: the desk puts the focus there as soon as a launch is possible. */
  async isReadyForEnter(): Promise<void> {
    await expect(this.launchButton).toBeEnabled();
    await expect(this.launchButton).toBeFocused();
  }

  /** What `act` makes the desk launch; answers the task_id. */
  async launchedBy(act: () => Promise<void>): Promise<string> {
    const answered = this.page.waitForResponse(
      (response) =>
        response.request().method() === 'POST' && /\/ping\/$/.test(new URL(response.url()).pathname),
    );
    await act();
    return startedSchema.parse(await (await answered).json()).data.task_id;
  }

  /** Chooses how many packets the next ping has. */
  async takes(packets: 4 | 10 | 20): Promise<void> {
    await this.packets.click();
    await this.page.getByRole('menuitemradio', { name: `${packets} ` }).click();
  }

  /** Presses the button and answers the task_id. */
  launch(): Promise<string> {
    return this.launchedBy(() => this.launchButton.click());
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async isMeasuring(): Promise<void> {
    await expect(this.progress.getByTestId('ping-badge')).toHaveAttribute('data-state', 'running');
  }

  /** Waits for the answer and compares it with what is expected of it. */
  async sees({ verdict, failure, certainty, meaning, badge, task }: Sight): Promise<void> {
    if (task !== undefined) await expect(this.result).toHaveAttribute('data-task-id', task);
    await expect(this.badge).toHaveAttribute('data-state', failure === undefined ? 'finished' : 'failed');
    if (verdict !== undefined) await expect(this.badge).toHaveAttribute('data-verdict', verdict);
    if (certainty !== undefined) await expect(this.badge).toHaveAttribute('data-certainty', certainty);
    if (badge !== undefined) await expect(this.badge).toHaveText(badge);
    const sentence = this.result.getByTestId('ping-meaning');
    if (meaning !== undefined) await expect(sentence).toHaveAttribute('data-meaning', meaning);
    if (failure === undefined) return;
    await expect(sentence).toHaveAttribute('data-failure', failure);
    await expect(this.badge, 'a failure is no verdict').not.toHaveAttribute('data-verdict');
  }

  async choosesLanguage(label: 'Español' | 'Português' | 'English'): Promise<void> {
    await this.page.getByRole('button', { name: /^(Idioma|Language)$/ }).click();
    await this.page.getByRole('menuitemradio', { name: label }).click();
  }
}
