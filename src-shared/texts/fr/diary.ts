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
    nothingStandsOut: 'Aucune heure ni aucun jour de la semaine ne ressort plus que le hasard ne l’expliquerait.',
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
      hours: 'Dans {{inside}}\u00a0heures sur les {{all}} où cela s’est produit.',
      days: 'Lors de {{inside}}\u00a0jours sur les {{all}} où cela s’est produit.',
    },
    week: 'La semaine heure par heure',
    grid: '{{kind}} par jour de la semaine et par heure',
    day: 'Jour',
    cell: '{{day}}, {{hour}}\u202f: {{count}}. Enregistré pendant {{recorded}}.',
    notRecorded: '{{day}}, {{hour}}\u202f: jamais enregistré',
    choose: 'Choisissez une heure pour n’afficher que ce qui y a commencé.',
    chosen_one:
      '{{day}}, de {{from}} à {{to}}\u202f: {{count}} entrée a commencé à cette heure de la semaine. Elle figure seule ci-dessous.',
    chosen_many:
      '{{day}}, de {{from}} à {{to}}\u202f: {{count}} entrées ont commencé à cette heure de la semaine. Seules celles-ci figurent ci-dessous.',
    chosen_other:
      '{{day}}, de {{from}} à {{to}}\u202f: {{count}} entrées ont commencé à cette heure de la semaine. Seules celles-ci figurent ci-dessous.',
    showAll: 'Afficher toutes les heures',
    legendNone: 'jamais enregistré',
    legendSome: 'plus souvent',
    zone: 'Les heures sont celles du fuseau horaire {{zone}}, où Mainstay fonctionne.',
    how: 'D’où viennent ces constats',
    nominal: {
      reported: 'La tension nominale est de {{volts}}, selon l’onduleur.',
      inferred:
        'La tension nominale est supposée être de {{volts}}, d’après les mesures\u202f: l’onduleur n’en communique pas, ou en communique une que ses mesures contredisent.',
    },
    bounds:
      'Un creux est une mesure sous {{low}} (90\u202f% de la tension nominale), une surtension une mesure au-dessus de {{high}} (110\u202f%), selon les limites fixées par EN 50160 et IEEE 1159. Sous 10\u202f%, cela compte comme temps sur batterie.',
    missed:
      'La plupart des creux durent moins d’une seconde. Mainstay n’interroge l’onduleur que toutes les quelques secondes\u202f: un creux bref n’est vu que si une mesure tombe dedans, et il y en a eu plus qu’il n’en figure ici. Élévations, abaissements et transferts sont signalés par l’onduleur lui-même.',
    coarse:
      'Le début et la durée sont connus à la seconde près pour le dernier jour, à la minute près pour un mois, et au quart d’heure près auparavant.',
    chance:
      'Un moment n’est dit remarquable que si moins d’une permutation au hasard des mêmes jours sur mille paraît aussi inégale, si cela s’est produit au moins cinq fois en trois semaines ou plus, et deux fois plus souvent qu’avec une répartition égale.',
    recorded: 'Enregistré dans cette période\u202f: {{time}}.',
    list: 'Journal',
    entries: 'Entrées du journal',
    columns: { begin: 'Début', kind: 'Événement', length: 'Durée', volts: 'Tension' },
    notSeen: 'fin non observée',
    upTo: 'jusqu’à {{time}}',
    more: 'Seules les {{shown}} entrées les plus récentes figurent ici\u202f; le fichier CSV les contient toutes.',
    emptyTitle: 'Rien d’enregistré pour cette période',
    emptyText:
      'Le journal s’écrit à partir de ce que Mainstay enregistre tant qu’il fonctionne. Choisissez une période plus longue ou revenez plus tard.',
    quiet:
      'Rien à signaler\u202f: aucun creux, aucune surtension, aucune élévation, aucun abaissement et aucune coupure n’a été observé.',
    ofKindNone: 'Aucun cas observé pendant cette période.',
    csv: 'Enregistrer en CSV',
    print: 'Imprimer',
    printTitle: 'Journal de la qualité du secteur',
    printed: 'Imprimé le {{time}}. Les heures sont celles du fuseau horaire {{zone}}.',
  },
};
