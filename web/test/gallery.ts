import { css, html } from "lit";
import { state } from "lit/decorators.js";

import { base, layout } from "../src/design/base.js";
import { GroundworkElement, toast } from "../src/element.js";
import "../src/ui/button.js";
import "../src/ui/card.js";
import "../src/ui/dialog.js";
import "../src/ui/disclosure.js";
import "../src/ui/field.js";
import "../src/ui/menu.js";
import type { GwToasts } from "../src/ui/states.js";
import "../src/ui/states.js";
import "../src/ui/status.js";
import type { Column } from "../src/ui/table.js";
import "../src/ui/table.js";
import "../src/ui/tabs.js";

interface Member {
  name: string;
  percent: number;
  due: string;
}

const team: Member[] = [
  { name: "Ana Silva", percent: 62, due: "2026-12-04" },
  { name: "Ravi Menon", percent: 83, due: "2027-01-15" },
];

/** Every base element, to look at and to test: `npm run dev`, then /board/test/gallery.html. */
class Gallery extends GroundworkElement {
  @state() private open = false;
  @state() private sort = "name";

  static override styles = [
    base,
    layout,
    css`
      :host {
        background: var(--groundwork-canvas);
      }
      main {
        max-inline-size: 60rem;
        margin: auto;
        padding: var(--groundwork-space-5) var(--groundwork-space-4);
      }
    `,
  ];

  readonly #columns: Column<Member>[] = [
    {
      id: "name",
      label: "Name",
      sortable: true,
      cell: ({ name }) => html`<gw-avatar size="small" name=${name}></gw-avatar> ${name}`,
    },
    { id: "status", label: "Plan", cell: () => html`<gw-status plan="agreed"></gw-status>` },
    {
      id: "progress",
      label: "Progress",
      sortable: true,
      cell: ({ percent, name }) => html`<gw-progress show-value value=${percent} label="Progress of ${name}"></gw-progress>`,
    },
    { id: "due", label: "Next due", align: "end", cell: ({ due }) => this.locale.format.date(due) },
  ];

  protected override render() {
    const verdicts = [
      { value: "yes", label: "Yes" },
      { value: "partly", label: "Partly" },
      { value: "no", label: "No" },
    ];
    return html`<main class="stack" @groundwork-toast=${(event: CustomEvent<{ text: string; tone: "positive" }>) =>
      this.renderRoot.querySelector<GwToasts>("gw-toasts")?.show(event.detail.text, event.detail.tone)}>
      <h1>Base elements</h1>
      <div class="row">
        <gw-button variant="primary" icon="share" @click=${() => (this.open = true)}>Share</gw-button>
        <gw-button @click=${() => toast(this.renderRoot.querySelector("h1") ?? this, "Saved")}>Save</gw-button>
        <gw-button variant="quiet">Quiet</gw-button>
        <gw-button variant="danger" size="small" icon="trash">Delete</gw-button>
        <gw-button busy>Busy</gw-button>
        <gw-button disabled>Disabled</gw-button>
        <gw-button label="Edit" icon="edit" variant="quiet"></gw-button>
        <gw-menu label="More" .items=${[{ id: "a", label: "Archive", icon: "lock" as const }, { id: "b", label: "Delete" }]}></gw-menu>
      </div>
      <div class="row">
        ${(["draft", "shared", "agreed", "completed", "archived"] as const).map(
          (plan) => html`<gw-status plan=${plan}></gw-status>`,
        )}
        ${(["not_started", "in_progress", "blocked", "done", "cancelled"] as const).map(
          (item) => html`<gw-status item=${item}></gw-status>`,
        )}
        <gw-pill tone="caution" icon="clock">2 overdue</gw-pill>
      </div>
      <gw-card heading="Short-term objective">
        <gw-pill slot="actions" tone="positive" icon="check">Answered</gw-pill>
        <div class="stack">
          <gw-text-field label="In one sentence" hint="What will be different in a year?" value="Lead the research of one product"></gw-text-field>
          <gw-text-field label="In detail" multiline value="Plan and run its studies"></gw-text-field>
          <gw-text-field label="Until" type="date" error="The date is after the end of the plan."></gw-text-field>
          <gw-select label="Kind" .options=${[{ value: "a", label: "New assignment" }, { value: "b", label: "Current role" }]} value="b"></gw-select>
          <gw-choice label="Is it achievable?" .options=${verdicts} value="partly"></gw-choice>
          <gw-choice label="It serves" multiple .options=${[{ value: "s", label: "Short term" }, { value: "l", label: "Long term", hint: "In five years" }]} .values=${["l"]}></gw-choice>
        </div>
      </gw-card>
      <gw-card tone="accent" heading="Ben has answered">
        <p>Three points to read, one to accept.</p>
      </gw-card>
      <gw-card heading="Team">
        <gw-table caption="Team" .columns=${this.#columns} .rows=${team} .sort=${this.sort}></gw-table>
      </gw-card>
      <gw-tabs label="Plan" .tabs=${[{ id: "answers", label: "Answers" }, { id: "actions", label: "Actions", count: 6 }]}>
        <p slot="answers">All eight answers.</p>
        <p slot="actions">All six actions.</p>
      </gw-tabs>
      <gw-disclosure label="What changed since"><p>The summary.</p></gw-disclosure>
      <gw-compare><p slot="before">Lead a team</p><p slot="after">Lead the research of one product</p></gw-compare>
      <gw-error inline .error=${new TypeError("offline")}></gw-error>
      <gw-empty heading="No actions yet" text="Small, concrete steps for the next twelve months."><gw-button variant="primary" icon="plus">Add an action</gw-button></gw-empty>
      <gw-error .error=${new Error("server")}></gw-error>
      <gw-skeleton></gw-skeleton>
      <gw-dialog heading="Share with Ben?" ?open=${this.open} @close=${() => (this.open = false)}>
        <p>Ben sees this version. What you change later stays yours until you share again.</p>
        <gw-text-field label="A word to Ben" multiline></gw-text-field>
        <gw-button slot="footer" @click=${() => (this.open = false)}>Cancel</gw-button>
        <gw-button slot="footer" variant="primary">Share</gw-button>
      </gw-dialog>
      <gw-toasts></gw-toasts>
    </main>`;
  }
}
customElements.define("test-gallery", Gallery);
