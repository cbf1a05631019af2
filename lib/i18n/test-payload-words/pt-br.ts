import type { LanguageWords, ProgressWords, ResultWords } from './words';

const NO_VISIT = 'Sem visita';
const PERHAPS = 'Visita só se o problema se repetir';

const waiting: ProgressWords = {
  badge: 'Medindo…',
  says: ['O WispHub recebeu o pedido · 4 pacotes · faltam cerca de 6 s'],
};

const failed = (meaning: string, firstStep: string): ResultWords => ({
  badge: 'Não foi possível medir',
  counts: null,
  isFailure: true,
  meaning,
  visit: NO_VISIT,
  firstStep,
  ticket: ['Resultado: Não foi possível medir'],
});

const router = failed(
  'O roteador recusou o ping: a interface do serviço no WispHub falta ou não existe nele. Avise a equipe de redes.',
  'Avise a equipe de redes: é preciso corrigir a interface do serviço no WispHub.',
);
const upstream = (meaning: string) => failed(meaning, 'Espere um minuto e meça de novo.');
const empty = upstream('O WispHub terminou sem medir nenhum pacote.');
const refused = upstream('O WispHub não conseguiu fazer esta medição.');
const late = failed('O WispHub não deu o resultado a tempo.', 'Meça de novo.');

const clean = {
  meaning:
    'A linha responde bem, sem perda. Se o cliente continua sem navegar, verifique o equipamento ou o Wi-Fi dele.',
  visit: NO_VISIT,
  firstStep: 'Pergunte se falha em todos os aparelhos ou só em um.',
};
const few = {
  meaning:
    'Respondeu a tudo o que foi enviado, mas são poucos pacotes: uma linha que fica caindo também pode passar por este teste.',
  visit: NO_VISIT,
  firstStep: 'Meça com 10 pacotes antes de dar uma resposta ao cliente.',
};
const intermittent = {
  meaning: 'A linha responde só às vezes. Com perdas assim, o cliente pode sentir quedas e lentidão.',
  visit: PERHAPS,
  firstStep: 'Peça para pausar downloads e apertar bem os cabos do equipamento.',
};
const pathAlive = {
  meaning: 'A rede chega até 203.0.113.9; o equipamento do cliente não responde.',
  firstStep: 'Pergunte se o equipamento está com luzes acesas e se o cliente navega agora.',
};
const inactive = { visit: NO_VISIT, firstStep: 'Leia o cadastro de novo e verifique primeiro o pagamento.' };
const bare = (word: string, said: Pick<ResultWords, 'meaning' | 'visit' | 'firstStep'>): ResultWords => ({
  ...said,
  badge: `${word} · sem detalhe dos pacotes`,
  counts: null,
  ticket: [`Resultado: ${word} · sem detalhe dos pacotes`],
});
const allFour = {
  counts: 'respondeu 4 de 4',
  visit: NO_VISIT,
  ticket: ['Pacotes: 4 de 4 respondidos, perda 0%'],
};
const noneOfFour = {
  badge: 'Sem resposta · só 4 pacotes',
  counts: 'perdeu 4 de 4',
  ticket: ['Resultado: Sem resposta · só 4 pacotes', 'Pacotes: 0 de 4 respondidos, perda 100%'],
};

