/** "10 minutes", "1 hour 5 minutes", "45 seconds": as exact as a person would say it. */
export function spokenLength(totalSeconds: number): string {
  const whole = Math.round(totalSeconds);
  if (whole < 60) return count(whole, 'second');
  const minutes = Math.round(whole / 60);
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return count(minutes, 'minute');
  return minutes % 60 === 0
    ? count(hours, 'hour')
    : `${count(hours, 'hour')} ${count(minutes % 60, 'minute')}`;
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
