import { usePathname, useRouter } from 'next/navigation';

/** The ways from the palette to a service: on the desk, or to the page about it. */
export function useOpenService() {
  const router = useRouter();
  const pathname = usePathname();
  return {
    onDesk(serviceId: number, taskId: string | null): void {
      const address = `/?service=${serviceId}${taskId === null ? '' : `&ping=${taskId}`}`;
      // The desk reads its address itself; asking the server for the same page again would only take time.
      if (pathname === '/') window.history.pushState(null, '', address);
      else router.push(address);
    },
    onPage(serviceId: number): void {
      router.push(`/services/${serviceId}`);
    },
  };
}
