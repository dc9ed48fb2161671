import { html } from "lit";

import type { Route } from "../router.js";

export const routes: readonly Route[] = [
  {
    path: "/feedback/:id",
    title: (t) => t.feedback.title,
    load: () => import("./groundwork-feedback.js"),
    render: ({ id = "" }) => html`<groundwork-feedback plan-id=${id}></groundwork-feedback>`,
  },
];
