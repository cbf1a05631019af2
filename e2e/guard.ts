import type { BrowserContext } from '@playwright/test';

/**
 * A line that the directory does not hold is first asked for in the directory, which answers 404, and then in WispHub.
 * The browser writes each such answer to the console, whatever the page makes of it.
 */
const OUTSIDE_THE_DIRECTORY = /status of 404 .*\/api\/v1\/services\/\d+\/\)/;

const CSP_MARK = 'Policy violation:';

/** Runs in the page before any script of its own. */
function reportViolations(mark: string): void {
  document.addEventListener('securitypolicyviolation', (event) =>
    console.error(mark, event.effectiveDirective, event.blockedURI, event.sourceFile, event.sample),
  );
}

/** Listens to every page of a browser: what goes wrong behind the scenes fails the story too. */
export class Guard {
  private readonly noted: string[] = [];
  private readonly excused = new Set<number>();
  private readonly allowed: RegExp[] = [OUTSIDE_THE_DIRECTORY];

  async watch(context: BrowserContext): Promise<void> {
    await context.addInitScript(reportViolations, CSP_MARK);
    context.on('console', (message) => {
      if (message.type() === 'error') this.noted.push(`${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => this.noted.push(error.error().stack ?? error.error().message));
  }

  /** For a story that provokes trouble on purpose. */
  allow(...patterns: RegExp[]): void {
    this.allowed.push(...patterns);
  }

  /** The same for trouble that belongs to one part of a story, and would be a fault before and after it. */
  async allowDuring(pattern: RegExp, work: () => Promise<void>): Promise<void> {
    const first = this.noted.length;
    await work();
    this.noted.forEach((text, at) => {
      if (at >= first && pattern.test(text)) this.excused.add(at);
    });
  }

  get troubles(): string[] {
    return this.noted.filter(
      (text, at) => !this.excused.has(at) && !this.allowed.some((pattern) => pattern.test(text)),
    );
  }
}
