import { Button, Table, VisuallyHidden } from '@mantine/core';
import { memo, type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { momentText, shortDuration, valueText } from '../../logic/formats.ts';
import { Answered } from '../../parts/answered.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useAnswer, useEngine, useNow } from '../../state/hooks.ts';

/** The outages of a device: begin, length, lowest charge, what was done and why. */
export const Outages = memo(function Outages({
  device,
  onShow,
}: {
  readonly device: string;
  /** Without an end it lasts. */
  readonly onShow: (begin: number, end: number | undefined) => void;
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const engine = useEngine();
  const answer = useAnswer('history.outages', { device });
  const { reload } = answer;
  useEffect(
    () =>
      engine.subscribe('events', {}, ({ kind }) => {
        if (kind === 'outage-confirmed' || kind === 'outage-over') reload();
      }),
    [engine, reload],
  );
  return (
    <Panel title={t('history.outages')}>
      <Answered answer={answer}>
        {({ outages }) =>
          outages.length === 0 ? (
            t('history.noOutages')
          ) : (
            <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
              <Table verticalSpacing="sm">
                <Table.Thead>
                  <Table.Tr>
                    {(['begin', 'length', 'lowest', 'outcome'] as const).map((name) => (
                      <Table.Th key={name} scope="col">
                        {t(`history.${name}`)}
                      </Table.Th>
                    ))}
                    <Table.Th>
                      <VisuallyHidden>{t('history.showOutage')}</VisuallyHidden>
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {outages.map(({ id, begin, end, lowestCharge, outcome }) => {
                    return (
                      <Table.Tr key={id}>
                        <Table.Td>{momentText(begin, 'minute', formats)}</Table.Td>
                        <Table.Td>
                          {end === undefined ? (
                            <Lasting begin={begin} />
                          ) : (
                            shortDuration(Math.max(0, (end - begin) / 1000), formats, false)
                          )}
                        </Table.Td>
                        <Table.Td>{valueText('battery.charge', lowestCharge, formats)}</Table.Td>
                        <Table.Td>{outcome}</Table.Td>
                        <Table.Td ta="right">
                          <Button
                            component={Link}
                            href={`/history/outage/${id}`}
                            size="compact-sm"
                            variant="subtle"
                            aria-label={t('replay.openOf', { time: momentText(begin, 'minute', formats) })}
                          >
                            {t('replay.open')}
                          </Button>
                          <Button size="compact-sm" variant="subtle" onClick={() => onShow(begin, end)}>
                            {t('history.showOutage')}
                          </Button>
                        </Table.Td>
                      </Table.Tr>
                    );
                  })}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </Answered>
    </Panel>
  );
});

/** How long it has lasted by now. */
function Lasting({ begin }: { readonly begin: number }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const seconds = Math.max(0, (useNow() - begin) / 1000);
  return t('history.lasting', { time: shortDuration(seconds, formats, false) });
}
