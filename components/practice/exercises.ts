/** Customers of the cast, each with something to look for, from the plain to the treacherous; a test in lib/demo holds them against it. */
export const EXERCISES = [
  { id: 12345, name: 'Johana Vargas Peña', task: 'stableTask', look: 'stableLook' },
  { id: 1003, name: 'Ramón Castaño Díaz', task: 'silentTask', look: 'silentLook' },
  { id: 1002, name: 'Begoña Ibáñez Soto', task: 'intermittentTask', look: 'intermittentLook' },
  { id: 1011, name: 'Fabián Muñoz Rey', task: 'suspendedTask', look: 'suspendedLook' },
  { id: 1008, name: 'Nubia Zúñiga Pardo', task: 'linkTask', look: 'linkLook' },
  { id: 1005, name: 'Germán Acuña Niño', task: 'failedTask', look: 'failedLook' },
] as const;
