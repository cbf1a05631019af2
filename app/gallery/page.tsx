import { notFound } from 'next/navigation';
import { z } from 'zod';
import { Gallery } from '@/components/gallery/gallery';
import { env } from '@/lib/env';

const momentSchema = z.iso.datetime();

type GalleryPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/**
 * Every component in every state, for eyes and for screenshots; served only when GALLERY is on. `?at=` names the moment
 * at which its invented data begins, so that two pictures of it can be compared.
 */
export default async function GalleryPage({ searchParams }: GalleryPageProps) {
  if (!env().GALLERY) notFound();
  const { data: at = new Date().toISOString() } = momentSchema.safeParse((await searchParams).at);
  return <Gallery at={at} />;
}
