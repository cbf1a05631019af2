'use client';

import type { DialogProps } from './dialog-card';
import { late } from './late';
import { useIdleImport } from './use-idle-import';

const dialogCard = late(() => import('./dialog-card'));

/** Its code is fetched as soon as the page rests: when a dialog is needed, there may be no connection. */
export function Dialog(props: DialogProps) {
  // Nobody presses anything to sign in again.
  const code = dialogCard.useDue(props.open);
  useIdleImport(dialogCard.fetch);
  if (code !== null) return <code.DialogCard {...props} />;
  // What must not be read is covered at once, whether or not the code can be fetched.
  return props.open && props.hidesPage === true ? (
    <div
      role="status"
      data-testid="page-cover"
      className="fixed inset-0 z-60 grid place-items-center bg-canvas"
    >
      <p className="px-4 font-semibold">{props.title}</p>
    </div>
  ) : null;
}
