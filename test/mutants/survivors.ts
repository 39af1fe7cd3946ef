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
  {
    file: 'src-shared/nut/judge/judge.ts',
    reason: 'What the types ask for: what a value was judged by took part with a number of this reading or of before.',
    mutants: [
      [
        'return { ...verdict, beside: new Map(others.filter((one): one is [string, number] => one[1] !== undefined)) };',
        'others.filter((one): one is [string, number] => one[1] !== u… -> others',
      ],
    ],
  },
  {
    file: 'src-shared/nut/judge/judge.ts',
    reason: 'What the types ask for: null takes no part either, and gives way to what was known before.',
    mutants: [['if (value === null) this.#fresh.delete(name);', 'value === null -> false']],
  },
  {
    file: 'src-shared/nut/judge/powers.ts',
    reason: 'No power of ten that is missing is zero.',
    mutants: [
      [
        "group.fresh(VOLTAGE, 'measured', { ...outside(STRINGS), mayLack: (scale) => scale < 0 || full });",
        'scale < 0 -> scale <= 0',
        '0 -> 1',
      ],
    ],
  },
  {
    file: 'src-shared/nut/judge/powers.ts',
    reason: 'What the types ask for: nothing is above nothing.',
    mutants: [
      ['const mostApparent = apparent?.value ?? Infinity;', 'apparent?.value ?? Infinity -> apparent?.value'],
      [
        'const watts = WATTS.find((name) => group.fresh(name, trusted, beyond(real?.value ?? Infinity, LEAST_POWER)));',
        'real?.value ?? Infinity -> real?.value',
      ],
    ],
  },
  {
    file: 'src-shared/nut/judge/settle.ts',
    reason: 'Mending by nothing costs more than leaving a value as it came, and comes to the same.',
    mutants: [
      [
        'if (power === 0 || !within(now, SENSIBLE) || mayLack?.(power, now) === false) continue;',
        'power === 0 || !within(now, SENSIBLE) -> !within(now, SENSIBLE)',
      ],
    ],
  },
  {
    file: 'src-shared/nut/judge/settle.ts',
    reason: 'One more on every explanation changes no comparison between two.',
    mutants: [['this.#try(0, 0);', '0 -> 1']],
  },
  {
    file: 'src-shared/nut/judge/settle.ts',
    reason: 'Saves time only: the relations of others were looked at when those were chosen.',
    mutants: [['if (!namesOf(relation).includes(name)) return true;', '!namesOf(relation).includes(name) -> false']],
  },
  {
    file: 'src-shared/nut/judge/voltages.ts',
    reason: 'What the types ask for: nothing lies between no limits.',
    mutants: [
      [
        "const frequency = scene.fresh.get('input.frequency') ?? Number.NaN;",
        "scene.fresh.get('input.frequency') ?? Number.NaN -> scene.fresh.get('input.frequency')",
      ],
    ],
  },
  {
    file: 'src-shared/nut/judge/voltages.ts',
    reason: 'A voltage that is missing is that of no plug, and relates to nothing; one volt is not either.',
    mutants: [
      [
        'const both = SIDES.map((side) => fresh.get(MEASURED[side]) ?? 0);',
        'fresh.get(MEASURED[side]) ?? 0 -> fresh.get(MEASURED[side])',
        '0 -> 1',
      ],
    ],
  },
  {
    file: 'src-shared/nut/plausibility.ts',
    reason: 'What the types ask for: no number is outside of a limit that is missing.',
    mutants: [
      [
        "if (info.min !== undefined && value < info.min) return 'tooLittle';",
        'info.min !== undefined && value < info.min -> value < info.min',
      ],
      [
        "return info.max !== undefined && value > info.max ? 'tooMuch' : undefined;",
        'info.max !== undefined && value > info.max -> value > info.max',
      ],
      [
        "const output = fresh.get('output.voltage.nominal') ?? Number.NaN;",
        "fresh.get('output.voltage.nominal') ?? Number.NaN -> fresh.get('output.voltage.nominal')",
      ],
    ],
  },
  {
    file: 'src-shared/nut/plausibility.ts',
    reason: 'What the types ask for: "undefined" as text is no word of a status.',
    mutants: [
      [
        "const words = new Set(parseStatus(String(vars.get('ups.status') ?? context.status ?? '')).words);",
        "vars.get('ups.status') ?? context.status ?? '' -> vars.get('ups.status') ?? context.status",
      ],
    ],
  },
  {
    file: 'src-shared/nut/plausibility.ts',
    reason: 'What the types ask for: texts were taken out where a number belongs, and only numbers are judged.',
    mutants: [
      [
        "for (const [name, value] of vars) if (typeof value === 'number') fresh.set(name, value);",
        "typeof value === 'number' -> true",
      ],
    ],
  },
  {
    file: 'src-shared/nut/plausibility.ts',
    reason: 'What the types ask for: the judge asks for names of the vocabulary only.',
    mutants: [['const value = isVarName(name) ? context.known?.(name) : undefined;', 'isVarName(name) -> true']],
  },
  {
    file: 'src-shared/nut/plausibility.ts',
    reason:
      'What the types ask for: null is outside of no limits, and the sentences for what is left out have no place for it.',
    mutants: [
      ["const shown = value === null ? '' : written(name, value);", 'value === null -> false'],
      [
        'const value = verdict.value !== null && whyNot(name, verdict.value) === undefined ? verdict.value : null;',
        'verdict.value !== null && … -> …',
      ],
    ],
  },
];
