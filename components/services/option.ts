/** The look of a row to choose. */
export const OPTION =
  'data-[selected=true]:bg-sunken flex touch-row cursor-pointer items-center rounded px-3 py-2 text-sm outline-none';
