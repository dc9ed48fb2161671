/** Days (`2026-05-01`) and times (`09:30`) of a time zone, and the instants that they stand for. */
export interface LocalTime {
  day: string;
  time: string;
}

/** The person's zone if this browser knows it, else the browser's own. */
export function zoneOr(zone: string | undefined | null): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone ?? undefined }).resolvedOptions().timeZone;
  } catch {
    return new Intl.DateTimeFormat("en").resolvedOptions().timeZone;
  }
}

/** What clocks in the zone show at the instant. */
export function localTimeOf(instant: Date, zone: string): LocalTime {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return { day: `${parts["year"]}-${parts["month"]}-${parts["day"]}`, time: `${parts["hour"]}:${parts["minute"]}` };
}

/** The instant at which clocks in the zone show the time; in the hour that a change of clocks leaves out, one near it. */
export function instantOf({ day, time }: LocalTime, zone: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  let instant = wanted;
  // The offset at the first guess may be that of the other side of a change of clocks.
  for (let guess = 0; guess < 2; guess++) {
    const shown = localTimeOf(new Date(instant), zone);
    instant += wanted - Date.parse(`${shown.day}T${shown.time}:00Z`);
  }
  return new Date(instant);
}

/** The day so many days later. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
