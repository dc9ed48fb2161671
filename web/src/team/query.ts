import type { ReadTeamProgressScope, ReadTeamProgressSort, ReadTeamProgressStatus, ReadTeamHistoryInterval } from "@groundwork/client";

export const views = ["people", "promises", "history"] as const;
export type TeamView = (typeof views)[number];

export const statuses = ["none", "draft", "shared", "agreed", "completed"] as const satisfies readonly ReadTeamProgressStatus[];
export const sorts = [
  "-overdue",
  "next_due",
  "progress",
  "-progress",
  "last_progress",
  "-last_progress",
  "name",
  "-name",
  "overdue",
  "-next_due",
] as const satisfies readonly ReadTeamProgressSort[];
export const flags = ["awaiting_me", "late", "blocked"] as const;
export type Flag = (typeof flags)[number];
const scopes = ["reports", "subtree"] as const satisfies readonly ReadTeamProgressScope[];
const intervals = ["week", "month"] as const satisfies readonly ReadTeamHistoryInterval[];

/** What a link to the team's page says: the part, the filters and the order. */
export interface TeamQuery {
  view: TeamView;
  scope: ReadTeamProgressScope;
  sort: ReadTeamProgressSort;
  interval: ReadTeamHistoryInterval;
  status: ReadTeamProgressStatus | undefined;
  department: string | undefined;
  silent_days: number | undefined;
  awaiting_me: boolean;
  late: boolean;
  blocked: boolean;
}

/** Reads what is behind the `?` of an address; what makes no sense is left out. */
export function queryOf(search: string): TeamQuery {
  const said = new URLSearchParams(search);
  const one = <Value extends string>(name: string, values: readonly Value[]): Value | undefined =>
    values.find((value) => value === said.get(name));
  const days = Number(said.get("silent_days"));
  return {
    view: one("view", views) ?? "people",
    scope: one("scope", scopes) ?? "reports",
    sort: one("sort", sorts) ?? "-overdue",
    interval: one("interval", intervals) ?? "week",
    status: one("status", statuses),
    department: said.get("department") || undefined,
    silent_days: Number.isInteger(days) && days > 0 && days <= 3650 ? days : undefined,
    awaiting_me: said.get("awaiting_me") === "true",
    late: said.get("late") === "true",
    blocked: said.get("blocked") === "true",
  };
}

const usual = queryOf("");

/** The part of the address behind the `?`, only with what differs from the usual. */
export function searchOf(query: TeamQuery): string {
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== usual[name as keyof TeamQuery]) {
      said.set(name, String(value));
    }
  }
  return said.toString();
}

/** The filters and the order, as the service takes them. */
export function filtersOf({ scope, sort, status, department, silent_days, ...query }: TeamQuery) {
  return {
    scope,
    sort,
    status,
    department,
    silent_days,
    awaiting_me: query.awaiting_me || undefined,
    late: query.late || undefined,
    blocked: query.blocked || undefined,
  };
}

export const isFiltered = (query: TeamQuery): boolean =>
  flags.some((flag) => query[flag]) || [query.status, query.department, query.silent_days].some((value) => value !== undefined);

export const noFilters = {
  awaiting_me: false,
  late: false,
  blocked: false,
  status: undefined,
  department: undefined,
  silent_days: undefined,
} satisfies Partial<TeamQuery>;
