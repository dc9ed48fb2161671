import type { ActionItem, ActionItemLink, Answer, CreateActionItem, Horizon, UpdateActionItem } from "@groundwork/client";
import { consume } from "@lit/context";
import { css, html, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";

import { apiContext, unlessChanged, type Api } from "../api.js";
import { base, layout } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";
import "../ui/button.js";
import "../ui/field.js";
import type { GwTextField } from "../ui/field.js";
import "../ui/states.js";
import "./links-field.js";
import { written as writtenLinks, type GwLinksField } from "./links-field.js";
import "./templates.js";
import { filledBy, refill, type Picked } from "./templates.js";

type Value = HTMLElement & { value: string; values: readonly string[] };

/** Fields of the form: a text that is empty means that there is none. */
interface Written {
  title: string;
  due_on: string;
  development_area_id: string;
  advances: readonly Horizon[];
  support_needed: string;
  description: string;
  links: readonly ActionItemLink[];
  /** Id of the template that it begins with. */
  template_id: string;
}

function writtenOf(item: ActionItem | undefined, due: string): Written {
  return {
    title: item?.title ?? "",
    due_on: item === undefined ? due : (item.due_on ?? ""),
    development_area_id: item?.development_area_id ?? "",
    advances: item?.advances ?? [],
    support_needed: item?.support_needed ?? "",
    description: item?.description ?? "",
    links: item?.links ?? [],
    template_id: item?.template_id ?? "",
  };
}

/** An action to add, or to change (`item`). Events `saved` and `cancel`. What was typed stays until it is saved. */
@element("gw-action-form")
export class GwActionForm extends GroundworkElement {
  @property({ attribute: "plan-id" }) planId = "";
  @property({ attribute: false }) item: ActionItem | undefined;
  @property({ attribute: false }) areas: readonly Answer[] = [];
  @property() from = "";
  @property() until = "";

  @consume({ context: apiContext, subscribe: true })
  private api!: Api;

  @state() private written: Written | undefined;
  @state() private saving = false;
  @state() private error: unknown;
  @state() private conflict = false;
  #base: Written | undefined;
  #etag: string | undefined;

  @query("gw-text-field") private first!: GwTextField;
  @query("gw-links-field") private links!: GwLinksField;

  static override styles = [
    base,
    layout,
    css`
      :host {
        container-type: inline-size;
        padding: var(--groundwork-space-4);
        border: 1px solid var(--groundwork-line-strong);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-surface);
      }
      .pair {
        display: grid;
        gap: var(--groundwork-space-4);
        grid-template-columns: minmax(0, 1fr);
      }
      @container (inline-size >= 30rem) {
        .pair {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        }
      }
    `,
  ];

  override willUpdate(): void {
    if (this.written === undefined) {
      this.written = writtenOf(this.item, "");
      this.#base = this.written;
      if (this.item !== undefined) {
        void this.#fetchVersion();
      }
    }
  }

  protected override async firstUpdated(): Promise<void> {
    await this.first.updateComplete;
    this.first.focus();
  }

  get dirty(): boolean {
    return JSON.stringify(this.written) !== JSON.stringify(this.#base);
  }

  protected override render() {
    const { actions, short, long } = this.t.plan;
    const { written } = this;
    if (written === undefined) {
      return nothing;
    }
    const set = (name: keyof Written) => (event: Event) =>
      (this.written = { ...written, ...this.written, [name]: (event.target as Value).value });
    const development = this.item?.kind !== "support";
    return html`<form class="stack" @submit=${this.#submit} aria-label=${this.item === undefined ? actions.form : actions.formEdit}>
      ${this.error === undefined ? nothing : html`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      ${this.conflict ? html`<p role="alert">${this.t.common.errors.conflictText}</p>` : nothing}
      ${this.item === undefined
        ? html`<gw-templates .areas=${this.areas} value=${written.template_id} @pick=${({ detail }: CustomEvent<Picked>) => this.#take(detail)}></gw-templates>`
        : nothing}
      <gw-text-field required maxlength="200" label=${actions.name} .value=${written.title} @input=${set("title")} @keydown=${this.#enter}></gw-text-field>
      <div class="pair">
        <gw-text-field type="date" label=${actions.due} min=${this.from} max=${this.until} .value=${written.due_on} @change=${set("due_on")}></gw-text-field>
        ${development
          ? html`<gw-select
              label=${actions.area}
              .options=${[{ value: "", label: actions.noArea }, ...this.areas.map(({ id, name }) => ({ value: id, label: name }))]}
              .value=${written.development_area_id}
              @change=${set("development_area_id")}
            ></gw-select>`
          : nothing}
      </div>
      ${development
        ? html`<gw-choice
              multiple
              label=${actions.advances}
              .options=${[
                { value: "short_term", label: short },
                { value: "long_term", label: long },
              ]}
              .values=${written.advances}
              @change=${(event: Event) => (this.written = { ...written, advances: (event.target as Value).values as readonly Horizon[] })}
            ></gw-choice>
            <gw-text-field maxlength="2000" label=${actions.supportNeeded} .value=${written.support_needed} @input=${set("support_needed")}></gw-text-field>`
        : nothing}
      <gw-text-field multiline rows="2" maxlength="4000" label=${actions.description} .value=${written.description} @input=${set("description")}></gw-text-field>
      <gw-links-field
        .value=${written.links}
        .known=${this.item?.links ?? []}
        @change=${(event: Event) => (this.written = { ...written, ...this.written, links: (event.target as GwLinksField).value })}
      ></gw-links-field>
      <div class="row">
        <gw-button type="submit" variant="primary" ?busy=${this.saving}>${this.t.common.save}</gw-button>
        <gw-button @click=${() => this.dispatchEvent(new Event("cancel"))}>${this.t.common.cancel}</gw-button>
      </div>
    </form>`;
  }

  #take({ before, after }: Picked): void {
    if (this.written !== undefined) {
      const today = this.locale.format.today();
      const content = (template: Picked["after"]) => filledBy(template, this.areas, today > this.from ? today : this.from, this.until);
      this.written = refill(this.written, content(before), content(after));
    }
  }

  async #fetchVersion(): Promise<void> {
    const id = this.item?.id ?? "";
    try {
      const { data, etag } = await this.api.GET("/v1/action-items/{action_item_id}", { params: { path: { action_item_id: id } } });
      const dirty = this.dirty;
      this.#base = writtenOf(data, "");
      this.#etag = etag;
      if (!dirty) {
        this.written = this.#base;
      }
    } catch (error) {
      this.error = error;
    }
  }

  readonly #enter = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && !event.isComposing) {
      void this.#submit(event);
    }
  };

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    event.stopPropagation();
    const { written } = this;
    if (this.saving || written === undefined || written.title.trim() === "") {
      this.first.focus();
      return;
    }
    if (this.links.focusWrong()) {
      return;
    }
    this.saving = true;
    this.error = undefined;
    this.conflict = false;
    try {
      if (this.item === undefined ? await this.#create(written) : await this.#change(this.item, written)) {
        this.#base = written;
        this.dispatchEvent(new Event("saved"));
      } else {
        this.conflict = true;
        await this.#fetchVersion();
      }
    } catch (error) {
      this.error = error;
    } finally {
      this.saving = false;
    }
  };

  async #create(written: Written): Promise<boolean> {
    const body: CreateActionItem = { title: written.title, advances: [...written.advances], links: writtenLinks(written.links) };
    for (const name of ["due_on", "development_area_id", "support_needed", "description", "template_id"] as const) {
      if (written[name] !== "") {
        body[name] = written[name];
      }
    }
    await this.api.POST("/v1/plans/{plan_id}/action-items", { params: { path: { plan_id: this.planId } }, body });
    return true;
  }

  /** Sends what differs, so that what another person changed meanwhile stays. */
  async #change(item: ActionItem, written: Written): Promise<boolean> {
    const before = this.#base ?? written;
    const body: UpdateActionItem = {};
    if (written.title !== before.title) {
      body.title = written.title;
    }
    if (JSON.stringify(written.advances) !== JSON.stringify(before.advances)) {
      body.advances = [...written.advances];
    }
    const links = writtenLinks(written.links);
    if (JSON.stringify(links) !== JSON.stringify(writtenLinks(before.links))) {
      body.links = links;
    }
    for (const name of ["due_on", "development_area_id", "support_needed", "description"] as const) {
      if (written[name] !== before[name]) {
        body[name] = written[name] === "" ? null : written[name];
      }
    }
    const header = this.#etag === undefined ? {} : { "If-Match": this.#etag };
    const change = await unlessChanged(
      this.api.PATCH("/v1/action-items/{action_item_id}", { params: { path: { action_item_id: item.id }, header }, body }),
    );
    return change.changed;
  }
}
