import type { LanguageWords, ProgressWords, ResultWords } from './words';

const NO_VISIT = 'Sin visita';
const PERHAPS = 'Visita solo si el problema se repite';

const waiting: ProgressWords = {
  badge: 'Midiendo…',
  says: ['WispHub recibió la solicitud · 4 paquetes · faltan unos 6 s'],
};

const failed = (meaning: string, firstStep: string): ResultWords => ({
  badge: 'No se pudo medir',
  counts: null,
  isFailure: true,
  meaning,
  visit: NO_VISIT,
  firstStep,
  ticket: ['Resultado: No se pudo medir'],
});

const router = failed(
  'El router rechazó el ping: la interfaz del servicio en WispHub falta o no existe en él. Avise a redes.',
  'Avise a redes: en WispHub hay que corregir la interfaz del servicio.',
);
const upstream = (meaning: string) => failed(meaning, 'Espere un minuto y mida otra vez.');
const empty = upstream('WispHub terminó sin medir ningún paquete.');
const refused = upstream('WispHub no pudo hacer esta medición.');
const late = failed('WispHub no dio el resultado a tiempo.', 'Mida otra vez.');

const clean = {
  meaning:
    'La línea responde bien, sin pérdida. Si el cliente sigue sin navegar, revise su equipo o su wifi.',
  visit: NO_VISIT,
  firstStep: 'Pregunte si falla en todos los aparatos o solo en uno.',
};
const few = {
  meaning:
    'Respondió todo lo que se envió, pero son pocos paquetes: una línea que se corta también puede pasar esta prueba.',
  visit: NO_VISIT,
  firstStep: 'Mida con 10 paquetes antes de responderle al cliente.',
};
const intermittent = {
  meaning: 'La línea responde a ratos. Con pérdidas así, el cliente puede notar cortes y lentitud.',
  visit: PERHAPS,
  firstStep: 'Pida pausar descargas y ajustar los cables del equipo.',
};
const pathAlive = {
  meaning: 'La red llega hasta 203.0.113.9; el equipo del cliente no contesta.',
  firstStep: 'Pregunte si el equipo tiene luces y si el cliente navega ahora.',
};
const inactive = { visit: NO_VISIT, firstStep: 'Lea la ficha otra vez y verifique primero el pago.' };
const bare = (word: string, said: Pick<ResultWords, 'meaning' | 'visit' | 'firstStep'>): ResultWords => ({
  ...said,
  badge: `${word} · sin detalle de paquetes`,
  counts: null,
  ticket: [`Resultado: ${word} · sin detalle de paquetes`],
});
const allFour = {
  counts: 'respondieron 4 de 4',
  visit: NO_VISIT,
  ticket: ['Paquetes: 4 de 4 respondidos, pérdida 0 %'],
};
const noneOfFour = {
  badge: 'No responde · solo 4 paquetes',
  counts: 'perdió 4 de 4',
  ticket: ['Resultado: No responde · solo 4 paquetes', 'Paquetes: 0 de 4 respondidos, pérdida 100 %'],
};

