import { html } from "lit";

import type { Route } from "../router.js";

export const routes: readonly Route[] = [
  {
    path: "/talk/:id",
    title: (t) => t.talk.title,
    load: () => import("./groundwork-talk.js"),
    render: ({ id = "" }) => html`<groundwork-talk plan-id=${id}></groundwork-talk>`,
  },
];
