/** A start that cannot go on for a reason a person can remove; the message is one sentence that says how. */
export class StartError extends Error {}
