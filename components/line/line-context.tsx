import { useRouter } from 'next/navigation';
import { NotesPanel } from '@/components/notes/notes-panel';
import { Neighbours } from '@/components/services/neighbours';

/** What there is to know of a line besides its pings. */
export function LineContext({ serviceId }: { serviceId: number }) {
  const router = useRouter();
  return (
    <>
      <NotesPanel serviceId={serviceId} />
      <Neighbours serviceId={serviceId} onOpen={(id) => router.push(`/services/${id}`)} />
    </>
  );
}
