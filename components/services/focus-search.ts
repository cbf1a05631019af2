/** Puts the hand into the search of the header, from wherever on the page somebody asks for it. */
export function focusSearch(): void {
  document.querySelector<HTMLElement>('header [role="combobox"]')?.focus();
}
