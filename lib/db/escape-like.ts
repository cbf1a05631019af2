/** A text that `like` takes as it stands: what would be a placeholder is itself. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
