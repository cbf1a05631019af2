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
  slowFibreMs: 'slowHint',
  slowWirelessMs: 'slowHint',
  slowSatelliteMs: 'slowHint',
  jitterMs: 'jitterMsHint',
  fibreWords: 'wordsHint',
  wirelessWords: 'wordsHint',
  satelliteWords: 'wordsHint',
  bodyDays: 'bodyDaysHint',
  pingMonths: 'pingMonthsHint',
} as const satisfies Record<SettingName, string>;

/** What to write instead. */
export const PROBLEMS = {
  operatorName: 'wrongName',
  customerVoice: 'wrongVoice',
  countryCode: 'wrongCountryCode',
  wisphubServiceUrl: 'wrongUrl',
  stableFrom: 'wrongShare',
  slowFibreMs: 'wrongMs',
  slowWirelessMs: 'wrongMs',
  slowSatelliteMs: 'wrongMs',
  jitterMs: 'wrongMs',
  fibreWords: 'wrongWords',
  wirelessWords: 'wrongWords',
  satelliteWords: 'wrongWords',
  bodyDays: 'wrongDays',
  pingMonths: 'wrongMonths',
} as const satisfies Record<SettingName, string>;

export const VOICES = {
  'es-usted': 'voice_es_usted',
  'es-tu': 'voice_es_tu',
  'es-vos': 'voice_es_vos',
  'pt-BR': 'voice_pt_BR',
  en: 'voice_en',
} as const satisfies Record<Settings['customerVoice'], string>;

/** The settings in the order of the page. */
export const GROUPS = [
  { title: 'groupCustomers', names: ['operatorName', 'customerVoice', 'countryCode', 'wisphubServiceUrl'] },
  {
    title: 'groupMeasuring',
    names: ['stableFrom', 'slowFibreMs', 'slowWirelessMs', 'slowSatelliteMs', 'jitterMs'],
  },
  { title: 'groupTechnology', names: ['fibreWords', 'wirelessWords', 'satelliteWords'] },
  { title: 'groupKeeping', names: ['bodyDays', 'pingMonths'] },
] as const satisfies readonly { title: string; names: readonly SettingName[] }[];
