import { NotesPanel } from '@/components/notes/notes-panel';
import { LineHistory } from '@/components/pings/line-history';
import { Neighbours } from '@/components/services/neighbours';

type LinePanelsProps = {
  serviceId: number;
  onOpen: (serviceId: number) => void;
  onPing: (taskId: string) => void;
};

/** What there is to know of the line on the phone. */
export function LinePanels({ serviceId, onOpen, onPing }: LinePanelsProps) {
  return (
    <>
      <Neighbours serviceId={serviceId} onOpen={onOpen} />
      <LineHistory serviceId={serviceId} onOpen={onPing} />
      <NotesPanel serviceId={serviceId} />
    </>
  );
}
