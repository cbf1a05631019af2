// This module makes tokens. They are handed to whoever asked for them, once, and never logged.
import { randomBytes } from 'node:crypto';

/** 256 random bits behind a prefix by which people, and programs that look for leaked secrets, recognise it. */
export const newApiToken = () => `pulso_${randomBytes(32).toString('base64url')}`;
