import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Something that holds as long as the page is open and that only the browser knows; false on the server. */
export const useBrowserFact = (holds: () => boolean): boolean =>
  useSyncExternalStore(never, holds, () => false);
