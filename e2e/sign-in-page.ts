import { expect, type Locator, type Page } from '@playwright/test';

/** The door of the product. */
export class SignInPage {
  readonly email: Locator;
  readonly password: Locator;
  readonly submit: Locator;
  readonly refusal: Locator;

  constructor(readonly page: Page) {
    this.email = page.locator('input[name=email]');
    this.password = page.locator('input[name=password]');
    this.submit = page.locator('form button[type=submit]');
    this.refusal = page.locator('form').getByRole('alert');
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(`/sign-in${query}`);
    await this.isAlive();
  }

  /** React marks the elements it has taken over; before that, what is typed could be lost. */
  async isAlive(): Promise<void> {
    await expect(this.email).toBeVisible();
    await this.email.evaluate(async (field) => {
      const isOwned = () => Object.keys(field).some((key) => key.startsWith('__reactProps'));
      while (!isOwned()) await new Promise(requestAnimationFrame);
    });
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.email.fill(email);
    await this.password.fill(password);
    await this.submit.click();
  }
}
