import { Select } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
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

/**
 * The device that screens about one device show: the chosen one, else the first that feeds this computer, else any. What
 * was shown first is the choice from then on: another UPS must not take its place under the person's hands.
 */
export function useSelectedDevice(): DeviceState | undefined {
  const engine = useEngine();
  const device = useScreens(({ state, selected }) => {
    const devices = Object.values(state?.devices ?? {});
    const chosen = selected === undefined ? undefined : state?.devices[selected];
    return chosen ?? devices.find((each) => each.feedsThisComputer) ?? devices[0];
  });
  const id = device?.id;
  useEffect(() => {
    if (id !== undefined) engine.store.setState(({ selected }) => (selected === undefined ? { selected: id } : {}));
  }, [engine, id]);
  return device;
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