export const es: LanguageWords = {
  justNow: 'ahora mismo',
  nextStep: 'Siguiente paso',
  saysNothing: 'Esto no dice nada de la línea del cliente.',
  screens: {
    'net-created.json': waiting,
    'net-pending.json': waiting,
    'net-pending.json for good': late,
    'net-process.json': waiting,
    'net-stable.json': {
      ...few,
      badge: 'Estable · solo 4 paquetes',
      counts: 'respondieron 4 de 4',
      also: ['Quién respondió: 10.20.30.40 (equipo del cliente, 4 respuestas)', 'latencia variable: 340 ms'],
      ticket: ['Resultado: Estable · solo 4 paquetes', 'Paquetes: 4 de 4 respondidos, pérdida 0 %'],
    },
    'net-stable.json, three rounds': {
      ...clean,
      badge: 'Estable',
      counts: 'respondieron 12 de 12',
      also: ['3 rondas', 'latencia variable: 463 ms'],
      ticket: ['Resultado: Estable', 'Paquetes: 12 de 12 respondidos, pérdida 0 %'],
    },
    'net-stable.json, another IP on record': {
      ...allFour,
      badge: 'Estable · responde otra IP',
      meaning:
        'Contestó una IP que no es la de la ficha. Confirme la IP del cliente antes de confiar en este resultado.',
      firstStep: 'Vea, o pida a redes, qué IP tiene hoy el equipo del cliente.',
      also: [
        'Tómelo con reserva: responde otra IP · solo 4 paquetes',
        'Quién respondió: 10.20.30.40 (otra dirección, 4 respuestas)',
      ],
    },
    'net-stable.json, shared IP': {
      ...allFour,
      badge: 'Estable · IP repetida',
      meaning: 'Dos fichas tienen esta IP: este resultado puede ser del equipo de otro cliente.',
      firstStep: 'Busque esa IP en Pulso para ver qué otra ficha la tiene.',
      also: ['Tómelo con reserva: IP repetida · solo 4 paquetes'],
    },
    'net-stable.json, suspended': {
      ...allFour,
      ...inactive,
      badge: 'Estable · servicio suspendido',
      meaning:
        'La línea responde, pero la cuenta no está activa: el corte puede venir de la cuenta y no de la red.',
      also: ['Tómelo con reserva: servicio suspendido · solo 4 paquetes'],
    },
    'net-partial-loss.json': {
      ...intermittent,
      badge: 'Intermitente · solo 4 paquetes',
      counts: 'perdió 2 de 4',
      ticket: ['Resultado: Intermitente · solo 4 paquetes', 'Paquetes: 2 de 4 respondidos, pérdida 50 %'],
    },
    'net-partial-loss.json, first round of the desk': {
      badge: 'Midiendo…',
      says: ['Hasta ahora respondieron 2 de 4 · ronda 2 · 10 paquetes en total'],
    },
    'net-partial-loss.json, three rounds': {
      ...intermittent,
      badge: 'Intermitente',
      counts: 'perdió 6 de 12',
      ticket: ['Resultado: Intermitente', 'Paquetes: 6 de 12 respondidos, pérdida 50 %'],
    },
    'net-all-timeouts.json': {
      ...noneOfFour,
      meaning:
        'Ningún paquete tuvo respuesta: posible corte, equipo apagado, o un equipo que no contesta ping.',
      visit: PERHAPS,
      firstStep: 'Pregunte si navega ahora, sin datos móviles; si navega, presione «El cliente navega».',
    },
    'net-all-timeouts.json, first round of the desk': {
      badge: 'Midiendo…',
      says: ['0 de 4 · confirmando con 10 paquetes'],
    },
    'net-all-timeouts.json, suspended': {
      ...noneOfFour,
      ...inactive,
      meaning:
        'Sin respuesta, como es de esperar cuando la cuenta no está activa. Confirme primero el estado de la cuenta.',
    },
    'net-host-unreachable-mixed.json': {
      ...noneOfFour,
      ...pathAlive,
      visit: PERHAPS,
      also: ['Quién respondió: 203.0.113.9 (router en el camino, 2 avisos de error)', 'equipo inalcanzable'],
    },
    'net-host-unreachable-mixed.json, three rounds': {
      ...pathAlive,
      badge: 'No responde',
      counts: 'perdió 12 de 12',
      visit: 'Visita si los pasos no lo resuelven',
      ticket: ['Resultado: No responde', 'Paquetes: 0 de 12 respondidos, pérdida 100 %'],
    },
    'net-arp-mac.json': {
      badge: 'Estable · solo enlace (MAC)',
      counts: 'respondieron 3 de 3',
      meaning: 'El equipo está encendido y enlazado (contestó por MAC). Eso no prueba que tenga internet.',
      visit: PERHAPS,
      firstStep: 'Pregunte si el cliente navega ahora.',
      also: [
        'Tómelo con reserva: solo enlace (MAC) · solo 3 paquetes',
        'Quién respondió: 02:00:5E:10:00:01 (enlace (MAC), 3 respuestas)',
      ],
      ticket: ['Resultado: Estable · solo enlace (MAC) · solo 3 paquetes'],
    },
    'net-mixed-objects-and-strings.json': {
      ...few,
      badge: 'Estable · 1 paquete sin medir',
      counts: 'respondió 1 de 1',
      also: ['Tómelo con reserva: 1 paquete sin medir · solo 1 paquete'],
      ticket: ['Resultado: Estable · 1 paquete sin medir · solo 1 paquete'],
    },
    'net-numbers-and-unknown-keys.json': {
      ...few,
      badge: 'Estable · solo 1 paquete',
      counts: 'respondió 1 de 1',
      ticket: ['Resultado: Estable · solo 1 paquete', 'Latencia: 9 ms'],
    },
    'net-numbers-and-unknown-keys.json, ten rounds': {
      ...clean,
      badge: 'Estable',
      counts: 'respondieron 10 de 10',
      also: ['10 rondas'],
      ticket: ['Resultado: Estable', 'Latencia: 9 ms'],
    },
    'net-mikrotik-errors.json': router,
    'net-result-string.json': router,
    'net-empty.json': empty,
    'net-null.json': empty,
    'net-summary-only.json': empty,
    'net-failure.json': upstream('WispHub informa que la medición falló.'),
    'v1-created.json': waiting,
    'v1-create-failed.json': refused,
    'v1-pending-documented.json': waiting,
    'v1-pending-observed-500.json': waiting,
    'v1-pending-observed-500.json for good': late,
    'v1-stable.json': bare('Estable', {
      meaning:
        'WispHub informa que la línea responde, pero no cuántos paquetes se perdieron: confírmelo antes de cerrar la llamada.',
      visit: NO_VISIT,
      firstStep: 'Pregunte qué nota el cliente: no navega, va lento o se corta.',
    }),
    'v1-intermittent.json': bare('Intermitente', {
      ...intermittent,
      meaning: 'WispHub informa que la línea responde a ratos, pero no con cuánta pérdida.',
    }),
    'v1-no-internet.json': bare('No responde', {
      meaning:
        'WispHub informa que no hubo respuesta: posible corte, equipo apagado, o un equipo que no contesta ping.',
      visit: PERHAPS,
      firstStep: 'Pregunte si el cliente navega ahora, sin datos móviles.',
    }),
    'v1-failed.json': refused,
    'html-outage.html at the launch': upstream('WispHub está fallando en este momento.'),
    'html-outage.html at the launch, with status 200': upstream(
      'WispHub contestó con una página web en vez de datos: puede estar caído.',
    ),
    'html-outage.html at a look': waiting,
    'html-outage.html at every look': late,
  },
  ticket: [
    'Servicio: Cliente Demo Uno · 1042 · 10.20.30.43',
    'Resultado: No responde · solo 4 paquetes',
    'Lectura: La red llega hasta 203.0.113.9; el equipo del cliente no contesta.',
    'Paquetes: 0 de 4 respondidos, pérdida 100 %',
    'Quién respondió: 203.0.113.9 (router en el camino, 2 avisos de error)',
    'Pasos hechos: Pregunte si el equipo tiene luces y si el cliente navega ahora.',
    'Nota: sin luces',
    'Caso: CFMXAJ',
    'Reglas: versión 1',
    'Enlace: https://pulso.example/pings/3f0c9a52-6d1e-4b7a-9a55-0b6f3f1d2c10',
  ],
  record: ['Cliente Demo Uno', 'id 1042', 'Activo', 'Al día', 'Plan', 'Zona Norte', '10.20.30.40'],
};
