import { describe, expect, it } from 'vitest';
import { frontDoor, type ShortAnswer } from './front-door';

const LATE: ShortAnswer = { status: 503, headers: { 'retry-after': '5' }, body: 'come again' };

const door = () =>
  frontDoor({ late: () => LATE, isAlwaysOpen: (url) => url === '/file', isLeaving: () => false });

function visitor(url = '/') {
  let leave = () => {};
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const told: ShortAnswer[] = [];
  return { url, headers: {}, left, leave, told, answer: (answer: ShortAnswer) => void told.push(answer) };
}

describe('the front door', () => {
  it('takes everybody in until it is shut, and tells whoever comes then to come again', () => {
    const it = door();
    const [early, late] = [visitor(), visitor()];
    expect(it.enter(early)).toBe(true);
    it.shut();
    expect(it.enter(late)).toBe(false);
    expect([early.told, late.told]).toEqual([[], [LATE]]);
  });

  it('stays open for what needs no database', () => {
    const it = door();
    const file = visitor('/file');
    it.shut();
    expect(it.enter(file)).toBe(true);
    it.turnOut();
    expect(file.told).toEqual([]);
  });

  it('is empty when the last has left, and is waited for no longer than asked', async () => {
    const it = door();
    await it.empty(60_000);
    const one = visitor();
    it.enter(one);
    await it.empty(20);
    let isEmpty = false;
    const emptied = it.empty(60_000).then(() => (isEmpty = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(isEmpty).toBe(false);
    one.leave();
    await emptied;
  });

  it('turns out those who are still inside, and nobody who has left', async () => {
    const it = door();
    const [slow, gone] = [visitor(), visitor()];
    it.enter(slow);
    it.enter(gone);
    gone.leave();
    await gone.left;
    it.turnOut();
    expect([slow.told, gone.told]).toEqual([[LATE], []]);
  });
});
