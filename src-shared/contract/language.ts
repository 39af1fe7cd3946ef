/** The language of the person, for an engine that has none of its own: a service runs in that of the machine. */
import { z } from 'zod';

export const languageCalls = {
  /**
   * The desktop program tells the languages of its person's system, the most wanted first (BCP 47). A service keeps them
   * and speaks so where the preferences say "as the system": its notifications, and what it puts on record.
   */
  'language.tell': {
    input: z.strictObject({ languages: z.array(z.string().regex(/^[\w-]{1,35}$/)).max(20) }),
    output: z.strictObject({}),
  },
} as const;
