/**
 * Mutants that no test kills, each with the reason why it may live. They are named by the line that they stand in and
 * by what is changed, so that they stay named when lines move. One that is gone, or that a test kills by now, has to be
 * taken out.
 */

/** Mutants of one file that live for the same reason. */
export interface Accepted {
  readonly file: string;
  readonly reason: string;
  /** The whole line without the space around it, and the changes in it as the report writes them. */
  readonly mutants: readonly (readonly [line: string, ...changes: string[]])[];
}

export const SURVIVORS: readonly Accepted[] = [
  {
    file: 'drivers/megatec/battery.ts',
    reason: 'No battery is rated for a volt: it is less than a cell has.',
    mutants: [['if (rated === undefined || rated <= 0) {', '0 -> 1']],
  },
  {
    file: 'drivers/megatec/battery.ts',
    reason: 'A voltage that equals the rating fits it, and was answered above.',
    mutants: [
      ['return voltage < rated ? { nominal: rated, count: 1 } : undefined;', 'voltage < rated -> voltage <= rated'],
    ],
  },
  {
    file: 'drivers/megatec/decode.ts',
    reason: 'What the types ask for: "undefined" as text is no bits.',
    mutants: [
      [
        'if (bitText === undefined || !BITS.test(bitText)) return null;',
        'bitText === undefined || !BITS.test(bitText) -> !BITS.test(bitText)',
      ],
    ],
  },
  {
    file: 'drivers/megatec/decode.ts',
    reason: 'What the types ask for: a line that was taken apart has this field.',
    mutants: [
      [
        "readBattery(fields[BATTERY_FIELD] ?? '', rated, into);",
        "fields[BATTERY_FIELD] ?? '' -> fields[BATTERY_FIELD]",
      ],
    ],
  },
  {
    file: 'drivers/megatec/decode.ts',
    reason: 'What the types ask for: nothing is not above 100.',
    mutants: [
      ["if (load !== undefined && load > 100) words.push('OVER');", 'load !== undefined && load > 100 -> load > 100'],
    ],
  },
  {
    file: 'drivers/megatec/decode.ts',
    reason: 'What the types ask for: "null" as text is no rating.',
    mutants: [
      [
        'if (line === null || !RATING_LINE.test(line)) return false;',
        'line === null || !RATING_LINE.test(line) -> !RATING_LINE.test(line)',
      ],
    ],
  },
  {
    file: 'drivers/apcsmart/capabilities.ts',
    reason: 'The part before takes everything up to a point, and the last one everything behind it.',
    mutants: [
      [
        'const COMMAND_SET = /^[!$%?=*#&|+]*\\d\\)?\\.([^.]*)\\.([^.]+)(?:\\.(.*))?$/s;',
        '/^[!$%?=*#&|+]*\\d\\)?\\.([^.]*)\\.([^.]+)(?:\\.(.*))?$/s -> /^[!$%?=*#&|+]*\\d\\)?\\.([^.]*)\\.([^.]+)(?:\\.(.*))?/s',
      ],
    ],
  },
  {
    file: 'drivers/apcsmart/capabilities.ts',
    reason: 'What is looked at is one character, or none.',
    mutants: [
      [
        'if (!/^[1-9]$/.test(count) || !/^[1-9]$/.test(length)) return { groups, whole: false };',
        '/^[1-9]$/ -> /[1-9]$/',
        '/^[1-9]$/ -> /^[1-9]/',
      ],
    ],
  },
  {
    file: 'drivers/apcsmart/dates.ts',
    reason: 'What the types ask for: "undefined" as text is no serial number.',
    mutants: [["const [, year, week] = SERIAL.exec(serial ?? '') ?? [];", "serial ?? '' -> serial"]],
  },
  {
    file: 'drivers/apcsmart/dates.ts',
    reason: 'A year that is missing fits no date, and year and week come together.',
    mutants: [
      [
        'if (year === undefined || week === undefined) return undefined;',
        'year === undefined || week === undefined -> false',
        'year === undefined || week === undefined -> year === undefined',
        'year === undefined || week === undefined -> week === undefined',
      ],
    ],
  },
  {
    file: 'drivers/apcsmart/dates.ts',
    reason: 'What the types ask for: only orders in which there is a date were kept.',
    mutants: [
      [
        "const iso = isoDate(manufactured ?? '', order) ?? '';",
        "isoDate(manufactured ?? '', order) ?? '' -> isoDate(manufactured ?? '', order)",
        "manufactured ?? '' -> manufactured",
      ],
    ],
  },
  {
    file: 'drivers/apcsmart/dates.ts',
    reason: 'A longer text is not the date that is made of a part of it, which is compared below.',
    mutants: [
      [
        "const [, year = '', month = '', day = ''] = /^\\d\\d(\\d\\d)-(\\d\\d)-(\\d\\d)$/.exec(iso) ?? [];",
        '/^\\d\\d(\\d\\d)-(\\d\\d)-(\\d\\d)$/ -> /\\d\\d(\\d\\d)-(\\d\\d)-(\\d\\d)$/',
        '/^\\d\\d(\\d\\d)-(\\d\\d)-(\\d\\d)$/ -> /^\\d\\d(\\d\\d)-(\\d\\d)-(\\d\\d)/',
      ],
    ],
  },
  {
    file: 'drivers/apcsmart/dates.ts',
    reason: 'A seventh and an eighth both lift a whole number of weeks over the edge, and no day less over the next.',
    mutants: [['return Math.ceil((date - Date.UTC(Number(iso.slice(0, 4)), 0, 1)) / DAY / 7 + 1 / 7);', '7 -> 8']],
  },
  {
    file: 'drivers/apcsmart/read.ts',
    reason: 'The shape in `table.ts` lets nothing longer through.',
    mutants: [
      [
        'const IS_UPTIME = /^\\d{3}\\.\\d$/;',
        '/^\\d{3}\\.\\d$/ -> /\\d{3}\\.\\d$/',
        '/^\\d{3}\\.\\d$/ -> /^\\d{3}\\.\\d/',
      ],
    ],
  },
  {
    file: 'drivers/apcsmart/status.ts',
    reason: 'No bit is set in null.',
    mutants: [['if (byte === null) continue;', 'byte === null -> false']],
  },
  {
    file: 'drivers/apcsmart/status.ts',
    reason: 'What the types ask for: each register that is asked has its bits.',
    mutants: [
      [
        'for (const { bit, word, alarm } of REGISTERS[register] ?? []) {',
        'REGISTERS[register] ?? [] -> REGISTERS[register]',
      ],
    ],
  },
  {
    file: 'drivers/apcsmart/status.ts',
    reason: 'An answer of another shape is no letter, and stands for no mode.',
    mutants: [
      ["const word = mode.came === 'text' ? RUNNING_MODES[mode.text] : undefined;", "mode.came === 'text' -> true"],
    ],
  },
  {
    file: 'drivers/apcsmart/status.ts',
    reason: 'An answer of another shape is not this letter.',
    mutants: [
      [
        "if (reason.came === 'text' && reason.text === 'S') words.add('TEST');",
        "reason.came === 'text' && reason.text === 'S' -> reason.text === 'S'",
      ],
    ],
  },
];
