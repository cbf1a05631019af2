/** Everybody who asked for pings in the invented past; the bot is an API token. */
export type StaffKey = 'ana' | 'sofia' | 'andres' | 'tomas' | 'bruno' | 'camila' | 'diego' | 'bot';

export type StaffMember = { kind: 'user' | 'token'; id: string; name: string };

export type Staff = Record<StaffKey, StaffMember>;
