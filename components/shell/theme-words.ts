/** How the header calls each choice of colours: keys of the messages under `header`. */
export const THEME_WORDS = { light: 'themeLight', dark: 'themeDark', system: 'themeSystem' } as const;
