/** Puts the hand into the search of the header, from wherever on the page somebody asks for it. */
export function focusSearch(): void {
  document.querySelector<HTMLElement>('[data-testid="service-search"] [role="combobox"]')?.focus();
}
