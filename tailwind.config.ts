import type { Config } from 'tailwindcss';

/** A status colour: the shape and its text, a quiet background, and a border. The values stand in app/globals.css. */
const status = (name: string) => ({
  DEFAULT: `var(--${name})`,
  ink: `var(--${name}-ink)`,
  soft: `var(--${name}-soft)`,
  line: `var(--${name}-line)`,
});

export default {
  content: ['./app/**/*.{ts,tsx}', './components/**/*.{ts,tsx}'],
  darkMode: 'class',
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      overlay: 'rgb(0 0 0 / 0.5)',
      canvas: 'var(--canvas)',
      surface: 'var(--surface)',
      sunken: 'var(--sunken)',
      line: { DEFAULT: 'var(--line)', strong: 'var(--line-strong)' },
      ink: { DEFAULT: 'var(--ink)', muted: 'var(--ink-muted)' },
      brand: {
        DEFAULT: 'var(--brand)',
        strong: 'var(--brand-strong)',
        soft: 'var(--brand-soft)',
        ink: 'var(--brand-ink)',
        contrast: 'var(--brand-contrast)',
      },
      // Status colours say what a ping found, and nothing else uses them.
      running: status('running'),
      stable: status('stable'),
      intermittent: status('intermittent'),
      silent: status('silent'),
      unknown: status('unknown'),
    },
    fontFamily: {
      sans: ['var(--font-sans)', 'system-ui', 'sans-serif'],
      mono: ['ui-monospace', 'SFMono-Regular', 'Menlo', 'Consolas', 'monospace'],
    },
    fontSize: {
      xs: ['0.75rem', { lineHeight: '1rem' }],
      sm: ['0.875rem', { lineHeight: '1.25rem' }],
      base: ['1rem', { lineHeight: '1.5rem' }],
      lg: ['1.25rem', { lineHeight: '1.75rem' }],
      xl: ['2rem', { lineHeight: '2.5rem' }],
    },
    borderRadius: { none: '0', sm: '4px', DEFAULT: '8px', full: '9999px' },
    boxShadow: {
      none: 'none',
      raised: '0 1px 2px rgb(0 0 0 / 0.05)',
      floating: '0 8px 28px rgb(0 0 0 / 0.14), 0 1px 3px rgb(0 0 0 / 0.10)',
    },
    extend: {
      keyframes: {
        rise: {
          from: { opacity: '0', transform: 'translateY(4px)' },
          to: { opacity: '1', transform: 'none' },
        },
        fade: { from: { opacity: '0' }, to: { opacity: '1' } },
      },
      animation: {
        rise: 'rise 160ms ease-out both',
        fade: 'fade 120ms ease-out both',
        ring: 'spin 900ms linear infinite',
      },
    },
  },
} satisfies Config;
