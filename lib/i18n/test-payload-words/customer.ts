import type { CustomerText } from '@/lib/domain/advice';
import type { Settings } from '@/lib/domain/settings';
import type { Locale } from '../locale';

type Voice = Settings['customerVoice'];

/** What a customer must be told after each kind of result, first what is known and then what to do. */
type CustomerWords = {
  /** The language of the desk that writes in this voice. */
  locale: Locale;
  greeting: string;
  farewell: string;
  told: Readonly<Record<CustomerText, readonly [known: string, ask: string]>>;
  /** Words of another form of address. */
  foreign: readonly string[];
};

const USTED = ['usted', 'su', 'sus', 'le', 'díganos', 'comuníquese', 'responda', 'reinicie'];
const TU_ONLY = [
  'tienes',
  'puedes',
  'notas',
  'dinos',
  'reinicia',
  'comunícate',
  'apágalo',
  'revisa',
  'anota',
];
const VOS_ONLY = [
  'vos',
  'podés',
  'notás',
  'decinos',
  'respondé',
  'reiniciá',
  'probá',
  'revisá',
  'volvé',
  'acá',
];
const TUTEO = ['tú', 'tu', 'tus', 'te', 'ti', 'contigo'];

export const CUSTOMER_WORDS: Readonly<Record<Voice, CustomerWords>> = {
  'es-usted': {
    locale: 'es',
    greeting: 'Hola, Cliente. Le escribimos de Fibra Demo. ',
    farewell: '\nSu código de caso: CFMXAJ',
    foreign: [...TUTEO, ...TU_ONLY, ...VOS_ONLY],
    told: {
      stable: ['respondió bien hasta su equipo', 'reinicie el router wifi'],
      stable_unsure: ['respondió, pero este resultado no descarta una falla', 'anote a qué hora ocurren'],
      intermittent: ['responde, pero con interrupciones', 'revise que los cables del equipo estén firmes'],
      no_reply: ['no tuvimos respuesta', 'revise que su equipo esté encendido'],
      link_only: [
        'su equipo está encendido y conectado a nuestra red, pero falta confirmar que tenga internet',
        'apáguelo',
      ],
      account: [
        'necesitamos revisar con usted el estado de su servicio',
        'comuníquese con atención al cliente',
      ],
      not_measured: ['todavía no sabemos cómo está su línea', 'deje su equipo encendido'],
    },
  },
  'es-tu': {
    locale: 'es',
    greeting: 'Hola, Cliente. Te escribimos de Fibra Demo. ',
    farewell: '\nTu código de caso: CFMXAJ',
    foreign: [...USTED, ...VOS_ONLY],
    told: {
      stable: ['respondió bien hasta tu equipo', 'reinicia el router wifi'],
      stable_unsure: ['respondió, pero este resultado no descarta una falla', 'anota a qué hora ocurren'],
      intermittent: ['responde, pero con interrupciones', 'revisa que los cables del equipo estén firmes'],
      no_reply: ['no tuvimos respuesta', 'revisa que tu equipo esté encendido'],
      link_only: [
        'tu equipo está encendido y conectado a nuestra red, pero falta confirmar que tenga internet',
        'apágalo',
      ],
      account: ['necesitamos revisar contigo el estado de tu servicio', 'comunícate con atención al cliente'],
      not_measured: ['todavía no sabemos cómo está tu línea', 'deja tu equipo encendido'],
    },
  },
  'es-vos': {
    locale: 'es',
    greeting: 'Hola, Cliente. Te escribimos de Fibra Demo. ',
    farewell: '\nTu código de caso: CFMXAJ',
    foreign: [...USTED, ...TU_ONLY, 'contigo', 'ti', 'aquí'],
    told: {
      stable: ['respondió bien hasta tu equipo', 'reiniciá el router wifi'],
      stable_unsure: ['respondió, pero este resultado no descarta una falla', 'anotá a qué hora ocurren'],
      intermittent: ['responde, pero con interrupciones', 'revisá que los cables del equipo estén firmes'],
      no_reply: ['no tuvimos respuesta', 'revisá que tu equipo esté prendido'],
      link_only: [
        'tu equipo está prendido y conectado a nuestra red, pero falta confirmar que tenga internet',
        'apagalo',
      ],
      account: ['necesitamos revisar con vos el estado de tu servicio', 'comunicate con atención al cliente'],
      not_measured: ['todavía no sabemos cómo está tu línea', 'dejá tu equipo prendido'],
    },
  },
  'pt-BR': {
    locale: 'pt-BR',
    greeting: 'Olá, Cliente. Aqui é a equipe Fibra Demo. ',
    farewell: '\nCódigo do seu caso: CFMXAJ',
    foreign: ['tu', 'teu', 'tua', 'senhor', 'senhora', 'usted'],
    told: {
      stable: ['respondeu bem até o seu equipamento', 'reinicie o roteador Wi-Fi'],
      stable_unsure: ['respondeu, mas este resultado não descarta uma falha', 'anote o horário'],
      intermittent: ['responde, mas com interrupções', 'confira se os cabos do equipamento estão firmes'],
      no_reply: ['não tivemos resposta', 'confira se o equipamento está ligado'],
      link_only: [
        'seu equipamento está ligado e conectado à nossa rede, mas falta confirmar se tem internet',
        'desligue por 30 segundos',
      ],
      account: [
        'precisamos verificar com você a situação do seu serviço',
        'entre em contato com o atendimento ao cliente',
      ],
      not_measured: ['ainda não sabemos como está a sua linha', 'deixe o equipamento ligado'],
    },
  },
  en: {
    locale: 'en',
    greeting: 'Hello, Cliente. This is Fibra Demo. ',
    farewell: '\nYour case code: CFMXAJ',
    foreign: ['usted', 'você'],
    told: {
      stable: ['it answered well all the way to your equipment', 'restart the Wi-Fi router'],
      stable_unsure: [
        'it answered, but this result does not rule out a fault',
        'write down when they happen',
      ],
      intermittent: ['it answers, but with interruptions', 'the cables of your equipment are firmly in'],
      no_reply: ['got no reply', 'check that your equipment is on'],
      link_only: [
        'your equipment is on and linked to our network, but we still need to confirm that it has internet',
        'turn it off for 30 seconds',
      ],
      account: ['we need to check the status of your service with you', 'contact customer service'],
      not_measured: ['we do not know yet how your line is doing', 'leave your equipment on'],
    },
  },
};
