import { daysBefore } from './moment';

/** When the bot's token ended; every ping of the bot is older. */
export const botRetiredAt = (now: Date) => daysBefore(now, 2);
