import { cloneElement, type ReactElement, type Ref, type RefObject } from 'react';
import type { Handlers } from './stand-in';

/** What opens: its kind, its id, and whether it is open. */
type Opens = { kind: 'menu' | 'dialog'; id: string; open: boolean };
type Props = Handlers & { ref?: Ref<HTMLElement> };

/** What happens to it is told to what it had before, and then to us. */
function both(own: Handlers, ours: Handlers): Handlers {
  const told = Object.entries(ours).map(([name, tell]) => {
    const had: unknown = own[name as keyof Handlers];
    const tellBoth = (event: unknown) => {
      if (typeof had === 'function') had(event);
      (tell as (event: unknown) => void)(event);
    };
    return [name, tellBoth];
  });
  return Object.fromEntries(told) as Handlers;
}

const marksOf = ({ kind, id, open }: Opens) => ({
  'aria-haspopup': kind,
  'aria-expanded': open,
  'aria-controls': open ? id : undefined,
  'data-state': open ? 'open' : 'closed',
});

type LateTriggerProps = {
  element: RefObject<HTMLElement | null>;
  trigger: ReactElement;
  /** Missing for what only describes the control, such as a tooltip. */
  opens?: Opens;
  handlers: Handlers;
};

/** A control that opens something whose code may not be here yet; it is one and the same element before and after. */
export function LateTrigger({ element, trigger, opens, handlers }: LateTriggerProps) {
  const own = trigger.props as Props;
  const ref = (node: HTMLElement | null) => {
    element.current = node;
    if (typeof own.ref === 'function') own.ref(node);
    else if (own.ref != null) own.ref.current = node;
  };
  return cloneElement(trigger as ReactElement<Props>, {
    ...(opens && marksOf(opens)),
    ...both(own, handlers),
    ref,
  });
}
