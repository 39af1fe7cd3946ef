import { Button, Group, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate } from '../../../src-shared/contract/index.ts';
import type { Tone } from '../../logic/condition.ts';
import { Badge } from '../../parts/badge.tsx';
import classes from './devices.module.css';
import { useAdd } from './use-add.ts';

const CONFIDENCE: Readonly<Record<Candidate['confidence'], Tone>> = {
  certain: 'good',
  likely: 'info',
  possible: 'unknown',
};

/** Something that was found, with a button that adds it. */
export function CandidateRow({ candidate }: { readonly candidate: Candidate }): ReactNode {
  const { t } = useTranslation();
  const { add, busy } = useAdd();
  const [added, setAdded] = useState(false);
  const { uri, title, driverTitle, confidence, detail, known } = candidate;
  return (
    <div className={classes['row']}>
      <div className={classes['what']}>
        <div className={classes['name']}>
          {title}
          <Badge tone={CONFIDENCE[confidence]}>{t(`devices.confidence.${confidence}`)}</Badge>
        </div>
        <div className={`${classes['uri'] ?? ''} mono`}>{uri}</div>
        <Text size="sm" c="dimmed">
          {driverTitle === undefined ? detail : `${t('devices.driverName', { driver: driverTitle })}. ${detail}`}
        </Text>
      </div>
      {known || added ? (
        <Group gap="xs">
          <Text size="sm">{t('devices.known')}</Text>
        </Group>
      ) : (
        <Button
          // What may be something else is not urged.
          variant={confidence === 'possible' ? 'light' : 'filled'}
          loading={busy}
          aria-label={t('common.labelled', { label: t('devices.add'), value: title })}
          onClick={() => void add({ uri }, title).then(setAdded)}
        >
          {t('devices.add')}
        </Button>
      )}
    </div>
  );
}
