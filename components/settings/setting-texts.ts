import type { Settings } from '@/lib/domain/settings';
import type { SettingName } from './settings-draft';

/** What an address of WispHub must hold; a message cannot say braces itself. */
export const ID_WORD = '{id}';

/** What each setting changes. */
export const HINTS = {
  operatorName: 'operatorNameHint',
  customerVoice: 'customerVoiceHint',
  countryCode: 'countryCodeHint',
  wisphubServiceUrl: 'wisphubServiceUrlHint',
  stableFrom: 'stableFromHint',
  whileDown: 'whileDownHint',
  slowFibreMs: 'slowHint',
  slowWirelessMs: 'slowHint',
  slowSatelliteMs: 'slowHint',
  jitterMs: 'jitterMsHint',
  fibreWords: 'wordsHint',
  wirelessWords: 'wordsHint',
  satelliteWords: 'wordsHint',
  bodyDays: 'bodyDaysHint',
  pingMonths: 'pingMonthsHint',
  idleDeskMinutes: 'idleDeskMinutesHint',
  idleTechnicianMinutes: 'idleTechnicianMinutesHint',
  requireSecondStep: 'requireSecondStepHint',
} as const satisfies Record<SettingName, string>;

/** What to write instead. */
export const PROBLEMS = {
  operatorName: 'wrongName',
  customerVoice: 'wrongVoice',
  countryCode: 'wrongCountryCode',
  wisphubServiceUrl: 'wrongUrl',
  stableFrom: 'wrongShare',
  whileDown: 'wrongVoice',
  slowFibreMs: 'wrongMs',
  slowWirelessMs: 'wrongMs',
  slowSatelliteMs: 'wrongMs',
  jitterMs: 'wrongMs',
  fibreWords: 'wrongWords',
  wirelessWords: 'wrongWords',
  satelliteWords: 'wrongWords',
  bodyDays: 'wrongDays',
  pingMonths: 'wrongMonths',
  idleDeskMinutes: 'wrongMinutes',
  idleTechnicianMinutes: 'wrongMinutes',
  requireSecondStep: 'wrongVoice',
} as const satisfies Record<SettingName, string>;

export const VOICES = {
  'es-usted': 'voice_es_usted',
  'es-tu': 'voice_es_tu',
  'es-vos': 'voice_es_vos',
  'pt-BR': 'voice_pt_BR',
  en: 'voice_en',
} as const satisfies Record<Settings['customerVoice'], string>;

export const DOWN_WORDS = { keep: 'whileDownKeep', refuse: 'whileDownRefuse' } as const satisfies Record<
  Settings['whileDown'],
  string
>;

/** A setting that is only on or off, as its field says it. */
export const SWITCH = { on: 'switchOn', off: 'switchOff' } as const;

/** The settings in the order of the page. */
export const GROUPS = [
  { title: 'groupCustomers', names: ['operatorName', 'customerVoice', 'countryCode', 'wisphubServiceUrl'] },
  {
    title: 'groupMeasuring',
    names: ['stableFrom', 'slowFibreMs', 'slowWirelessMs', 'slowSatelliteMs', 'jitterMs', 'whileDown'],
  },
  { title: 'groupTechnology', names: ['fibreWords', 'wirelessWords', 'satelliteWords'] },
  { title: 'groupKeeping', names: ['bodyDays', 'pingMonths'] },
  { title: 'groupDoors', names: ['requireSecondStep', 'idleDeskMinutes', 'idleTechnicianMinutes'] },
] as const satisfies readonly { title: string; names: readonly SettingName[] }[];
