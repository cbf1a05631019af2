import type { Locator } from '@playwright/test';
import { expect } from './fixtures';

type Seen = { isMarked: boolean; isOnScreen: boolean; isUncovered: boolean };

/** Runs in the page: what somebody sees of the focus, on the element, on what it fills, or on the frame around it. */
function look(element: Element): Seen {
  const marks = (style: CSSStyleDeclaration) =>
    (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) ||
    style.boxShadow.includes('inset');
  const own = element.getBoundingClientRect();
  const frames = [element, element.parentElement, element.parentElement?.parentElement];
  const box = own.width > 0 ? own : (element.parentElement ?? element).getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const over = document.elementFromPoint(x, y);
  return {
    isMarked:
      frames.some((frame) => frame != null && marks(getComputedStyle(frame))) ||
      marks(getComputedStyle(element, '::after')),
    isOnScreen: x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight,
    isUncovered: over !== null && (element.contains(over) || over.contains(element)),
  };
}

/** The focus is there, and somebody who looks for it finds it: it is marked, on the screen, and nothing lies over it. */
export async function expectFocusSeen(target: Locator): Promise<void> {
  await expect(target).toBeFocused();
  await expect
    .poll(() => target.evaluate(look))
    .toEqual({ isMarked: true, isOnScreen: true, isUncovered: true });
}
