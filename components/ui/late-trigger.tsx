import { cloneElement, type AriaAttributes, type ReactElement, type Ref, type RefObject } from 'react';
import type { Handlers } from './stand-in';

type Marks = AriaAttributes & { 'data-state'?: string };
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

type LateTriggerProps = {
  element: RefObject<HTMLElement | null>;
  trigger: ReactElement;
  marks?: Marks;
  handlers: Handlers;
};

/** A control that opens something whose code may not be here yet; it is one and the same element before and after. */
export function LateTrigger({ element, trigger, marks, handlers }: LateTriggerProps) {
  const own = trigger.props as Props;
  const ref = (node: HTMLElement | null) => {
    element.current = node;
    if (typeof own.ref === 'function') own.ref(node);
    else if (own.ref != null) own.ref.current = node;
  };
  return cloneElement(trigger as ReactElement<Props>, { ...marks, ...both(own, handlers), ref });
}
