import type { Locator, Page } from '@playwright/test';

export type Moves = { keys: number; clicks: number; fields: number };

/** The hand of somebody at work: does what a person does, and counts it. A text typed into a field counts apart. */
export class Hand {
  keys = 0;
  clicks = 0;
  fields = 0;

  constructor(readonly page: Page) {}

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      this.keys += 1;
    }
  }

  /** Letter by letter, each of which counts. */
  async types(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.keys += text.length;
  }

  async clickOn(target: Locator): Promise<void> {
    await target.click();
    this.clicks += 1;
  }

  /** What nobody else could know, such as a name: one field, however long. */
  async fills(field: Locator, text: string): Promise<void> {
    await field.fill(text);
    this.fields += 1;
  }

  get count(): Moves {
    return { keys: this.keys, clicks: this.clicks, fields: this.fields };
  }
}
