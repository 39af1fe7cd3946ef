/** The power-quality diary. */
export const diary = {
  diary: {
    range: 'Période',
    ranges: { '30d': '30\u00a0j', '90d': '90\u00a0j', '1y': '1\u00a0an' },
    kind: 'Que montrer',
    all: 'Tout',
    kinds: {
      sag: 'Creux de tension',
      swell: 'Surtensions',
      boost: 'Élévations',
      trim: 'Abaissements',
      battery: 'Sur batterie',
    },
    one: {
      sag: 'Creux de tension',
      swell: 'Surtension',
      boost: 'Élévation',
      trim: 'Abaissement',
      battery: 'Sur batterie',
    },
    what: {
      sag: 'Secteur sous {{volts}}',
      swell: 'Secteur au-dessus de {{volts}}',
      boost: 'L’onduleur a élevé la tension',
      trim: 'L’onduleur a abaissé la tension',
      battery: 'La batterie a alimenté la charge',
    },
    noVoltage: 'L’onduleur ne communique pas la tension du secteur',
    totals: 'Ce qui s’est passé',
    standsOut: 'Ce qui ressort',
    nothingStandsOut: 'Aucune heure et aucun jour de la semaine ne ressort plus que le hasard ne l’explique.',
    pattern: {
      hours:
        '{{kind}}\u202f: surtout entre {{from}} et {{to}}, {{times}} fois plus souvent que si l’heure n’avait pas d’influence.',
      workdays:
        '{{kind}}\u202f: surtout en semaine entre {{from}} et {{to}}, {{times}} fois plus souvent que si le moment n’avait pas d’influence.',
      weekend:
        '{{kind}}\u202f: surtout le week-end entre {{from}} et {{to}}, {{times}} fois plus souvent que si le moment n’avait pas d’influence.',
      someDays:
        '{{kind}}\u202f: surtout entre {{from}} et {{to}} ({{days}}), {{times}} fois plus souvent que si le moment n’avait pas d’influence.',
      days: '{{kind}}\u202f: surtout {{days}}, {{times}} fois plus souvent que si le jour n’avait pas d’influence.',
    },
    support: {
      hours: 'Dans {{inside}} des {{all}} heures où cela s’est produit.',
      days: 'Pendant {{inside}} des {{all}} jours où cela s’est produit.',
    },
    week: 'Heures de la semaine',
    grid: '{{kind}} par jour de la semaine et par heure',
    day: 'Jour',
    cell: '{{day}}, {{hour}}\u202f: {{count}}. Enregistré pendant {{recorded}}.',
    notRecorded: '{{day}}, {{hour}}\u202f: jamais enregistré',
    choose: 'Choisissez une heure pour ne voir que ce qui y a commencé.',
    chosen_one:
      '{{day}}, de {{from}} à {{to}}\u202f: {{count}} entrée a commencé à cette heure de la semaine. Elle seule figure ci-dessous.',
    chosen_many:
      '{{day}}, de {{from}} à {{to}}\u202f: {{count}} d’entrées ont commencé à cette heure de la semaine. Elles seules figurent ci-dessous.',
    chosen_other:
      '{{day}}, de {{from}} à {{to}}\u202f: {{count}} entrées ont commencé à cette heure de la semaine. Elles seules figurent ci-dessous.',
    showAll: 'Afficher toutes les heures',
    legendNone: 'jamais enregistré',
    legendSome: 'plus souvent',
    zone: 'Les heures sont comptées dans le fuseau horaire {{zone}}, où fonctionne Mainstay.',
    how: 'D’où vient ce constat',
    nominal: {
      reported: 'La tension nominale est de {{volts}}, comme le communique l’onduleur.',
      inferred:
        'La tension nominale est supposée être de {{volts}}, d’après les mesures\u202f: l’onduleur n’en communique pas, ou en communique une que ses mesures démentent.',
    },
    bounds:
      'Un creux est une mesure sous {{low}} (90\u202f% de la tension nominale), une surtension une mesure au-dessus de {{high}} (110\u202f%), comme le fixent EN 50160 et IEEE 1159. Sous 10\u202f%, cela compte comme temps sur batterie.',
    missed:
      'La plupart des creux durent moins d’une seconde. Mainstay interroge l’onduleur toutes les quelques secondes\u202f; un creux bref n’est donc vu que si une mesure tombe dedans\u202f: il y en a eu plus qu’il n’en figure ici. Élévations, abaissements et transferts sont ce que l’onduleur communique lui-même.',
    coarse:
      'Le début et la durée sont connus à la seconde près pour le dernier jour, à la minute près pour un mois, et au quart d’heure près auparavant.',
    chance:
      'Un moment n’est dit remarquable que si moins d’un brassage sur mille des mêmes jours paraît aussi inégal, si cela s’est produit au moins cinq fois en trois semaines ou plus, et deux fois plus souvent qu’avec une répartition égale.',
    recorded: '{{time}} enregistrés dans cette période.',
    list: 'Journal',
    entries: 'Entrées du journal',
    columns: { begin: 'Début', kind: 'Quoi', length: 'Durée', volts: 'Tension' },
    notSeen: 'fin non observée',
    upTo: 'jusqu’à {{time}}',
    more: 'Les {{shown}} plus récents figurent ici\u202f; le CSV les contient tous.',
    emptyTitle: 'Rien d’enregistré pour cette période',
    emptyText:
      'Le journal s’écrit à partir de ce que Mainstay enregistre tant qu’il fonctionne. Choisissez une période plus longue ou revenez plus tard.',
    quiet:
      'Rien à signaler\u202f: aucun creux, aucune surtension, aucune élévation, aucun abaissement et aucune coupure n’a été observé.',
    ofKindNone: 'Rien de tel n’a été observé pendant cette période.',
    csv: 'Enregistrer en CSV',
    print: 'Imprimer',
    printTitle: 'Journal de la qualité du courant',
    printed: 'Imprimé le {{time}}. Les heures sont comptées dans le fuseau horaire {{zone}}.',
  },
};
