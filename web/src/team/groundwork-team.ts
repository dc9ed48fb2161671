import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";

import { layout, base } from "../design/base.js";
import { element, GroundworkView } from "../element.js";
import { currentAddress } from "../router.js";
import "../ui/tabs.js";
import type { GwTabs } from "../ui/tabs.js";
import "./history.js";
import "./people.js";
import "./promises.js";
import { queryOf, searchOf, views, type TeamQuery, type TeamView } from "./query.js";

/**
 * How the plans of a team progress, what the person who is signed in has promised, and how it has come about. In the
 * board the address says what is shown, so that it can be linked.
 */
@element("groundwork-team")
export class GroundworkTeam extends GroundworkView {
  /** Whose team; without it that of the person who is signed in. */
  @property({ attribute: "person-id" }) personId = "";
  @state() private query: TeamQuery = queryOf("");
  #address = "";

  static override styles = [
    base,
    layout,
    css`
      .page-head {
        margin-block-end: var(--groundwork-space-4);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#address = currentAddress();
    window.addEventListener("hashchange", this.#read);
    this.#read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("hashchange", this.#read);
  }

  get #portal(): boolean {
    return this.getToken !== undefined || this.baseUrl !== "";
  }

  readonly #read = (): void => {
    // An address of another view is already there while that view is loaded.
    if (!this.#portal && currentAddress() === this.#address) {
      this.query = queryOf(location.hash.split("?")[1] ?? "");
    }
  };

  protected override view() {
    const { team } = this.t;
    const labels: Record<TeamView, string> = { people: team.people, promises: team.promises, history: team.history };
    const shown = views.filter((view) => view !== "promises" || this.personId === "");
    return html`<div class="page-head"><h1>${team.title}</h1></div>
      <gw-tabs
        label=${team.tabs}
        .tabs=${shown.map((id) => ({ id, label: labels[id] }))}
        selected=${this.query.view}
        @select=${(event: Event) => this.#ask({ view: (event.target as GwTabs).selected as TeamView })}
      >
        ${this.#part()}
      </gw-tabs>`;
  }

  #part() {
    const { query } = this;
    const board = this.#portal ? `${this.baseUrl}/board/` : "";
    const ask = (event: CustomEvent<Partial<TeamQuery>>) => this.#ask(event.detail);
    switch (query.view) {
      case "people":
        return html`<gw-team-people slot="people" person-id=${this.personId} base=${board} .query=${query} @query=${ask}></gw-team-people>`;
      case "promises":
        return this.personId === "" ? html`<gw-team-promises slot="promises" base=${board}></gw-team-promises>` : nothing;
      case "history":
        return html`<gw-team-history slot="history" person-id=${this.personId} .query=${query} @query=${ask}></gw-team-history>`;
    }
  }

  /** Replaces the address: filters are no steps to go back through, and the focus stays where it is. */
  #ask(change: Partial<TeamQuery>): void {
    this.query = { ...this.query, ...change };
    if (!this.#portal) {
      const [address] = location.hash.split("?");
      const search = searchOf(this.query);
      history.replaceState(null, "", search === "" ? address : `${address}?${search}`);
    }
  }
}
