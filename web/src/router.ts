import type { TemplateResult } from "lit";

import type { Me } from "./api.js";
import type { Catalogue } from "./i18n/locale.js";

export type Params = Readonly<Record<string, string>>;

/** A view at an address behind `#`. */
export interface Route {
  /** Such as `/plan/:id`. */
  path: string;
  /** The document's title. A view may set a better one: `setTitle`. */
  title: (t: Catalogue) => string;
  /** Loads the element that `render` uses. */
  load: () => Promise<unknown>;
  render: (params: Params) => TemplateResult;
}

/** An entry of the navigation. */
export interface Entry {
  href: string;
  label: (t: Catalogue) => string;
  /** Addresses that begin so belong to the entry. */
  covers: readonly string[];
  visible: (me: Me) => boolean;
}

export interface Match {
  route: Route;
  params: Params;
}

/** The first route that fits the address. */
export function match(routes: readonly Route[], address: string): Match | undefined {
  for (const route of routes) {
    const params = fit(route.path, address);
    if (params !== undefined) {
      return { route, params };
    }
  }
  return undefined;
}

function fit(path: string, address: string): Params | undefined {
  const [want, have] = [path.split("/"), address.split("/")];
  if (want.length !== have.length) {
    return undefined;
  }
  const params: Record<string, string> = {};
  for (const [index, part] of want.entries()) {
    const given = have[index] ?? "";
    if (part.startsWith(":") && given !== "") {
      params[part.slice(1)] = decode(given);
    } else if (part !== given) {
      return undefined;
    }
  }
  return params;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address behind `#`, without its query. */
export function currentAddress(): string {
  return location.hash.slice(1).split("?")[0] || "/";
}

/** Replaces the document's title, once a view knows more than its route. */
export function setTitle(from: Element, title: string): void {
  from.dispatchEvent(new CustomEvent("groundwork-title", { detail: title, bubbles: true, composed: true }));
}
