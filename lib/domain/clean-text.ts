const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** A foreign text made safe to store and show: one line, well-formed Unicode, at most `most` characters. */
export function cleanText(text: string, most = 300): string {
  return text.replace(UNPRINTABLE, ' ').toWellFormed().trim().slice(0, most).toWellFormed();
}
