/** The countdown, in its window, as a banner and in the outage view. */
export const countdown = {
  countdown: {
    label: 'Countdown',
    left: 'Time left of the countdown',
    at: 'At {{time}}',
    aloud: '{{what}} less than {{time}}.',
    show: 'Show countdown',
    open: 'Open Mainstay',
    cancel: 'Cancel the countdown',
    postpone: 'Postpone',
    postponeBy: 'Postpone by {{time}}',
    after: 'Afterwards {{name}} cuts its output, and gives it back when mains is there.',
    afterNot: '{{name}} stays on afterwards.',
    noPostpone: 'Cannot be postponed: {{why}}',
    noCancel: 'Cannot be cancelled: {{why}}',
    now: {
      shutdown: 'Shut down now',
      hibernate: 'Hibernate now',
      sleep: 'Sleep now',
      command: 'Run the command now',
    },
    nowTitle: '{{what}}?',
    nowText: {
      shutdown:
        'This computer shuts down at once, without the rest of the countdown. Programs are asked to end; what is not saved is lost.',
      hibernate:
        'This computer hibernates at once, without the rest of the countdown. What is open is kept on its disk.',
      sleep:
        'This computer sleeps at once, without the rest of the countdown. What is not saved is lost when the battery runs out.',
      command: 'Your own command runs at once, without the rest of the countdown. This computer stays on.',
    },
    practise: 'Practise it now',
    practice: 'Nothing will really be shut down.',
    nowPractice: 'The last step is practised at once. Nothing will really be shut down.',
    over: 'The countdown is over; nothing is left to bring forward.',
    committed: {
      shutdown: 'Shutting down now',
      hibernate: 'Hibernating now',
      sleep: 'Going to sleep now',
      command: 'Your command is running',
    },
    committedPractice: 'The last step is practised',
    noneTitle: 'No countdown is running',
    noneText: 'Nothing is about to be shut down.',
    noneOnBattery: 'This computer is on battery, but no trigger holds yet.',
  },
};
