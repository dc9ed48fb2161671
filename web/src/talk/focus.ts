import type { LitElement } from "lit";

/** Moves the focus to the first element that fits, once it is rendered. */
export async function focusSoon(host: LitElement, selector: string): Promise<void> {
  await host.updateComplete;
  const element = host.renderRoot.querySelector<HTMLElement & Partial<LitElement>>(selector);
  await element?.updateComplete;
  element?.focus();
}
