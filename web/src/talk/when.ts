import type { Discussion } from "@groundwork/client";

import type { Api } from "../api.js";
import { download } from "../download.js";
import type { Locale } from "../i18n/locale.js";
import { localTimeOf } from "./zone.js";

/** "Tuesday, 17 March 2026" */
export function dayOf({ starts_at }: Discussion, { format }: Locale): string {
  return format.date(starts_at, { dateStyle: "full" });
}

/** "10:00 – 11:00", and the day of the end if that is another. */
export function hoursOf({ starts_at, ends_at }: Discussion, { format }: Locale): string {
  const sameDay = format.date(starts_at) === format.date(ends_at);
  return `${format.date(starts_at, { timeStyle: "short" })} – ${sameDay ? format.date(ends_at, { timeStyle: "short" }) : format.time(ends_at)}`;
}

/** "tomorrow", "in 3 days"; on the day itself "in 2 hours". */
export function untilStart({ starts_at }: Discussion, { format }: Locale, zone: string): string {
  const { day } = localTimeOf(new Date(starts_at), zone);
  return format.relative(day === format.today() ? starts_at : day);
}

/** Saves the talk as a file for calendar programs. */
export async function downloadCalendar(api: Api, { id, starts_at }: Discussion): Promise<void> {
  const path = { discussion_id: id };
  const { data } = await api.GET("/v1/discussions/{discussion_id}/calendar.ics", { params: { path }, parseAs: "text" });
  download(new Blob([data], { type: "text/calendar" }), `${starts_at.slice(0, 10)}.ics`);
}
