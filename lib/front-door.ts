import { once } from './once';

/** An answer that is given in the place of a route's or a page's. */
export type ShortAnswer = { status: number; headers: Record<string, string>; body: string };

/** A request as the guard at the socket sees it. */
export type Visitor = {
  /** Path and query as they came. */
  url: string;
  headers: NodeJS.Dict<string | string[]>;
  /** Resolves when the answer is out or the client has gone. */
  left: Promise<void>;
  /** Answers so, unless an answer has begun; whatever is said to the client after it is not sent. */
  answer: (answer: ShortAnswer) => void;
};

export type FrontDoor = {
  /** Takes a request in; false when it was answered here and nobody else may. */
  enter: (visitor: Visitor) => boolean;
  /** Tells everybody from now on to come again. */
  shut: () => void;
  /** True once clients are to leave the connections that they have kept. */
  isLeaving: () => boolean;
  /** Resolves when nobody is inside, or after `mostMs`. */
  empty: (mostMs: number) => Promise<void>;
  /** Tells those who are still inside and have heard nothing yet to come again. */
  turnOut: () => void;
};

type Parts = {
  /** What whoever comes too late is told. */
  late: (visitor: Pick<Visitor, 'url' | 'headers'>) => ShortAnswer;
  /** True of what is answered to the very end, because no database is asked for it. */
  isAlwaysOpen: (url: string) => boolean;
  isLeaving: () => boolean;
};

/** Knows who is being answered, pages and files included, so that a shutdown takes nothing away from under them. */
export function frontDoor({ late, isAlwaysOpen, isLeaving }: Parts): FrontDoor {
  const inside = new Set<Visitor>();
  let isShut = false;
  return {
    enter(visitor) {
      inside.add(visitor);
      void visitor.left.then(() => inside.delete(visitor));
      if (!isShut || isAlwaysOpen(visitor.url)) return true;
      visitor.answer(late(visitor));
      return false;
    },
    shut: () => {
      isShut = true;
    },
    isLeaving,
    async empty(mostMs) {
      const limit = new Promise<void>((resolve) => setTimeout(resolve, mostMs).unref());
      await Promise.race([Promise.all([...inside].map(({ left }) => left)), limit]);
    },
    turnOut() {
      for (const visitor of inside) if (!isAlwaysOpen(visitor.url)) visitor.answer(late(visitor));
    },
  };
}

/** Where the guard at the socket, which is no part of the bundle, finds it. Before that everybody comes in. */
export const openFrontDoor = (parts: Parts): FrontDoor => once('front-door', () => frontDoor(parts))();
