import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { DeviceState } from '../../src-shared/contract/index.ts';
import { useEngine, useScreens } from '../state/hooks.ts';

/** Ids and names of all devices, by name. */
export function useDeviceNames(): readonly { readonly value: string; readonly label: string }[] {
  const flat = useScreens(
    useShallow((screens) => Object.values(screens.state?.devices ?? {}).flatMap(({ id, name }) => [id, name])),
  );
  const names: { value: string; label: string }[] = [];
  for (let index = 0; index < flat.length; index += 2)
    names.push({ value: flat[index] ?? '', label: flat[index + 1] ?? '' });
  return names.toSorted((a, b) => a.label.localeCompare(b.label));
}

/** The device that screens about one device show: the chosen one, else the first that feeds this computer, else any. */
export function useSelectedDevice(): DeviceState | undefined {
  return useScreens(({ state, selected }) => {
    const devices = Object.values(state?.devices ?? {});
    const chosen = selected === undefined ? undefined : state?.devices[selected];
    return chosen ?? devices.find((device) => device.feedsThisComputer) ?? devices[0];
  });
}

/** Chooses the device; absent while there is only one. */
export function DevicePicker(): ReactNode {
  const { t } = useTranslation();
  const engine = useEngine();
  const names = useDeviceNames();
  const selected = useSelectedDevice()?.id ?? null;
  if (names.length < 2) return null;
  return (
    <Select
      aria-label={t('common.device')}
      data={names}
      value={selected}
      allowDeselect={false}
      searchable={names.length > 8}
      w={240}
      onChange={(value) => value !== null && engine.store.setState({ selected: value })}
    />
  );
}
