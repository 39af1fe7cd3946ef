/** Why a reply holds no value, and why a value cannot be sent: what drivers have in common. */
export const driverKit = {
  reply: {
    blank: 'leer gelassen',
    filled: 'gefüllt mit „{{text}}“',
    notNumber: '„{{text}}“ ist keine Zahl',
    controlCharacters: 'enthält Steuerzeichen',
    zeros: 'gefüllt mit Nullen',
    tooShort: 'die Antwort ist zu kurz',
    means: 'der Agent sendet {{number}}, was „nicht bekannt“ bedeutet',
    allOnes: 'alle Bits sind gesetzt ({{raw}}), was „nicht gesetzt“ bedeutet',
    impossible: 'der Agent sendet {{number}}, was unmöglich ist',
    notText: 'der Agent sendet {{type}}, wo Text hingehört',
    notInMib: 'der Agent sendet {{number}}, das die MIB nicht kennt',
    notNumberOfAgent: 'der Agent sendet {{type}} {{value}}, was keine Zahl ist',
    noValueFor: 'das Gerät sendete {{raw}}; das steht für keinen Wert',
    wholeSeconds: 'Geben Sie ganze Sekunden an, etwa „30“.',
    giveNumber: 'Geben Sie eine Zahl von {{min}} bis {{max}} an.',
    argument: {
      seconds: 'Sekunden',
      off: 'Sekunden bis zum Ausschalten',
      offAndOn: 'Sekunden bis zum Ausschalten und dann bis zum Wiedereinschalten',
      testLength: 'Dauer des Tests',
    },
  },
};
