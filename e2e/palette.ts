import { expect, type Locator, type Page } from '@playwright/test';

/** The palette that Ctrl K opens over any page. */
export class Palette {
  readonly box: Locator;
  readonly field: Locator;
  readonly rows: Locator;
  readonly highlighted: Locator;

  constructor(readonly page: Page) {
    this.box = page.getByTestId('palette');
    this.field = this.box.getByRole('combobox');
    this.rows = this.box.getByRole('option');
    this.highlighted = this.box.locator('[role=option][aria-selected=true]');
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await expect(this.field).toBeFocused();
  }

  /** Types, and waits until the rows are those of what was typed. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    await expect(this.box.locator('[role=listbox][aria-busy=false]')).toBeAttached();
  }
}
