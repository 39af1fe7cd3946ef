import { Button, Stack, Text, Title } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

/** What stands where there is nothing to show yet: what is missing, why, and what to do about it. */
export function Blank(props: {
  readonly icon: TablerIcon;
  readonly title: string;
  readonly text?: string;
  readonly action?: ReactNode;
}): ReactNode {
  const { icon: Icon, title, text, action } = props;
  return (
    <Stack align="center" gap="xs" py={48} px="md" ta="center">
      <Icon size={40} stroke={1.3} color="var(--quiet)" aria-hidden />
      <Title order={2} size="h4">
        {title}
      </Title>
      {text === undefined ? null : (
        <Text c="dimmed" maw={520}>
          {text}
        </Text>
      )}
      {action}
    </Stack>
  );
}

/** A screen that has nothing to show before there is a UPS, with the way to one. */
export function NoUps(props: { readonly icon: TablerIcon; readonly title: string; readonly text: string }): ReactNode {
  const { t } = useTranslation();
  const action = (
    <Button component={Link} href="/devices" mt="sm">
      {t('welcome.title')}
    </Button>
  );
  return <Blank {...props} action={action} />;
}
