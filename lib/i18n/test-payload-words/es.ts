import type { LanguageWords, ProgressWords, ResultWords } from './words';

const NO_VISIT = 'No pida visita con este resultado';
const PERHAPS = 'Visita solo si se repite';

const waiting: ProgressWords = {
  badge: 'Midiendo…',
  says: ['WispHub recibió el pedido · 4 paquetes · faltan unos 6 s'],
};

const failed = (meaning: string, firstStep: string): ResultWords => ({
  badge: 'No se pudo medir',
  counts: null,
  meaning,
  visit: NO_VISIT,
  firstStep,
  ticket: ['Resultado: No se pudo medir'],
});

const router = failed(
  'El router rechazó el ping: la interfaz indicada en la ficha de WispHub no existe en él. Avise a quien administra el router.',
  'Mida otra vez en un minuto.',
);
const upstream = (meaning: string) => failed(meaning, 'Espere un minuto y mida otra vez.');
const empty = upstream('WispHub terminó sin ningún paquete. Intente otra vez.');
const refused = upstream('WispHub no pudo hacer esta medición.');
const late = failed('WispHub no dio el resultado a tiempo. Intente otra vez.', 'Mida otra vez.');

const few = {
  meaning:
    'Respondió todo lo que se envió, pero son pocos paquetes: una línea que se corta también puede pasar esta prueba.',
  visit: NO_VISIT,
  firstStep: 'Mida con 10 paquetes antes de responderle al cliente.',
};
const intermittent = {
  meaning: 'La línea responde a ratos. Con pérdidas así, el cliente nota cortes y lentitud.',
  visit: PERHAPS,
  firstStep: 'Pida pausar descargas y ajustar los cables del equipo.',
};
const pathAlive = {
  meaning: 'La red llega hasta 203.0.113.9; el equipo del cliente no contesta.',
  firstStep: 'Pregunte si el equipo tiene luces y si el cliente navega ahora.',
};
const inactive = { visit: NO_VISIT, firstStep: 'Lea la ficha otra vez y verifique primero el pago.' };
const bare = (word: string): ResultWords => ({
  badge: `${word} · sin detalle de paquetes`,
  counts: 'sin detalle de paquetes',
  meaning: 'WispHub dio solo el resultado, sin el detalle de los paquetes.',
  visit: PERHAPS,
  firstStep: 'Pregunte qué nota el cliente: no navega, va lento o se corta.',
  ticket: [`Resultado: ${word} · sin detalle de paquetes`],
});
const allFour = {
  counts: 'respondió 4 de 4',
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
      counts: 'respondió 4 de 4',
      also: ['Quién respondió: 10.20.30.40 (equipo del cliente, 4 respuestas)', 'latencia variable: 340 ms'],
      ticket: ['Resultado: Estable · solo 4 paquetes', 'Paquetes: 4 de 4 respondidos, pérdida 0 %'],
    },
    'net-stable.json, three rounds': {
      badge: 'Estable',
      counts: 'respondió 12 de 12',
      meaning:
        'La línea responde bien, sin pérdida. Si el cliente sigue sin navegar, revise su equipo o su wifi.',
      visit: NO_VISIT,
      firstStep: 'Pregunte si falla en todos los aparatos o solo en uno.',
      also: ['3 rondas'],
      ticket: ['Resultado: Estable', 'Paquetes: 12 de 12 respondidos, pérdida 0 %'],
    },
    'net-stable.json, another IP on record': {
      ...allFour,
      badge: 'Estable · responde otra IP',
      meaning:
        'Contestó una IP que no es la de la ficha. Confirme la IP del cliente antes de confiar en este resultado.',
      visit: NO_VISIT,
      firstStep: 'Vea, o pida a redes, qué IP tiene hoy el equipo del cliente.',
      also: [
        'Tómelo con reserva: responde otra IP · solo 4 paquetes',
        'Quién respondió: 10.20.30.40 (otra dirección, 4 respuestas)',
      ],
    },
    'net-stable.json, shared IP': {
      ...allFour,
      badge: 'Estable · IP repetida',
      meaning: 'Dos fichas tienen esta IP: puede haber contestado el equipo de otro cliente.',
      visit: NO_VISIT,
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
      says: ['Hasta ahora respondió 2 de 4 · ronda 2: midiendo 10 paquetes'],
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
      firstStep: 'Pregunte si navega ahora (sin datos móviles); si es así, márquelo.',
    },
    'net-all-timeouts.json, first round of the desk': {
      badge: 'Midiendo…',
      says: ['Hasta ahora respondió 0 de 4 · ronda 2: midiendo 10 paquetes'],
    },
    'net-all-timeouts.json, suspended': {
      ...noneOfFour,
      ...inactive,
      meaning:
        'Sin respuesta, como es de esperar cuando la cuenta no está activa. Verifique el pago primero.',
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
      visit: 'Visita justificada si los pasos no lo resuelven',
      ticket: ['Resultado: No responde', 'Paquetes: 0 de 12 respondidos, pérdida 100 %'],
    },
    'net-arp-mac.json': {
      badge: 'Estable · solo enlace (MAC)',
      counts: 'respondió 3 de 3',
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
      ticket: ['Resultado: Estable · solo 1 paquete'],
    },
    'net-mikrotik-errors.json': router,
    'net-result-string.json': router,
    'net-empty.json': empty,
    'net-null.json': empty,
    'net-summary-only.json': empty,
    'net-failure.json': upstream('WispHub informa que la medición falló. Intente otra vez.'),
    'v1-created.json': waiting,
    'v1-create-failed.json': refused,
    'v1-pending-documented.json': waiting,
    'v1-pending-observed-500.json': waiting,
    'v1-pending-observed-500.json for good': late,
    'v1-stable.json': bare('Estable'),
    'v1-intermittent.json': bare('Intermitente'),
    'v1-no-internet.json': bare('No responde'),
    'v1-failed.json': refused,
    'html-outage.html at the launch': upstream('WispHub tiene un error interno.'),
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
    'Pasos hechos: Pregunte si el equipo tiene luces y si el cliente navega ahora.',
    'Nota: sin luces',
    'Caso: CFMXAJ',
    'Reglas: versión 1',
    'Enlace: https://pulso.example/?service=1042&ping=3f0c9a52-6d1e-4b7a-9a55-0b6f3f1d2c10',
  ],
  record: ['Cliente Demo Uno', 'id 1042', 'Activo', 'Al día', 'Plan', 'Zona Norte', '10.20.30.40'],
};
