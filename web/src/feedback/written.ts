import type { ActionItemSnapshot, Answer, Answers, Horizon, Revision } from "@groundwork/client";
import { css, html, nothing } from "lit";

import type { Locale } from "../i18n/locale.js";
import { linksOf, linksStyles } from "../plan/links.js";
import { referenceOf } from "../plan/reference.js";
import "../ui/status.js";

/** Styles of what the owner of the plan wrote, and of the cards that have it beside an answer. */
export const writtenStyles = css`
  ${linksStyles}
  .pair {
    container-type: inline-size;
    border: 1px solid var(--groundwork-line);
    border-radius: var(--groundwork-radius-l);
    background: var(--groundwork-surface);
    box-shadow: var(--groundwork-shadow);
    overflow: clip;
  }
  .sides {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .written,
  .answer {
    display: grid;
    align-content: start;
    gap: var(--groundwork-space-4);
    min-inline-size: 0;
    padding: clamp(var(--groundwork-space-4), 3vi, var(--groundwork-space-5));
  }
  .written {
    gap: var(--groundwork-space-2);
    background: var(--groundwork-sunken);
  }
  @container (inline-size >= 44rem) {
    .sides {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    }
  }
  .written p {
    white-space: pre-line;
  }
  .label {
    color: var(--groundwork-text-muted);
    font-size: var(--groundwork-text-xs);
    font-weight: 600;
    letter-spacing: 0.02em;
  }
  blockquote {
    margin: 0;
    padding-inline-start: var(--groundwork-space-4);
    border-inline-start: 3px solid var(--groundwork-accent);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .asks {
    padding: var(--groundwork-space-3);
    border-radius: var(--groundwork-radius-m);
    background: var(--groundwork-accent-soft);
  }
`;

/** The objective as it was shared. */
export function writtenObjective(horizon: Horizon, answers: Answers, locale: Locale) {
  const { t, format } = locale;
  const { feedback } = t;
  if (horizon === "long_term") {
    const { summary, horizon_years, reference } = answers.long_term_objective ?? {};
    return html`<span class="label">${feedback.horizon.long_term}</span>
      <h3 dir="auto">${summary}</h3>
      ${horizon_years ? html`<p class="muted small">${feedback.withinYears(horizon_years)}</p>` : nothing}
      ${referenceOf(reference, locale)}`;
  }
  const { summary, kind, detail, target_on, reference } = answers.short_term_objective ?? {};
  return html`<span class="label">${feedback.horizon.short_term}</span>
    <h3 dir="auto">${summary}</h3>
    ${detail ? html`<p dir="auto">${detail}</p>` : nothing}
    ${kind || target_on
      ? html`<p class="muted small">
          ${[kind ? feedback.kind[kind] : "", target_on ? feedback.until(format.date(target_on)) : ""].filter(Boolean).join(" · ")}
        </p>`
      : nothing}
    ${referenceOf(reference, locale)}`;
}

/** A strength or a development area as it was shared. */
export function writtenAnswer({ name, note, reference, aligned_with }: Answer, locale: Locale) {
  const { t, format } = locale;
  const { feedback } = t;
  return html`<h3 dir="auto">${name}</h3>
    ${note ? html`<p dir="auto">${note}</p>` : nothing}${referenceOf(reference, locale)}
    ${aligned_with.length === 0
      ? nothing
      : html`<p class="muted small">${feedback.leadsTo(format.list(aligned_with.map((horizon) => feedback.objective[horizon])))}</p>`}`;
}

/** An action as it was shared. */
export function writtenAction(item: ActionItemSnapshot, answers: Answers, locale: Locale) {
  const { t, format } = locale;
  const { feedback } = t;
  const area = answers.development_areas.find(({ id }) => id === item.development_area_id);
  const facts = [item.due_on ? feedback.until(format.date(item.due_on)) : "", area ? feedback.worksOn(area.name) : ""];
  return html`<h3 dir="auto">${item.title}</h3>
    ${item.description ? html`<p dir="auto">${item.description}</p>` : nothing}${linksOf(item.links, locale)}
    ${facts.some(Boolean) ? html`<p class="muted small">${facts.filter(Boolean).join(" · ")}</p>` : nothing}
    ${item.support_needed
      ? html`<div class="asks"><span class="label">${feedback.asksFor}</span><p dir="auto">${item.support_needed}</p></div>`
      : nothing}`;
}

/** What moves the person: mission, values, motivators. */
export function writtenBasics(answers: Answers, { t }: Locale) {
  const { feedback } = t;
  const list = (label: string, items: readonly Answer[]) =>
    items.length === 0
      ? nothing
      : html`<div>
          <span class="label">${label}</span>
          <ul>
            ${items.map(({ name, note }) => html`<li dir="auto">${name}${note ? html` <span class="muted">${note}</span>` : nothing}</li>`)}
          </ul>
        </div>`;
  return html`${answers.mission_statement
    ? html`<div><span class="label">${feedback.mission}</span><p dir="auto">${answers.mission_statement}</p></div>`
    : nothing}
  ${list(feedback.values, answers.values)}${list(feedback.motivators, answers.motivators)}`;
}

export const hasBasics = ({ mission_statement, values, motivators }: Answers): boolean =>
  Boolean(mission_statement) || values.length + motivators.length > 0;

/** The actions that a response is about: the owner's own, as they were shared. */
export const actionsOf = (revision: Revision): ActionItemSnapshot[] =>
  revision.action_items.filter(({ kind, status }) => kind === "development" && status !== "cancelled");
