import { Group, NumberInput, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** A number with words around it. What is out of range is never handed on. */
export function NumberField(props: {
  readonly label: string;
  readonly prefix?: string;
  readonly suffix: string;
  readonly min: number;
  readonly max: number;
  readonly value: number;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}): ReactNode {
  const { label, prefix, suffix, min, max, value, disabled = false, onChange } = props;
  return (
    <Group gap={8} wrap="nowrap">
      {prefix === undefined ? null : <Text size="sm">{prefix}</Text>}
      <NumberInput
        aria-label={`${label}, ${prefix ?? ''} ${suffix}`}
        w={92}
        min={min}
        max={max}
        decimalScale={2}
        clampBehavior="blur"
        value={value}
        disabled={disabled}
        onChange={(next) => {
          const number = typeof next === 'number' ? next : Number.parseFloat(next);
          if (Number.isFinite(number) && number >= min && number <= max) onChange(number);
        }}
      />
      <Text size="sm" miw={56}>
        {suffix}
      </Text>
    </Group>
  );
}
