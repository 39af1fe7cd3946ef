import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput, Candidate } from '../../../src-shared/contract/index.ts';
import classes from './devices.module.css';

type Scan = CallOutput<'devices.scan'>;

const ORDER: readonly Candidate['confidence'][] = ['certain', 'likely', 'possible'];

/** What is surely a UPS comes before what may be something else. */
export function bestFirst(candidates: Scan['candidates']): Scan['candidates'] {
  return candidates.toSorted((a, b) => ORDER.indexOf(a.confidence) - ORDER.indexOf(b.confidence));
}

/** Where was looked, and what was there, a line for each place. */
export function Looked({ looked }: Pick<Scan, 'looked'>): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={classes['looked']}>
      <Text size="sm">{t(looked.length === 0 ? 'devices.lookedNowhere' : 'devices.lookedAt')}</Text>
      <ul>
        {looked.map((place) => (
          <li key={place}>{place}</li>
        ))}
      </ul>
    </div>
  );
}
