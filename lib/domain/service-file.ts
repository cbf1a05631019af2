import { fold } from './fold';

/** What a file of services may say of each; `serviceId` is the only thing it must. */
export const FILE_FIELDS = [
  'serviceId',
  'name',
  'document',
  'phones',
  'address',
  'locality',
  'city',
  'ip',
  'mac',
  'status',
  'billingStatus',
  'balance',
  'cutDate',
  'plan',
  'zone',
  'router',
  'sector',
  'technician',
  'username',
  'lanInterface',
] as const;
export type FileField = (typeof FILE_FIELDS)[number];

type Names = { es: string; 'pt-BR': string; en: string; others: readonly string[] };
export type FileLanguage = Exclude<keyof Names, 'others'>;

/** The header of each column in the template of a language, and other names it is known by, WispHub's among them. */
const HEADERS: Record<FileField, Names> = {
  serviceId: {
    es: 'Id del servicio',
    'pt-BR': 'Id do serviço',
    en: 'Service id',
    // The vaguest last: a file may have the id of the customer beside that of the service.
    others: [
      ...['id servicio', 'id serviço', 'nro servicio', 'service number', 'código de servicio'],
      ...['código del servicio', 'código do serviço', 'servicio', 'serviço', 'service', 'código', 'id'],
    ],
  },
  name: {
    es: 'Nombre',
    'pt-BR': 'Nome',
    en: 'Name',
    others: [
      'cliente',
      'customer',
      'nombre completo',
      'nombre y apellido',
      'nome completo',
      'full name',
      'client',
    ],
  },
  document: {
    es: 'Documento',
    'pt-BR': 'Documento',
    en: 'Document',
    others: [
      'cédula',
      'dni',
      'nit',
      'rut',
      'ruc',
      'rfc',
      'ci',
      'cpf',
      'cnpj',
      'cpf cnpj',
      'número de documento',
    ],
  },
  phones: {
    es: 'Teléfonos',
    'pt-BR': 'Telefones',
    en: 'Phones',
    others: [
      'teléfono',
      'telefone',
      'phone',
      'celular',
      'móvil',
      'mobile',
      'whatsapp',
      'fone',
      'phone number',
    ],
  },
  address: {
    es: 'Dirección',
    'pt-BR': 'Endereço',
    en: 'Address',
    others: ['domicilio', 'logradouro', 'rua', 'street', 'calle'],
  },
  locality: {
    es: 'Barrio',
    'pt-BR': 'Bairro',
    en: 'Neighbourhood',
    others: ['localidad', 'localidade', 'locality', 'colonia', 'neighborhood', 'district'],
  },
  city: { es: 'Ciudad', 'pt-BR': 'Cidade', en: 'City', others: ['municipio', 'município', 'town'] },
  ip: {
    es: 'IP',
    'pt-BR': 'IP',
    en: 'IP',
    others: ['dirección ip', 'endereço ip', 'ip address', 'ip servicio', 'ipv4'],
  },
  mac: {
    es: 'MAC',
    'pt-BR': 'MAC',
    en: 'MAC',
    others: ['mac cpe', 'dirección mac', 'endereço mac', 'mac address'],
  },
  status: {
    es: 'Estado',
    'pt-BR': 'Situação',
    en: 'Status',
    others: ['estado servicio', 'estado del servicio', 'status do serviço', 'service status'],
  },
  billingStatus: {
    es: 'Estado de facturas',
    'pt-BR': 'Situação das faturas',
    en: 'Billing status',
    others: ['estado facturas', 'facturas', 'faturas', 'invoices'],
  },
  balance: {
    es: 'Saldo',
    'pt-BR': 'Saldo devedor',
    en: 'Balance',
    others: ['deuda', 'dívida', 'debt', 'saldo pendiente'],
  },
  cutDate: {
    es: 'Fecha de corte',
    'pt-BR': 'Data de corte',
    en: 'Cut date',
    others: ['fecha corte', 'corte', 'data corte', 'cut off date', 'cutoff date'],
  },
  plan: {
    es: 'Plan',
    'pt-BR': 'Plano',
    en: 'Plan',
    others: ['plan internet', 'plan de internet', 'plano de internet'],
  },
  zone: { es: 'Zona', 'pt-BR': 'Zona', en: 'Zone', others: ['zona de cobertura'] },
  router: { es: 'Router', 'pt-BR': 'Roteador', en: 'Router', others: ['mikrotik', 'nodo', 'node'] },
  sector: {
    es: 'Sector',
    'pt-BR': 'Setor',
    en: 'Sector',
    others: ['sectorial', 'setorial', 'ap', 'punto de acceso', 'access point'],
  },
  technician: { es: 'Técnico', 'pt-BR': 'Técnico', en: 'Technician', others: [] },
  username: { es: 'Usuario', 'pt-BR': 'Usuário', en: 'Username', others: ['user', 'login', 'usuario pppoe'] },
  lanInterface: {
    es: 'Interfaz LAN',
    'pt-BR': 'Interface LAN',
    en: 'LAN interface',
    others: ['interfaz', 'interface'],
  },
};

const BY_NAME = new Map(
  FILE_FIELDS.flatMap((field) => {
    const { es, 'pt-BR': pt, en, others } = HEADERS[field];
    return [es, pt, en, ...others].map((name, rank) => [fold(name), { field, rank }] as const);
  }),
);

/** The columns of the template, in the language of whoever fills it. */
export const templateHeader = (language: FileLanguage): string[] =>
  FILE_FIELDS.map((field) => HEADERS[field][language]);

/**
 * What each column of a file holds, whatever the accents, case and underscores of its header; null for a column that is
 * not used. Of several columns of one kind the plainest name is taken, except phones, of which a service may have many.
 */
export function fieldsOf(header: readonly string[]): (FileField | null)[] {
  const known = header.map((name) => BY_NAME.get(fold(name)) ?? null);
  const best = new Map<FileField, number>();
  known.forEach((column, index) => {
    const other = column === null ? undefined : known[best.get(column.field) ?? -1];
    if (column !== null && (!other || column.rank < other.rank)) best.set(column.field, index);
  });
  return known.map((column, index) => {
    if (column === null) return null;
    return column.field === 'phones' || best.get(column.field) === index ? column.field : null;
  });
}
