type ClassName = string | false | null | undefined;

/** Joins class names and leaves out what is not set. */
export const classNames = (...names: ClassName[]) => names.filter(Boolean).join(' ');