export const ptBr: LanguageWords = {
  justNow: 'agora mesmo',
  nextStep: 'Próximo passo',
  saysNothing: 'Isto não diz nada sobre a linha do cliente.',
  screens: {
    'net-created.json': waiting,
    'net-pending.json': waiting,
    'net-pending.json for good': late,
    'net-process.json': waiting,
    'net-stable.json': {
      ...few,
      badge: 'Estável · só 4 pacotes',
      counts: 'respondeu 4 de 4',
      also: [
        'Quem respondeu: 10.20.30.40 (equipamento do cliente, 4 respostas)',
        'latência variável: 340 ms',
      ],
      ticket: ['Resultado: Estável · só 4 pacotes', 'Pacotes: 4 de 4 respondidos, perda 0%'],
    },
    'net-stable.json, three rounds': {
      ...clean,
      badge: 'Estável',
      counts: 'respondeu 12 de 12',
      also: ['3 rodadas', 'latência variável: 463 ms'],
      ticket: ['Resultado: Estável', 'Pacotes: 12 de 12 respondidos, perda 0%'],
    },
    'net-stable.json, another IP on record': {
      ...allFour,
      badge: 'Estável · outro IP respondeu',
      meaning:
        'Quem respondeu foi um IP que não é o do cadastro. Confirme o IP do cliente antes de confiar neste resultado.',
      firstStep: 'Veja com a equipe de redes qual IP o equipamento tem hoje.',
      also: [
        'Veja com cautela: outro IP respondeu · só 4 pacotes',
        'Quem respondeu: 10.20.30.40 (outro endereço, 4 respostas)',
      ],
    },
    'net-stable.json, shared IP': {
      ...allFour,
      badge: 'Estável · IP repetido',
      meaning: 'Dois cadastros têm este IP: este resultado pode ser do equipamento de outro cliente.',
      firstStep: 'Busque esse IP no Pulso para ver que outro cadastro o usa.',
      also: ['Veja com cautela: IP repetido · só 4 pacotes'],
    },
    'net-stable.json, suspended': {
      ...allFour,
      ...inactive,
      badge: 'Estável · serviço suspenso',
      meaning: 'A linha responde, mas a conta não está ativa: o corte pode vir da conta, e não da rede.',
      also: ['Veja com cautela: serviço suspenso · só 4 pacotes'],
    },
    'net-partial-loss.json': {
      ...intermittent,
      badge: 'Intermitente · só 4 pacotes',
      counts: 'perdeu 2 de 4',
      ticket: ['Resultado: Intermitente · só 4 pacotes', 'Pacotes: 2 de 4 respondidos, perda 50%'],
    },
    'net-partial-loss.json, first round of the desk': {
      badge: 'Medindo…',
      says: ['Até agora respondeu 2 de 4 · rodada 2 · 10 pacotes no total'],
    },
    'net-partial-loss.json, three rounds': {
      ...intermittent,
      badge: 'Intermitente',
      counts: 'perdeu 6 de 12',
      ticket: ['Resultado: Intermitente', 'Pacotes: 6 de 12 respondidos, perda 50%'],
    },
    'net-all-timeouts.json': {
      ...noneOfFour,
      meaning:
        'Nenhum pacote teve resposta: possível queda, equipamento desligado ou equipamento que não responde a ping.',
      visit: PERHAPS,
      firstStep: 'Pergunte se navega agora, sem dados móveis; se sim, clique em “O cliente está navegando”.',
    },
    'net-all-timeouts.json, first round of the desk': {
      badge: 'Medindo…',
      says: ['0 de 4 · confirmando com 10 pacotes'],
    },
    'net-all-timeouts.json, suspended': {
      ...noneOfFour,
      ...inactive,
      meaning:
        'Sem resposta, como é de esperar quando a conta não está ativa. Confirme primeiro a situação da conta.',
    },
    'net-host-unreachable-mixed.json': {
      ...noneOfFour,
      ...pathAlive,
      visit: PERHAPS,
      also: [
        'Quem respondeu: 203.0.113.9 (roteador no caminho, 2 avisos de erro)',
        'equipamento inalcançável',
      ],
    },
    'net-host-unreachable-mixed.json, three rounds': {
      ...pathAlive,
      badge: 'Sem resposta',
      counts: 'perdeu 12 de 12',
      visit: 'Visita se os passos não resolverem',
      ticket: ['Resultado: Sem resposta', 'Pacotes: 0 de 12 respondidos, perda 100%'],
    },
    'net-arp-mac.json': {
      badge: 'Estável · só enlace (MAC)',
      counts: 'respondeu 3 de 3',
      meaning:
        'O equipamento está ligado e conectado à rede (respondeu por MAC). Isso não prova que ele tem internet.',
      visit: PERHAPS,
      firstStep: 'Pergunte se o cliente está navegando agora.',
      also: [
        'Veja com cautela: só enlace (MAC) · só 3 pacotes',
        'Quem respondeu: 02:00:5E:10:00:01 (enlace (MAC), 3 respostas)',
      ],
      ticket: ['Resultado: Estável · só enlace (MAC) · só 3 pacotes'],
    },
    'net-mixed-objects-and-strings.json': {
      ...few,
      badge: 'Estável · 1 pacote não medido',
      counts: 'respondeu 1 de 1',
      also: ['Veja com cautela: 1 pacote não medido · só 1 pacote'],
      ticket: ['Resultado: Estável · 1 pacote não medido · só 1 pacote'],
    },
    'net-numbers-and-unknown-keys.json': {
      ...few,
      badge: 'Estável · só 1 pacote',
      counts: 'respondeu 1 de 1',
      ticket: ['Resultado: Estável · só 1 pacote', 'Latência: 9 ms'],
    },
    'net-numbers-and-unknown-keys.json, ten rounds': {
      ...clean,
      badge: 'Estável',
      counts: 'respondeu 10 de 10',
      also: ['10 rodadas'],
      ticket: ['Resultado: Estável', 'Latência: 9 ms'],
    },
    'net-mikrotik-errors.json': router,
    'net-result-string.json': router,
    'net-empty.json': empty,
    'net-null.json': empty,
    'net-summary-only.json': empty,
    'net-failure.json': upstream('O WispHub informa que a medição falhou.'),
    'v1-created.json': waiting,
    'v1-create-failed.json': refused,
    'v1-pending-documented.json': waiting,
    'v1-pending-observed-500.json': waiting,
    'v1-pending-observed-500.json for good': late,
    'v1-stable.json': bare('Estável', {
      meaning:
        'O WispHub informa que a linha responde, mas não quantos pacotes se perderam: confirme antes de encerrar o atendimento.',
      visit: NO_VISIT,
      firstStep: 'Pergunte o que o cliente nota: não navega, lento ou fica caindo.',
    }),
    'v1-intermittent.json': bare('Intermitente', {
      ...intermittent,
      meaning: 'O WispHub informa que a linha responde só às vezes, mas não com quanta perda.',
    }),
    'v1-no-internet.json': bare('Sem resposta', {
      meaning:
        'O WispHub informa que não houve resposta: possível queda, equipamento desligado ou equipamento que não responde a ping.',
      visit: PERHAPS,
      firstStep: 'Pergunte se o cliente navega agora, sem dados móveis.',
    }),
    'v1-failed.json': refused,
    'html-outage.html at the launch': upstream('O WispHub está com falha neste momento.'),
    'html-outage.html at the launch, with status 200': upstream(
      'O WispHub respondeu com uma página web em vez de dados: pode estar fora do ar.',
    ),
    'html-outage.html at a look': waiting,
    'html-outage.html at every look': late,
  },
  ticket: [
    'Serviço: Cliente Demo Uno · 1042 · 10.20.30.43',
    'Resultado: Sem resposta · só 4 pacotes',
    'Leitura: A rede chega até 203.0.113.9; o equipamento do cliente não responde.',
    'Pacotes: 0 de 4 respondidos, perda 100%',
    'Quem respondeu: 203.0.113.9 (roteador no caminho, 2 avisos de erro)',
    'Passos feitos: Pergunte se o equipamento está com luzes acesas e se o cliente navega agora.',
    'Observação: sin luces',
    'Caso: CFMXAJ',
    'Regras: versão 1',
    'Link: https://pulso.example/pings/3f0c9a52-6d1e-4b7a-9a55-0b6f3f1d2c10',
  ],
  record: ['Cliente Demo Uno', 'id 1042', 'Ativo', 'Em dia', 'Plano', 'Zona Norte', '10.20.30.40'],
};
