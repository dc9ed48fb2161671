import type { ActionItemLink } from "@groundwork/client";
import { css, html, nothing } from "lit";

import type { Locale } from "../i18n/locale.js";
import "../ui/icon.js";

/** Whether an address is one to follow. Others are shown as texts. */
export function isSafe(address: string): boolean {
  return /^https:\/\/\S+$/.test(address) && URL.canParse(address);
}

/** A text that leads to the address, in a page of its own that knows nothing of this one. */
export function linkTo(address: string, text: string) {
  return isSafe(address)
    ? html`<a href=${address} target="_blank" rel="noopener noreferrer"><bdi>${text}</bdi></a>`
    : html`<bdi>${text}</bdi>`;
}

export const linksStyles = css`
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: var(--groundwork-space-1) var(--groundwork-space-4);
    font-size: var(--groundwork-text-s);
  }
  .links li {
    display: flex;
    align-items: center;
    gap: var(--groundwork-space-2);
    min-inline-size: 0;
    min-block-size: 1.5rem;
    overflow-wrap: anywhere;
  }
  .links gw-icon {
    color: var(--groundwork-text-muted);
  }
`;

/** The links of an action. What has no name is named by its host. */
export function linksOf(links: readonly ActionItemLink[] | undefined, { t }: Locale) {
  const { actions } = t.plan;
  const nameOf = ({ title, url }: ActionItemLink) => title || (URL.canParse(url) ? new URL(url).host : url);
  return !links?.length
    ? nothing
    : html`<ul class="links" role="list" aria-label=${actions.links}>
        ${links.map(
          (link) => html`<li title=${actions.linkKinds[link.kind]}><gw-icon name="link"></gw-icon>${linkTo(link.url, nameOf(link))}</li>`,
        )}
      </ul>`;
}
