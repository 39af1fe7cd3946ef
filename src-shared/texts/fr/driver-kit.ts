/** Why a reply holds no value, and why a value cannot be sent: what drivers have in common. */
export const driverKit = {
  reply: {
    blank: 'laissé vide',
    filled: 'rempli de «\u202f{{text}}\u202f»',
    notNumber: '«\u202f{{text}}\u202f» n’est pas un nombre',
    controlCharacters: 'contient des caractères de contrôle',
    zeros: 'rempli de zéros',
    tooShort: 'la réponse est trop courte',
    means: 'l’agent envoie {{number}}, ce qui veut dire «\u202finconnu\u202f»',
    allOnes: 'tous les bits sont à 1 ({{raw}}), ce qui veut dire «\u202fnon défini\u202f»',
    impossible: 'l’agent envoie {{number}}, ce qui est impossible',
    notText: 'l’agent envoie {{type}} là où l’on attend du texte',
    notInMib: 'l’agent envoie {{number}}, que la MIB ne connaît pas',
    notNumberOfAgent: 'l’agent envoie {{type}} {{value}}, qui n’est pas un nombre',
    noValueFor: 'l’appareil a envoyé {{raw}}, qui ne correspond à aucune valeur',
    wholeSeconds: 'Indiquez un nombre entier de secondes, comme «\u202f30\u202f».',
    giveNumber: 'Indiquez un nombre de {{min}} à {{max}}.',
    argument: {
      seconds: 'Secondes',
      off: 'Secondes avant la coupure',
      offAndOn: 'Secondes avant la coupure, puis avant le rétablissement',
      testLength: 'Durée du test',
    },
  },
};
