import { useRef, useState } from 'react';
import { useActiveOption } from './use-active-option';

const MOVING_KEYS = ['ArrowUp', 'ArrowDown', 'Home', 'End'];

/**
 * Which row the arrows stand on: the first of each new list, and then where the hand moved it. While a new list is on its
 * way the old one keeps its row. A mouse that only lies there chooses nothing, because rows come and go under it.
 */
export function useHighlight(listed: string, first: string) {
  const [picked, setPicked] = useState({ listed: '', value: '' });
  const [corrections, setCorrections] = useState(0);
  const isByHand = useRef(false);
  const box = useRef<HTMLDivElement>(null);
  useActiveOption(box);
  const value = (picked.listed === listed && picked.value) || first;

  const noteHand = () => {
    isByHand.current = true;
    // Until all that listens to this event has run.
    setTimeout(() => {
      isByHand.current = false;
    });
  };
  return {
    value,
    props: {
      ref: box,
      // The box picks a row of its own whenever a letter is typed or a row goes away. It ignores the spaces at the end, but
      // takes a value that differs in them as a new one, and so comes back to ours.
      value: value + ' '.repeat(corrections % 8),
      onValueChange: (next: string) => {
        if (isByHand.current) setPicked({ listed, value: next });
        else setCorrections((count) => count + 1);
      },
      onKeyDownCapture: ({ key }: { key: string }) => {
        if (MOVING_KEYS.includes(key)) noteHand();
      },
      onPointerMoveCapture: ({ movementX, movementY }: { movementX: number; movementY: number }) => {
        // A browser also tells of a move when the page moved under the mouse.
        if (movementX !== 0 || movementY !== 0) noteHand();
      },
    },
  };
}
