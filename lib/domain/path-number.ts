/** A whole number out of a path or a query; NaN for everything else, so that the schema refuses it. */
export const pathNumber = (text: string | null | undefined) =>
  /^\d{1,10}$/.test(text ?? '') ? Number(text) : NaN;
