import { useLayoutEffect, type DOMAttributes, type Ref, type RefObject } from 'react';

/** What a trigger of the component library does with what happens to it. */
export type Handlers = DOMAttributes<HTMLElement>;

type StandInProps = Handlers & {
  /** The element on the page. */
  of: RefObject<HTMLElement | null>;
  /** Where the handlers go, for a trigger whose element hands its events on. */
  handlersRef?: RefObject<Handlers>;
  ref?: Ref<HTMLElement>;
  'aria-describedby'?: string;
};

/**
 * Stands where the component library expects a trigger, for an element that was there before the library was: that one
 * is never exchanged, so it keeps the focus and the press that it has.
 */
export function StandIn({
  of,
  handlersRef,
  ref,
  'aria-describedby': describedBy,
  ...props
}: StandInProps): null {
  useLayoutEffect(() => {
    if (typeof ref === 'function') {
      const forget = ref(of.current);
      return typeof forget === 'function' ? forget : () => void ref(null);
    }
    if (ref == null) return;
    ref.current = of.current;
    return () => {
      ref.current = null;
    };
  }, [ref, of]);
  useLayoutEffect(() => {
    if (handlersRef !== undefined) handlersRef.current = props;
  });
  useLayoutEffect(() => {
    const element = of.current;
    if (describedBy === undefined || element === null) return;
    const own = element.getAttribute('aria-describedby');
    element.setAttribute('aria-describedby', own === null ? describedBy : `${own} ${describedBy}`);
    return () => {
      if (own === null) element.removeAttribute('aria-describedby');
      else element.setAttribute('aria-describedby', own);
    };
  }, [of, describedBy]);
  return null;
}
