/** The battery. */
export const battery = {
  battery: {
    state: 'State',
    tests: 'Self-tests',
    testsText: 'A self-test runs the load on battery for a while. Save your work first if the battery is old.',
    noTests: 'This UPS offers no self-test over its connection.',
    age: 'Age',
    ageText: 'Installed {{date}}, {{time}} ago.',
    noDate: 'The UPS does not report when its battery was installed.',
    later:
      'Here will also be: the runtime learned from this battery’s real discharges beside the reported one, the trend of its capacity, the month in which it will need replacing, a schedule for self-tests with their results, and a guide for the replacement.',
  },
};
