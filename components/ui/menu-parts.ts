import type { DropdownMenu } from 'radix-ui';
import { createContext, useContext } from 'react';

/** The component library's parts of a menu, which come with the menu that is open. */
export const MenuParts = createContext<typeof DropdownMenu | null>(null);

export function useMenuParts(): typeof DropdownMenu {
  const parts = useContext(MenuParts);
  if (parts === null) throw new Error('This belongs into a <Menu>.');
  return parts;
}
