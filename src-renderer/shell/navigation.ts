/** The screens, in the order of the menu. */
import {
  IconActivity,
  IconBattery3,
  IconBell,
  IconBolt,
  IconBroadcast,
  IconBulb,
  IconChartLine,
  IconDeviceDesktop,
  IconListDetails,
  IconPlugConnected,
  IconSettings,
  IconShieldCheck,
  type TablerIcon,
} from '@tabler/icons-react';
import type { en } from '../../src-shared/texts/en/index.ts';

/** A screen's key among the texts. */
export type ScreenName = keyof typeof en.screens;

/** One entry of the menu. */
export interface Entry {
  readonly name: ScreenName;
  readonly path: string;
  readonly icon: TablerIcon;
}

/** The menu, in groups. */
export const GROUPS: readonly { readonly name: 'watch' | 'protect' | 'set'; readonly entries: readonly Entry[] }[] = [
  {
    name: 'watch',
    entries: [
      { name: 'overview', path: '/', icon: IconBolt },
      { name: 'history', path: '/history', icon: IconChartLine },
      { name: 'energy', path: '/energy', icon: IconBulb },
      { name: 'events', path: '/events', icon: IconListDetails },
    ],
  },
  {
    name: 'protect',
    entries: [
      { name: 'protection', path: '/protection', icon: IconShieldCheck },
      { name: 'battery', path: '/battery', icon: IconBattery3 },
      { name: 'device', path: '/device', icon: IconDeviceDesktop },
    ],
  },
  {
    name: 'set',
    entries: [
      { name: 'devices', path: '/devices', icon: IconPlugConnected },
      { name: 'notifications', path: '/notifications', icon: IconBell },
      { name: 'sharing', path: '/sharing', icon: IconBroadcast },
      { name: 'preferences', path: '/preferences', icon: IconSettings },
      { name: 'diagnostics', path: '/diagnostics', icon: IconActivity },
    ],
  },
];

/** The entry to which a path belongs. */
export function entryOf(path: string): Entry | undefined {
  const entries = GROUPS.flatMap((group) => group.entries);
  if (path.startsWith('/ups/')) return entries[0];
  // A screen may have screens of its own below it.
  return entries.find((entry) => entry.path === path || (entry.path !== '/' && path.startsWith(`${entry.path}/`)));
}
