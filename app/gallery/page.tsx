import { notFound } from 'next/navigation';
import { Gallery } from '@/components/gallery/gallery';
import { env } from '@/lib/env';

/** Every component in every state, for eyes and for screenshots; served only when GALLERY is on. */
export default function GalleryPage() {
  if (!env().GALLERY) notFound();
  return <Gallery at={new Date().toISOString()} />;
}
