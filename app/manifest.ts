import type { MetadataRoute } from 'next';
import es from '@/lib/i18n/es.json';
import { DEFAULT_LOCALE } from '@/lib/i18n/locale';

/** What a phone shows of Pulso once it is installed. It names nobody and is the same for everybody. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: es.app.name,
    short_name: es.app.name,
    description: es.app.description,
    lang: DEFAULT_LOCALE,
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#f6f6f8',
    theme_color: '#5a43d0',
    categories: ['business', 'utilities'],
    icons: [
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
}
