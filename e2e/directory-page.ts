import { expect, type Locator, type Page } from '@playwright/test';

/** The administrator's page of the directory. */
export class DirectoryPage {
  readonly count: Locator;
  readonly lastLoad: Locator;
  readonly loadNow: Locator;
  readonly progress: Locator;
  readonly panel: Locator;
  readonly file: Locator;
  readonly report: Locator;
  readonly refusal: Locator;
  readonly imported: Locator;
  readonly takeOver: Locator;
  readonly discard: Locator;

  constructor(readonly page: Page) {
    this.panel = page.getByTestId('directory');
    this.count = page.getByTestId('directory-count');
    this.lastLoad = page.getByTestId('last-load');
    this.loadNow = page.getByRole('button', { name: 'Leer ahora' });
    this.progress = this.panel.getByRole('progressbar');
    this.file = page.locator('input[type=file]');
    this.report = page.getByTestId('import');
    this.refusal = page.getByRole('alert').filter({ hasText: /./ });
    this.imported = page.getByTestId('imported');
    this.takeOver = page.getByRole('button', { name: 'Pasar al directorio' });
    this.discard = page.getByRole('button', { name: 'Descartar' });
  }

  async open(): Promise<void> {
    await this.page.goto('/directory');
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText('Directorio');
    await expect(this.count).toBeVisible();
  }

  async brings(name: string, content: string | Buffer): Promise<void> {
    await this.file.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  }

  /** Begins without the file that an earlier try of a story left waiting. */
  async forgetsFile(): Promise<void> {
    await expect(this.file.or(this.discard).first()).toBeAttached();
    if (await this.discard.isVisible()) await this.discard.click();
    await expect(this.file).toBeAttached();
  }

  /** Takes the checked file over once WispHub is not being read, while which it would be refused. */
  async takesOver(): Promise<void> {
    await expect(this.loadNow).toBeEnabled({ timeout: 30_000 });
    await this.takeOver.click();
    await expect(this.imported).toBeVisible();
  }

  /** What the table of errors says: line, column and what is wrong, row by row. */
  async errors(): Promise<string[][]> {
    const rows = await this.report.getByRole('row').all();
    return Promise.all(rows.slice(1).map((row) => row.getByRole('cell').allInnerTexts()));
  }
}
