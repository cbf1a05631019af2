import { htmlPage, json, type Answer } from './answer';
import type { ReadFault } from './behaviour';

/** Faults look the same in both dialects: they come from what stands in front of the API. */
export function faultAnswer(fault: ReadFault, speed: number): Answer['send'] {
  switch (fault) {
    case 'http_500':
      return serverErrorPage();
    case 'html_200':
      return htmlPage(200, 'WispHub | Mantenimiento');
    case 'html_521':
      return outagePage();
    case 'rate_limited':
      return json(
        429,
        { detail: 'Solicitud fue regulada (throttled).' },
        { 'Retry-After': speed >= 10 ? '1' : '2' },
      );
    case 'key_refused':
      return json(403, { detail: 'Llave inválida.' });
    case 'not_found':
      return json(404, { detail: 'No encontrado.' });
  }
}

export function serverErrorPage(): Answer['send'] {
  return htmlPage(500, 'Server Error (500)');
}

export function outagePage(): Answer['send'] {
  return htmlPage(521, '521: Web server is down');
}
