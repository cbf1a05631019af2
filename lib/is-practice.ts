import { env } from './env';

/** True in a practice room: a demo for everybody on a network, where nothing reaches a real customer. */
export const isPractice = () => env().DEMO && env().PRACTICE_ORIGINS.length > 0;
