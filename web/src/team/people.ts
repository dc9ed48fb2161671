import type { TeamMemberProgress, TeamProgress } from "@groundwork/client";
import { css, html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";

import { base, layout } from "../design/base.js";
import { download } from "../download.js";
import { element, GroundworkView, toast } from "../element.js";
import { Loading } from "../loading.js";
import "../ui/button.js";
import "../ui/card.js";
import "../ui/menu.js";
import "../ui/states.js";
import "../ui/status.js";
import "../ui/table.js";
import type { Column } from "../ui/table.js";
import { stepOf } from "./cells.js";
import "./filters.js";
import { filtersOf, isFiltered, noFilters, queryOf, type TeamQuery } from "./query.js";

interface People {
  team: TeamProgress;
  /** What waits for the person who looks at the team, whatever the filters are. */
  waiting: TeamProgress;
}

const pageSize = 50;

/** Who is in the team and how far they are. `query` says what is shown; the event `query` has what is to change. */
@element("gw-team-people")
export class GwTeamPeople extends GroundworkView {
  @property({ attribute: "person-id" }) personId = "";
  @property({ attribute: false }) query: TeamQuery = queryOf("");
  /** What comes before `#` in links to the board. */
  @property() base = "";
  /** The page that is shown, if it is not the first. */
  @state() private page: TeamProgress | undefined;
  /** Where the pages up to this one begin; the first has no cursor. */
  @state() private cursors: readonly string[] = [];
  @state() private turning = false;
  @state() private error: unknown;
  @state() private downloading = false;
  @state() private refreshing = false;

  readonly #departments = new Set<string>();

  readonly #people = new Loading(
    this,
    () => [this.personId],
    async ([personId], signal): Promise<People | undefined> => {
      const id = personId || (await this.api.me()).person?.id;
      if (id === undefined) {
        return undefined;
      }
      const filters = filtersOf(this.query);
      const ask = (query: object) =>
        this.api.GET("/v1/people/{person_id}/team-progress", { params: { path: { person_id: id }, query }, signal });
      const [{ data: team }, { data: waiting }] = await Promise.all([
        ask({ ...filters, limit: pageSize }),
        ask({ awaiting_me: true, sort: "next_due", limit: 100 }),
      ]);
      this.page = undefined;
      this.cursors = [];
      this.error = undefined;
      for (const { department } of [...team.items, ...waiting.items]) {
        if (department) {
          this.#departments.add(department);
        }
      }
      return { team, waiting };
    },
  );

  static override styles = [
    base,
    layout,
    css`
      .totals {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr));
        gap: var(--groundwork-space-3);
      }
      .totals > * {
        display: grid;
        align-content: start;
        gap: var(--groundwork-space-1);
        padding: var(--groundwork-space-4);
        border: 1px solid var(--groundwork-line);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-surface);
        color: inherit;
        text-decoration: none;
      }
      a.total:hover {
        border-color: var(--groundwork-line-strong);
        color: inherit;
      }
      .total .number {
        font-size: var(--groundwork-text-2xl);
        font-weight: 620;
        line-height: 1.15;
        letter-spacing: -0.02em;
        font-variant-numeric: tabular-nums;
      }
      .total .number small {
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-s);
        font-weight: 450;
        letter-spacing: 0;
      }
      .total.critical .number {
        color: var(--groundwork-critical);
      }
      .total.caution .number {
        color: var(--groundwork-caution);
      }
      .waiting {
        display: grid;
        gap: var(--groundwork-space-1);
      }
      .waiting li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--groundwork-space-2) var(--groundwork-space-3);
        padding-block: var(--groundwork-space-2);
      }
      .waiting li + li {
        border-block-start: 1px solid var(--groundwork-line);
      }
      .who {
        flex: 1 1 8rem;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
      .who bdi {
        font-weight: 560;
      }
      .who span {
        display: block;
      }
      .quiet {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-2);
        color: var(--groundwork-text-muted);
      }
      .quiet gw-icon {
        color: var(--groundwork-positive);
      }
      .found {
        scroll-margin-block-start: 5rem;
        min-block-size: 2.25rem;
      }
      gw-table::part(cell) {
        min-inline-size: 0;
      }
    `,
  ];

  // Not an argument of the loading: what is shown stays while the next is loaded, and with it the focus.
  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has("query") && this.#people.value !== undefined) {
      this.refreshing = true;
      void this.#people.reload().finally(() => (this.refreshing = false));
    }
  }

  protected override view() {
    return this.#people.show(
      (people) => (people === undefined ? this.#nobody() : this.#shown(people)),
      () => html`<gw-skeleton lines="8"></gw-skeleton>`,
    );
  }

  #nobody() {
    const { team } = this.t;
    return html`<gw-empty icon="users" heading=${team.nobody} text=${team.nobodyText}></gw-empty>`;
  }

  #shown({ team, waiting }: People) {
    const filtered = isFiltered(this.query);
    if (!filtered && team.totals.people === 0) {
      return this.#nobody();
    }
    return html`<div class="stack">
      ${this.#waiting(waiting)}${this.#totals(team, filtered)}
      <section class="stack tight" aria-label=${this.t.team.people} aria-busy=${this.refreshing || this.turning ? "true" : "false"}><gw-team-filters .query=${this.query} .departments=${[...this.#departments]} @query=${this.#passOn}></gw-team-filters>${this.#list(team, waiting, filtered)}</section>
    </div>`;
  }

  #waiting({ items, totals }: TeamProgress) {
    const { t } = this;
    if (items.length === 0) {
      return html`<p class="quiet"><gw-icon name="check-circle"></gw-icon>${t.team.nobodyWaits}</p>`;
    }
    const count = Math.max(totals.people, items.length);
    const first = [...items].sort((a, b) => stepOf(a).localeCompare(stepOf(b))).slice(0, 5);
    return html`<gw-card tone="accent" heading=${t.team.waiting(count)}>
      ${count > 5
        ? html`<gw-button slot="actions" variant="quiet" size="small" @click=${() => this.#ask({ ...noFilters, awaiting_me: true })}>
            ${t.team.allWaiting(count)}
          </gw-button>`
        : nothing}
      <ul role="list" class="waiting">
        ${first.map((row) => {
          const agrees = stepOf(row) === "manager_agreement";
          return html`<li>
            <gw-avatar name=${row.person.display_name}></gw-avatar>
            <div class="who">
              <bdi>${row.person.display_name}</bdi>
              <span class="small muted">${agrees ? t.team.awaitsAgreement : t.team.awaitsResponse}</span>
            </div>
            ${this.#answer(row, agrees, first[0] === row ? "primary" : "secondary")}
          </li>`;
        })}
      </ul>
    </gw-card>`;
  }

  #answer({ plan_id, person }: TeamMemberProgress, agrees: boolean, variant: "primary" | "secondary") {
    const { team } = this.t;
    const href = `${this.base}#/feedback/${plan_id}${agrees ? "" : "?step=next"}`;
    return html`<gw-button
      size="small"
      variant=${variant}
      href=${href}
      label=${agrees ? team.agreeWith(person.display_name) : team.respondTo(person.display_name)}
    >
      ${agrees ? team.agree : team.respond}
    </gw-button>`;
  }

  #totals({ totals }: TeamProgress, filtered: boolean) {
    const { team } = this.t;
    const { format } = this.locale;
    const { action_items: actions } = totals;
    const number = (value: number, label: string, of?: number) => html`<span class="small muted">${label}</span>
      <span class="number">${format.number(value)}${of === undefined ? nothing : html` <small>${team.of(format.number(of))}</small>`}</span>`;
    const flagged = (flag: "late" | "blocked", value: number, label: string, tone: string) =>
      value === 0 || filtered
        ? html`<div class="total ${value === 0 ? "" : tone}">${number(value, label)}</div>`
        : html`<a
            class="total ${tone}"
            href="${this.base}#/team${this.personId && `/${this.personId}`}?${flag}=true"
            @click=${(event: Event) => this.#follow(event, { ...noFilters, [flag]: true })}
            >${number(value, label)}</a
          >`;
    return html`<div class="totals" role="group" aria-label=${team.totals}>
      <div class="total">${number(totals.with_plan, team.withPlan, totals.people)}</div>
      <div class="total">${number(totals.agreed, team.agreed, totals.people)}</div>
      <div class="total">
        <span class="small muted">${team.progress}</span>
        <span class="number">${format.percent(totals.progress_percent)}</span>
      </div>
      <div class="total">${number(actions.done, team.done, actions.total)}</div>
      ${flagged("late", actions.overdue, team.overdue, "critical")}
      ${flagged("blocked", actions.blocked, team.blocked, "caution")}
    </div>`;
  }

  #list(team: TeamProgress, waiting: TeamProgress, filtered: boolean) {
    const { t } = this;
    const { format } = this.locale;
    const { items: rows, next_cursor: next } = this.page ?? team;
    const before = this.cursors.length * pageSize;
    const mine = new Set(waiting.items.map(({ plan_id }) => plan_id));
    return html`<div class="row spread found">
        <span class="muted small" role="status">${t.team.found(team.totals.people)}</span>
        <div class="row">
          ${filtered
            ? html`<gw-button size="small" variant="quiet" icon="close" @click=${() => this.#ask(noFilters)}>${t.team.clear}</gw-button>`
            : nothing}
          <gw-button size="small" variant="quiet" icon="download" ?busy=${this.downloading} @click=${() => void this.#download()}>
            ${t.team.download}
          </gw-button>
        </div>
      </div>
      ${rows.length === 0
        ? html`<gw-empty icon="search" heading=${t.team.noneFits} text=${t.team.noneFitsText}>
            <gw-button @click=${() => this.#ask(noFilters)}>${t.team.clear}</gw-button>
          </gw-empty>`
        : html`${!filtered && team.totals.with_plan === 0
              ? html`<gw-empty icon="target" heading=${t.team.noPlans} text=${t.team.noPlansText}></gw-empty>`
              : nothing}
            <gw-table
              caption=${t.team.caption}
              .columns=${this.#columns(mine)}
              .rows=${rows}
              sort=${this.query.sort}
              @sort=${(event: CustomEvent<TeamQuery["sort"]>) => this.#ask({ sort: event.detail })}
            ></gw-table>`}
      ${this.error === undefined ? nothing : html`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      ${before === 0 && next === null
        ? nothing
        : html`<div class="row">
            <gw-button ?disabled=${before === 0} @click=${() => void this.#turn(this.cursors.slice(0, -1))}>
              ${t.team.previous}
            </gw-button>
            <gw-button ?disabled=${next === null} @click=${() => void this.#turn([...this.cursors, next ?? ""])}>
              ${t.team.next}
            </gw-button>
            <span class="muted small" role="status">${t.team.range(format.number(before + 1), format.number(before + rows.length))}</span>
          </div>`}`;
  }

  #columns(mine: ReadonlySet<string | null>): Column<TeamMemberProgress>[] {
    const { team, common } = this.t;
    const { format } = this.locale;
    return [
      { id: "name", label: team.name, sortable: true, cell: (row) => html`<gw-team-name .row=${row} base=${this.base}></gw-team-name>` },
      {
        id: "state",
        label: team.state,
        cell: (row) => html`<gw-team-state .row=${row} ?mine=${row.plan_id !== null && mine.has(row.plan_id)}></gw-team-state>`,
      },
      {
        id: "progress",
        label: team.progress,
        sortable: true,
        cell: (row) =>
          row.action_items.total === 0
            ? team.none
            : html`<gw-progress show-value value=${row.progress_percent} label=${team.progressOf(row.person.display_name)}></gw-progress>`,
      },
      { id: "overdue", label: team.open, sortable: true, cell: (row) => html`<gw-team-open .row=${row}></gw-team-open>` },
      {
        id: "next_due",
        label: team.nextDue,
        sortable: true,
        short: true,
        cell: (row) => (row.next_due_on === null ? team.none : format.date(row.next_due_on)),
      },
      {
        id: "last_progress",
        label: team.lastProgress,
        sortable: true,
        cell: (row) => (row.last_progress_at === null ? team.none : format.relative(row.last_progress_at)),
      },
      {
        id: "actions",
        label: common.more,
        align: "end",
        cell: (row) =>
          row.figures_only
            ? nothing
            : html`<gw-menu
                label=${team.more(row.person.display_name)}
                .items=${[
                  ...(row.plan_id === null
                    ? []
                    : [
                        { id: "plan", label: team.openPlan, icon: "target" as const },
                        { id: "feedback", label: team.openFeedback, icon: "message" as const },
                      ]),
                  { id: "handover", label: team.takeOver, icon: "flag" as const },
                ]}
                @select=${(event: CustomEvent<string>) => this.#open(event.detail, row)}
              ></gw-menu>`,
      },
    ];
  }

  #open(what: string, { plan_id, person }: TeamMemberProgress): void {
    const address = what === "handover" ? `/team/${person.id}/handover` : `/${what}/${plan_id}`;
    location.assign(`${this.base}#${address}`);
  }

  #follow(event: Event, change: Partial<TeamQuery>): void {
    const { ctrlKey, metaKey, shiftKey } = event as MouseEvent;
    if (!ctrlKey && !metaKey && !shiftKey) {
      event.preventDefault();
      this.#ask(change);
    }
  }

  readonly #passOn = (event: CustomEvent<Partial<TeamQuery>>): void => this.#ask(event.detail);

  #ask(change: Partial<TeamQuery>): void {
    this.dispatchEvent(new CustomEvent("query", { detail: change }));
  }

  async #path() {
    return { person_id: this.personId || ((await this.api.me()).person?.id ?? "") };
  }

  /** Shows another page. Only one is there at a time, so that a large team is as quick as a small one. */
  async #turn(cursors: readonly string[]): Promise<void> {
    if (this.turning) {
      return;
    }
    const asked = this.query;
    this.turning = true;
    this.error = undefined;
    try {
      const query = { ...filtersOf(asked), limit: pageSize, cursor: cursors.at(-1) };
      const { data } = await this.api.GET("/v1/people/{person_id}/team-progress", { params: { path: await this.#path(), query } });
      // Another order or filter may have been chosen meanwhile.
      if (asked === this.query) {
        this.page = data;
        this.cursors = cursors;
        await this.updateComplete;
        this.renderRoot.querySelector(".found")?.scrollIntoView({ block: "start" });
      }
    } catch (error) {
      this.error = error;
    } finally {
      this.turning = false;
    }
  }

  async #download(): Promise<void> {
    this.downloading = true;
    try {
      const { data } = await this.api.GET("/v1/people/{person_id}/team-progress", {
        params: { path: await this.#path(), query: filtersOf(this.query) },
        headers: { Accept: "text/csv" },
        parseAs: "blob",
      });
      download(data, this.t.team.file);
      toast(this, this.t.team.downloaded);
    } catch (error) {
      this.error = error;
    } finally {
      this.downloading = false;
    }
  }
}
