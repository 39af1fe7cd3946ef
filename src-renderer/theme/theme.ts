/** The look: one accent, status colours for status only, the system's own letters. */
import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent, around the blue of the icon. */
const accent: MantineColorsTuple = [
  '#eaf3fb',
  '#d3e4f4',
  '#a6c8e8',
  '#74a9db',
  '#4a8fd0',
  '#2f7fca',
  '#1f76c6',
  '#1864ab',
  '#11599b',
  '#034b87',
];

/** Greys of the dark look, as cool as the panels. */
const dark: MantineColorsTuple = [
  '#d5dae0',
  '#b9c0c8',
  '#a3adb8',
  '#717b86',
  '#414a53',
  '#30363d',
  '#252a30',
  '#1c2024',
  '#15181b',
  '#101316',
];

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  colors: { accent, dark },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace:
    'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace',
  headings: { fontWeight: '600' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    // Colour alone does not make a link.
    Anchor: { defaultProps: { underline: 'always' } },
    // Its own grey is too pale on white.
    Notification: { styles: { description: { color: 'var(--quiet)' } } },
  },
});
